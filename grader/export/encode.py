"""The one way a record becomes JSON: UTF-8, every number finite, a line break at its end."""

import msgspec


def as_json(value: object) -> bytes:
    """Return `value` as JSON that a person can read too; texts in it were made visible before."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
