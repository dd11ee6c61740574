"""What a figure is drawn on: axes, colours, and a picture as bounded SVG.

Nothing else of the grader imports matplotlib, and nothing imports this before a figure is drawn:
a student who waits for a result does not wait for it. Only matplotlib's objects are used, no
pyplot; what it is told holds inside `drawing` and nowhere else.
"""

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
import numpy as np
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from grader.language import Text
from grader.records import Drawn

MAX_POINTS = 30_000  # of one picture
MAX_VALUES = 1_000_000  # of one array that is looked at
MAX_BYTES = 200_000
LARGEST = 1e9  # far outside of every figure, and far from overflow in its arithmetic

# On white, each at least 4.5 : 1, and apart for those who do not see red and green.
YOURS, EXPECTED, INK, GREY, LIGHT = "#0b57b7", "#b34700", "#1d2430", "#586273", "#e1e5eb"
CLASSES = ("#f3f5f8", "#fbd9c2")  # the background where a class is 0, and where it is 1
YOURS_LABEL = Text("your code", "내 코드")
EXPECTED_LABEL = Text("expected", "기대한 값")

DASHED: Any = {"color": EXPECTED, "linestyle": "--", "linewidth": 3.5}  # below your own line

_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text, in the reader's own fonts: Korean too
    "svg.hashsalt": "deepgrade",
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10,
    "text.parse_math": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.titlesize": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": cycler(color=[YOURS, EXPECTED, "#14703f", "#74389f", GREY]),
    "xtick.color": GREY,
    "ytick.color": GREY,
    "legend.frameon": False,
    "lines.linewidth": 1.6,
}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its remarks are nobody's business here


class Undrawable(Exception):  # noqa: N818 - it is how a figure says that there is nothing to show
    """A value cannot be drawn."""


class Picture:
    """One picture: its title, what it shows in words, and the axes to draw on, row by row."""

    def __init__(
        self,
        title: Text,
        alternative: Text,
        *,
        rows: int = 1,
        columns: int = 1,
        height: float = 3.0,
    ) -> None:
        self.title = title
        self.alternative = alternative
        self.figure = Figure(figsize=(5.6, height))
        grid = self.figure.subplots(
            rows, columns, squeeze=False, gridspec_kw={"wspace": 0.35, "hspace": 0.35}
        )
        self.axes: list[Axes] = list(grid.flat)

    def legend(self) -> None:
        """Explain what lines and points mean, above all axes."""
        named: dict[str, Any] = {}
        for axes in self.axes:
            handles, labels = axes.get_legend_handles_labels()
            named |= dict(zip(map(str, labels), handles, strict=True))
        self.figure.legend(
            list(named.values()), list(named), loc="lower center", bbox_to_anchor=(0.5, 0.95),
            ncols=min(len(named), 4),
        )  # fmt: skip

    def drawn(self, task: int) -> Drawn:
        """Return the picture as SVG: the same bytes for the same contents.

        Raises
        ------
        Undrawable
            When it holds more than a page should.
        """
        points = sum(_points(artist) for artist in self.figure.findobj())
        if points > MAX_POINTS:
            raise Undrawable(f"{points} points are too many")
        file = io.BytesIO()
        self.figure.savefig(
            file, format="svg", bbox_inches="tight", pad_inches=0.08, metadata=_NO_METADATA
        )
        svg = file.getvalue()
        if len(svg) > MAX_BYTES:
            raise Undrawable(f"{len(svg)} bytes are too many")
        return Drawn(task=task, title=str(self.title), alternative=str(self.alternative), svg=svg)


@contextmanager
def drawing() -> Iterator[None]:
    """Draw in the grader's style, whatever a matplotlibrc says, and keep warnings silent."""
    with warnings.catch_warnings(), np.errstate(all="ignore"), mpl.rc_context():
        warnings.simplefilter("ignore")
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


def numbers(value: Any, shape: tuple[int, ...] | None = None) -> NDArray[np.float64]:
    """Return a student's value as floats that can be drawn: gaps for NaN and infinity.

    Raises
    ------
    Undrawable
        When it is no array (or number) of real numbers, of another shape, too large or all gaps.
    """
    if not isinstance(value, np.ndarray | np.generic | bool | int | float):
        raise Undrawable(f"a {type(value).__name__} is no array of numbers")
    array = np.asarray(value)
    if array.dtype.kind not in "biuf" or array.size > MAX_VALUES:
        raise Undrawable(f"{array.size} values of {array.dtype}")
    if shape is not None and array.shape != shape:
        raise Undrawable(f"shape {array.shape} instead of {shape}")
    with np.errstate(all="ignore"):
        floats = array.astype(np.float64)
        floats[~np.isfinite(floats)] = np.nan
        if not np.isfinite(floats).any():
            raise Undrawable("no finite number")
        return np.clip(floats, -LARGEST, LARGEST)


def compare_curves(
    axes: Axes,
    x: NDArray[np.float64],
    yours: NDArray[np.float64],
    expected: NDArray[np.float64],
    title: str = "",
) -> None:
    """Draw your curve over the expected one, which decides how much is seen."""
    axes.plot(x, expected, label=str(EXPECTED_LABEL), **DASHED)
    axes.plot(x, yours, color=YOURS, label=str(YOURS_LABEL))
    low, high = float(expected.min()), float(expected.max())
    margin = 0.25 * (high - low or 1.0)
    axes.set_ylim(low - margin, high + margin)
    axes.set_title(title)
    axes.locator_params(nbins=5)
    axes.grid(color=LIGHT)


def agreement(yours: NDArray[np.float64], expected: NDArray[np.float64]) -> Text:
    """Say in a sentence how far your values are from the expected ones."""
    gaps = int(np.isnan(yours).sum())
    if gaps:
        return Text(
            f"{gaps} of {yours.size} of your values are NaN or infinite.",
            f"내 값 {yours.size}개 가운데 {gaps}개가 NaN이거나 무한대입니다.",
        )
    most = float(np.max(np.abs(yours - expected)))
    if most <= 1e-6 * max(1.0, float(np.max(np.abs(expected)))):
        return Text("Yours and the expected one agree.", "내 결과와 기대한 값이 일치합니다.")
    return Text(
        f"Yours is up to {most:.3g} away from the expected one.",
        f"내 결과는 기대한 값에서 최대 {most:.3g}만큼 벗어납니다.",
    )


def joined(*sentences: Text) -> Text:
    """Return one text of several sentences."""
    return Text(" ".join(each.en for each in sentences), " ".join(each.ko for each in sentences))


def _points(artist: object) -> int:
    if isinstance(artist, Line2D):
        return int(np.size(artist.get_xdata(orig=False)))
    if isinstance(artist, AxesImage):
        return int(np.prod(artist.get_size()))
    if isinstance(artist, Collection):
        offsets = np.shape(artist.get_offsets())[0]
        return int(offsets + sum(np.shape(path.vertices)[0] for path in artist.get_paths()))
    return 0
