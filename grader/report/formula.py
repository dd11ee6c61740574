"""Formulas of the course, in TeX, as MathML, which browsers draw and read aloud by themselves."""


def to_mathml(tex: str) -> list[str]:
    """Return each line of `tex` as one ``<math>`` element.

    Raises
    ------
    ValueError
        When a line is no formula; the text names the line.
    """
    from latex2mathml.converter import convert  # noqa: PLC0415 - only where there is a formula

    elements = []
    for line in filter(None, map(str.strip, tex.splitlines())):
        try:
            elements.append(convert(line, display="block"))
        except Exception as error:  # noqa: BLE001 - the converter's errors have no common base
            raise ValueError(f"{line} ({type(error).__name__})") from None
    return elements
