"""Outside: trusted code in this process, behind the same wire format as a worker.

The model solution, the known mistakes and the visible checks under plain pytest are run like
this. Arguments and results are copied as if they had crossed, so a suite sees the same thing as
with a worker: copies, never live objects.
"""

from typing import Any

from grader.worker import wire
from grader.worker.connection import CallBack, StudentError, checked_reply
from grader.worker.host import CallbackRefused, Host
from grader.worker.messages import Files


class LocalSession:
    """Trusted code in this process, behind the same wire format as a worker."""

    def __init__(self, files: Files) -> None:
        self._host = Host(files, self._called_back)
        self._call_back: CallBack | None = None

    def ask(self, request: list[Any], call_back: CallBack) -> list[Any]:
        """Answer `request` from copies of its values."""
        self._call_back = call_back
        reply = self._host.answer(through_the_wire(request, wire.refuse))
        try:
            return checked_reply(through_the_wire(reply, self._host.refer))
        except wire.WireError as error:
            raise StudentError("unsendable", message=str(error)) from None

    def _called_back(self, callback: wire.Callback, args: list[Any], kwargs: dict[str, Any]) -> Any:
        assert self._call_back is not None
        given = through_the_wire(["callback", args, kwargs], self._host.refer)
        try:
            result = self._call_back(callback.number, given[1], given[2])
        except Exception:  # noqa: BLE001 - as a worker would be told
            raise CallbackRefused(CallbackRefused.__doc__) from None
        return through_the_wire(["return", result], wire.refuse)[1]


def through_the_wire(message: list[Any], refer: wire.Refer) -> list[Any]:
    """Return a copy of `message`, made as if it had crossed."""
    first, *body = wire.Writer(refer).frame(message)
    header = bytes(first)[wire.PREFIX_SIZE :]
    return wire.Reader(header, memoryview(bytearray().join(body))).message()
