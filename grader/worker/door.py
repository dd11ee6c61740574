"""How a plain process reaches the judge: a connection within this machine, opened by a token.

One way for every system, because descriptors are handed down differently on each. The judge
listens for one process and lets in who knows the token, which only that process was told, by its
standard input. Both sides of the boundary import this.
"""

import contextlib
import hmac
import secrets
import socket
import sys
import time
from collections.abc import Callable

_HERE = "127.0.0.1"
_TOKEN_BYTES = 32
_LOOK_SECONDS = 0.2
_PATIENCE = 2.0  # for a stranger's token


class Door:
    """Where the judge listens for one process."""

    def __init__(self) -> None:
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows another program could listen too
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        self._listener.bind((_HERE, 0))
        self._listener.listen()
        self._listener.settimeout(_LOOK_SECONDS)
        self.port: int = self._listener.getsockname()[1]
        self.token = secrets.token_bytes(_TOKEN_BYTES)

    def admit(self, seconds: float, is_alive: Callable[[], bool]) -> socket.socket:
        """Return the connection to the process, and listen no longer.

        Raises
        ------
        OSError
            When the process has ended or does not come in time.
        """
        deadline = time.monotonic() + seconds
        with self._listener:
            while time.monotonic() < deadline:
                with contextlib.suppress(TimeoutError):
                    if (channel := self._greet()) is not None:
                        return channel
                    continue
                if not is_alive():
                    raise ConnectionError("it ended before it was ready")
        raise TimeoutError("it did not come in time")

    def _greet(self) -> socket.socket | None:
        """Take who knocks; return None for a stranger."""
        channel, _address = self._listener.accept()
        channel.settimeout(_PATIENCE)
        with contextlib.suppress(OSError):
            if hmac.compare_digest(exactly(channel, _TOKEN_BYTES), self.token):
                channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return channel
        channel.close()
        return None

    def close(self) -> None:
        """Listen no longer."""
        self._listener.close()


def knock(port: int) -> socket.socket:
    """Inside: connect to the judge with the token that stands on standard input."""
    channel = socket.create_connection((_HERE, port))
    channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    channel.sendall(sys.stdin.buffer.read())
    return channel


def exactly(channel: socket.socket, size: int) -> bytes:
    """Return the next `size` bytes, fewer where the other side closed before."""
    data = bytearray()
    while len(data) < size and (chunk := channel.recv(size - len(data))):
        data += chunk
    return bytes(data)
