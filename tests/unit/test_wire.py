"""The wire: what crosses comes back the same, and nothing else crosses, whatever the bytes."""

import collections
import datetime as dt
import decimal
import enum
import fractions
import math
import socket
import struct
import threading
import time
import tracemalloc
import uuid
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.worker import wire
from tests.fuzz import fuzz

EXT, ENCODE = msgspec.msgpack.Ext, msgspec.msgpack.encode
TUPLE, DICT, COMPLEX, ARRAY, SCALAR, INT, HANDLE, CALLBACK, SAME = range(1, 10)


def packed(value: Any, refer: wire.Refer = wire.refuse) -> bytes:
    """Return the frame that carries one value."""
    return b"".join(bytes(chunk) for chunk in wire.Writer(refer).frame(["value", value]))


def unpacked(frame: bytes) -> Any:
    """Read a frame as it arrives, prefix and all."""
    header_size, body_size = struct.unpack_from(">IQ", frame)
    start = wire.PREFIX_SIZE + header_size
    body = memoryview(bytearray(frame[start : start + body_size]))
    return wire.Reader(frame[wire.PREFIX_SIZE : start], body).message()


def returned(value: Any) -> Any:
    """Send a value across and back."""
    return unpacked(packed(value))[1]


def read(header: Any, body: bytes = b"") -> Any:
    """Read a message whose header was made by hand."""
    return wire.Reader(ENCODE(header), memoryview(bytearray(body))).message()


def same(one: Any, other: Any) -> bool:  # noqa: PLR0911 - one return a type
    """Whether two values are alike in type, shape, bits and order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return bool(
            one.dtype == other.dtype
            and one.shape == other.shape
            and one.tobytes() == other.tobytes()
            and one.flags.writeable == other.flags.writeable
        )
    if isinstance(one, np.generic):
        return bool(one.dtype == other.dtype and one.tobytes() == other.tobytes())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, float):
        return struct.pack(">d", one) == struct.pack(">d", other)
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    return bool(one == other)


PLAIN = [
    None, True, False, 0, -1, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64), 2**4000, -(2**4000),
    0.0, -0.0, 1.5, math.inf, -math.inf, math.nan, 1e-320, 1 + 2j, complex(math.nan, -0.0),
    "", "text", "한글", "\x00\x1b[31m", b"", b"\x00\xff", [], (), {}, [1, [2, [3, (4, {})]]],
    {"a": 1, b"b": 2, 3: 4, None: 5, True: 6, (1, "x"): 7}, ((), [()], {(): ()}),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: repr(value)[:20])
def test_plain_values_come_back_the_same(value: Any) -> None:
    assert same(returned(value), value)


@pytest.mark.parametrize("code", sorted(wire.DTYPES))
@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (0,), (2, 0, 3), (1, 1, 1, 1)])
def test_arrays_of_every_dtype_come_back_the_same(code: str, shape: tuple[int, ...]) -> None:
    count = math.prod(shape)
    array = (np.arange(count) % 2).astype(code).reshape(shape)
    assert same(returned(array), array)
    if count:
        scalar = array.reshape(-1)[0]
        assert same(returned(scalar), scalar)


def test_arrays_of_text_come_back_the_same() -> None:
    for array in (np.array(["a", "한글"]), np.array([[b"ab"], [b""]]), np.array("x")):
        assert same(returned(array), array)
    assert same(returned(np.str_("é")), np.str_("é"))


def test_views_come_back_as_arrays_of_their_own() -> None:
    base = np.arange(24.0).reshape(4, 6)
    for view in (
        base.T,
        base[::2, ::-3],
        np.broadcast_to(base[0], (3, 6)),
        np.asfortranarray(base),
    ):
        back = returned(view)
        assert np.array_equal(back, view)
        assert back.flags.c_contiguous


def test_special_numbers_in_arrays_keep_their_bits() -> None:
    array = np.array([np.nan, -np.nan, np.inf, -0.0, 5e-324])
    assert same(returned(array), array)


def test_read_only_arrays_stay_read_only() -> None:
    array = np.zeros(3)
    array.flags.writeable = False
    assert not returned(array).flags.writeable


def test_what_arrives_shares_no_memory_with_what_was_sent() -> None:
    one, two = np.zeros(3), np.ones(3)
    first, second, again = returned([one, two, one])
    first[:] = 7
    assert second.tolist() == [1, 1, 1]
    assert again.tolist() == [0, 0, 0]
    assert one.tolist() == [0, 0, 0]


def test_references_and_the_same_mark_cross() -> None:
    handle, callback, token, mark = returned(
        [wire.Handle(3, "Net"), wire.Callback(9), wire.Token(7), wire.SAME]
    )
    assert (type(token), token.number) == (wire.Token, 7)
    assert (handle.number, handle.kind) == (3, "Net")
    assert callback.number == 9
    assert mark is wire.SAME


def test_an_object_crosses_only_as_the_reference_made_for_it() -> None:
    net = object()
    kept: list[object] = []

    def refer(value: object) -> wire.Handle:
        kept.append(value)
        return wire.Handle(len(kept), type(value).__name__)

    handle = unpacked(packed(net, refer))[1]
    assert (kept, handle.number, handle.kind) == ([net], 1, "object")


class _Text(str):
    __slots__ = ()


class _Number(int):
    pass


class _Real(float):
    pass


class _Flag(enum.IntEnum):
    UP = 1


class _List(list[int]):
    pass


class _Tuple(tuple[int, ...]):
    __slots__ = ()


class _Dict(dict[str, int]):
    pass


class _Array(np.ndarray):
    pass


class _Struct(msgspec.Struct):
    x: int = 1


_Point = collections.namedtuple("_Point", "x y")  # noqa: PYI024 - the kind students use

REFUSED = [
    _Text("x"), _Number(1), _Real(1.0), _Flag.UP, _List([1]), _Tuple((1,)), _Dict(a=1),
    np.zeros(2).view(_Array), np.ma.masked_array([1.0], [True]), np.zeros((1, 1)).view(np.matrix),
    np.array([None]), np.array([[1], "x"], object), np.zeros(2, "f4,i4"), np.zeros(2, "V8"),
    np.zeros(1, "M8[D]"), np.zeros(1, "m8[s]"), np.longdouble(1), np.zeros(1, np.longdouble),
    np.zeros(2, ">f8"), np.zeros(1, "U2000"), np.datetime64("2020-01-01"), np.float64,
    _Struct(), msgspec.Raw(b"\x01"), msgspec.msgpack.Ext(1, b""), msgspec.UNSET,
    uuid.UUID(int=1), dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.date(2020, 1, 1),
    decimal.Decimal(1), fractions.Fraction(1), {1, 2}, frozenset(), bytearray(b"x"),
    memoryview(b"x"), range(3), iter([]), _Point(1, 2), object(), int, len, ..., NotImplemented,
    lambda: None, collections.OrderedDict(a=1), collections.Counter("a"), math,
]  # fmt: skip


@pytest.mark.parametrize("value", REFUSED, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("wrap", [lambda v: v, lambda v: [v], lambda v: ({"k": (v,)},)])
def test_nothing_else_crosses(value: Any, wrap: Any) -> None:
    with pytest.raises(wire.WireError):
        packed(wrap(value))


@pytest.mark.parametrize(
    "value",
    [
        "\ud800", ["\udfff"], {"\ud800": 1}, {1.5: 1}, {np.int64(1): 1}, {0.0: 1}, {_Text("a"): 1},
        2**5000, [0.0] * 2_000_000, {n: n for n in range(wire.MAX_ENTRIES + 1)},
        [{n: n} for n in range(wire.MAX_ENTRIES + 1)], [1j] * (wire.MAX_EXTENSIONS + 1),
        "x" * (wire.MAX_HEADER + 1),
    ],
    ids=lambda value: repr(value)[:16],
)  # fmt: skip
def test_what_is_too_large_or_no_text_is_refused_before_it_is_sent(value: Any) -> None:
    with pytest.raises(wire.WireError):
        packed(value)


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: {"k": v}])
def test_depth_is_bounded_alike_on_both_sides(wrap: Any) -> None:
    value: Any = 1.0
    for _level in range(wire.MAX_DEPTH):
        value = wrap(value)
    assert same(returned(value), value)
    with pytest.raises(wire.WireError, match="deep"):
        packed(wrap(value))


def test_a_cycle_is_refused() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)
    with pytest.raises(wire.WireError):
        packed(cycle)


def _nested(code: int, levels: int) -> bytes:
    data = ENCODE(1)
    for _level in range(levels):
        data = ENCODE(EXT(code, b"\x91" + data))
    return b"\x92" + ENCODE("value") + data


def test_a_frame_may_not_nest_deeper_than_the_judge_can_walk() -> None:
    body = memoryview(bytearray())
    assert wire.Reader(_nested(TUPLE, wire.MAX_DEPTH), body).message()
    for levels in (wire.MAX_DEPTH + 1, 300, 30_000):
        with pytest.raises(wire.WireError):
            wire.Reader(_nested(TUPLE, levels), body).message()
    for levels in (wire.MAX_DEPTH, 100):  # MessagePack's own, which its decoder would still take
        inner = b"\x92" + ENCODE("value") + b"\x91" * levels + b"\x01"
        if levels <= wire.MAX_DEPTH:
            assert wire.Reader(inner, body).message()
        else:
            with pytest.raises(wire.WireError, match="too deeply"):
                wire.Reader(inner, body).message()
    lists = b"\x91" * 100_000 + b"\x01"
    for data in (lists, b"\x92" + ENCODE("v") + ENCODE(EXT(TUPLE, lists))):
        with pytest.raises(wire.WireError):
            wire.Reader(data, body).message()


def _named(header: Any) -> str:
    """Name a header for pytest: an extension by its code and bytes, not by where it lies."""
    return str(_spelled(header))


def _spelled(value: Any) -> Any:
    if isinstance(value, msgspec.msgpack.Ext):
        return f"ext {value.code} {bytes(value.data).hex()}"
    if isinstance(value, list):
        return [_spelled(each) for each in value]
    return value


@pytest.mark.parametrize(
    "header",
    [
        None, 1, "value", [], {"a": 1}, [1], [["value"]], ["value", {"a": 1}], ["v", {}],
        ["v", EXT(TUPLE, ENCODE([{}]))], ["v", EXT(DICT, ENCODE([[1, {}]]))],
        ["v", dt.datetime(2020, 1, 1, tzinfo=dt.UTC)],
        ["v", EXT(0, b"")], ["v", EXT(10, b"\x90")], ["v", EXT(-1, b"\x90")],
        ["v", EXT(TUPLE, b"")],
        ["v", EXT(TUPLE, ENCODE(1))], ["v", EXT(TUPLE, b"\xc1")], ["v", EXT(DICT, ENCODE([1]))],
        ["v", EXT(DICT, ENCODE([[1, 2, 3]]))], ["v", EXT(DICT, ENCODE([[[1], 2]]))],
        ["v", EXT(DICT, ENCODE([[EXT(TUPLE, ENCODE([[1]])), 2]]))],
        ["v", EXT(DICT, ENCODE([[1.5, 2]]))], ["v", EXT(COMPLEX, ENCODE([1, 2]))],
        ["v", EXT(COMPLEX, ENCODE([1.0]))], ["v", EXT(INT, b"")], ["v", EXT(INT, bytes(513))],
        ["v", EXT(SAME, b"x")], ["v", EXT(HANDLE, ENCODE([-1, "x"]))],
        ["v", EXT(HANDLE, ENCODE([2**63, "x"]))], ["v", EXT(HANDLE, ENCODE(["x", 1]))],
        ["v", EXT(HANDLE, ENCODE([1.0, "x"]))], ["v", EXT(CALLBACK, ENCODE([2**64 - 1]))],
        ["v", EXT(CALLBACK, ENCODE([EXT(INT, bytes([1]) * 100)]))],
        ["v", EXT(SCALAR, ENCODE(["<f8", b"1234567"]))], ["v", EXT(SCALAR, ENCODE(["<f8", b""]))],
        ["v", EXT(SCALAR, ENCODE(["|b1", b"\x07"]))], ["v", EXT(SCALAR, ENCODE(["|O", bytes(8)]))],
        ["v", EXT(SCALAR, ENCODE(["<U1", b"\xff\xff\xff\xff"]))],
        ["v", EXT(SCALAR, ENCODE(["<U1", b"\x00\xd8\x00\x00"]))],
        ["v", EXT(SCALAR, ENCODE(["<M8[D]", bytes(8)]))],
    ],
    ids=_named,
)  # fmt: skip
def test_a_malformed_header_is_refused(header: Any) -> None:
    with pytest.raises(wire.WireError):
        read(header)


@pytest.mark.parametrize(
    ("described", "body"),
    [
        (["<f8", [2], True], bytes(8)), (["<f8", [1], True], bytes(16)), (["<f8", [-1], True], b""),
        (["<f8", [2**40], True], b""), (["<f8", [2**31, 2**31, 2**31], True], b""),
        (["<f8", [1.0], True], bytes(8)), (["<f8", [True], True], bytes(8)),
        (["<f8", [1] * 33, True], bytes(8)), (["<f8", "1", True], bytes(8)),
        (["<f8", [1], 1], bytes(8)), (["O", [1], True], bytes(8)), (["|O", [1], True], bytes(8)),
        (["f8", [1], True], bytes(8)), ([">f8", [1], True], bytes(8)),
        (["<f8,<f8", [1], True], bytes(16)), (["V8", [1], True], bytes(8)),
        (["<U99999999999", [0], True], b""), (["<U0", [1], True], b""), (["<U-1", [1], True], b""),
        (["<U٣", [1], True], bytes(12)), (["|b1", [1], True], b"\x02"),
        (["<U1", [1], True], b"\x00\x00\x11\x00"), (["<f8\x00", [1], True], bytes(8)),
    ],
    ids=str,
)  # fmt: skip
def test_a_malformed_array_is_refused(described: list[Any], body: bytes) -> None:
    with pytest.raises(wire.WireError):
        read(["v", EXT(ARRAY, ENCODE(described))], body)


def test_an_empty_array_of_any_shape_takes_no_memory() -> None:
    back = read(["v", EXT(ARRAY, ENCODE(["<f8", [0, 2**31], True]))])
    assert back[1].nbytes == 0
    with pytest.raises(wire.WireError):
        read(["v", EXT(ARRAY, ENCODE(["<f8", [0, 2**31, 2**31], True]))])


def test_a_kind_is_cut_to_its_length() -> None:
    assert len(read(["v", EXT(HANDLE, ENCODE([1, "x" * 9999]))])[1].kind) == 80


def test_bytes_that_belong_to_nothing_are_refused() -> None:
    with pytest.raises(wire.WireError, match="belong to nothing"):
        read(["v", 1], b"extra")


@pytest.fixture
def line() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


Line = tuple[socket.socket, socket.socket]


def soon(seconds: float = 20.0) -> float:
    """Return a deadline of the wire."""
    return time.monotonic() + seconds


@pytest.mark.parametrize("value", [1.5, [], "x" * 100_000, np.arange(500_000.0)], ids=type)
def test_frames_of_every_size_arrive_whole(line: Line, value: Any) -> None:
    ours, theirs = line
    sender = threading.Thread(
        target=wire.send, args=(theirs, wire.Writer(wire.refuse).frame(["value", value]), soon())
    )
    sender.start()
    arrived = wire.receive(ours, soon())
    sender.join()
    assert same(arrived, ["value", value])


def test_a_closed_wire_is_told_from_a_silent_one(line: Line) -> None:
    ours, theirs = line
    with pytest.raises(wire.WireTimeout):
        wire.receive(ours, soon(0.05))
    theirs.close()
    with pytest.raises(wire.WireClosed):
        wire.receive(ours, soon())
    with pytest.raises(wire.WireClosed):
        wire.send(ours, [bytes(1 << 22)], soon())


def test_half_a_frame_is_a_closed_wire(line: Line) -> None:
    ours, theirs = line
    frame = packed([1.0] * 100)
    theirs.sendall(frame[: len(frame) // 2])
    theirs.close()
    with pytest.raises(wire.WireClosed):
        wire.receive(ours, soon())


def test_dribbled_bytes_do_not_move_the_deadline(line: Line) -> None:
    ours, theirs = line
    stop = threading.Event()

    def dribble() -> None:
        for byte in struct.pack(">IQ", 1000, 0) + bytes(1000):
            if stop.wait(0.01):
                return
            theirs.sendall(bytes([byte]))

    sender = threading.Thread(target=dribble)
    sender.start()
    begun = time.monotonic()
    with pytest.raises(wire.WireTimeout):
        wire.receive(ours, soon(0.3))
    assert time.monotonic() - begun < 5
    stop.set()
    sender.join()


def test_a_side_that_does_not_read_is_given_up(line: Line) -> None:
    with pytest.raises(wire.WireTimeout):
        wire.send(line[0], [bytes(1 << 24)], soon(0.2))


def test_a_deadline_in_the_past_is_a_timeout(line: Line) -> None:
    with pytest.raises(wire.WireTimeout):
        wire.receive(line[0], time.monotonic() - 1)


@pytest.mark.parametrize(
    ("header", "body"), [(2**32 - 1, 0), (10, 2**64 - 1), (10, wire.MAX_BODY + 1), (10, 2**20)]
)
def test_a_promise_of_too_much_is_refused_before_any_memory_is_taken(
    line: Line, header: int, body: int
) -> None:
    ours, theirs = line
    theirs.sendall(struct.pack(">IQ", header, body))
    theirs.close()
    tracemalloc.start()
    with pytest.raises(wire.WireError, match="larger than allowed"):
        wire.receive(ours, soon(), limit=2**19)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 << 20


def test_the_hardest_frame_to_read_is_read_quickly() -> None:
    item = ENCODE(EXT(DICT, b"\x90"))
    for count in (wire.MAX_EXTENSIONS, wire.MAX_HEADER // len(item)):
        header = b"\x92" + ENCODE("v") + b"\xdd" + struct.pack(">I", count) + item * count
        begun = time.process_time()
        reader = wire.Reader(header, memoryview(bytearray()))
        if count > wire.MAX_EXTENSIONS:
            with pytest.raises(wire.WireError, match="more values"):
                reader.message()
        else:
            assert reader.message()[1][0] == {}
        assert time.process_time() - begun < 10


def test_keys_chosen_to_collide_are_too_few_to_matter() -> None:
    keys = [EXT(INT, (n * (2**61 - 1)).to_bytes(12, "big")) for n in range(1, wire.MAX_ENTRIES + 1)]
    half = len(keys) // 2
    one = EXT(DICT, ENCODE([[key, 0] for key in keys[:half]]))
    begun = time.process_time()
    assert len(read(["v", one])[1]) == half
    with pytest.raises(wire.WireError):
        read(["v", [one, one, one]])
    assert time.process_time() - begun < 10


def test_the_weight_of_a_value_counts_what_it_holds() -> None:
    assert wire.weight(np.zeros(1000)) >= 8000
    assert wire.weight(["x" * 500, (b"y" * 500, {"k": np.zeros(100)})]) >= 1800
    assert wire.weight([[]] * 1000) >= 64_000
    assert wire.weight(None) < 1000


# --- fuzzing --------------------------------------------------------------------------------

numbers = (
    st.none() | st.booleans() | st.integers(-(2**4000), 2**4000) | st.floats() | st.text()
    | st.binary() | st.complex_numbers()
)  # fmt: skip
keys = st.none() | st.booleans() | st.integers() | st.text() | st.binary()
dtypes = st.sampled_from(sorted(wire.DTYPES))


@st.composite
def arrays(draw: st.DrawFn) -> np.ndarray:
    dtype = np.dtype(draw(dtypes))
    shape = tuple(draw(st.lists(st.integers(0, 3), max_size=4)))
    size = math.prod(shape) * dtype.itemsize
    raw = draw(st.binary(min_size=size, max_size=size))
    array = np.frombuffer(bytearray(raw), dtype).reshape(shape)
    return array.view(np.uint8).astype(bool) if dtype.kind == "b" and array.ndim else array.copy()


values = st.recursive(
    numbers | arrays(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=12,
)


def _is_clean(value: Any) -> bool:
    """Leave out a 0-d bool of odd bits, which no sender can have."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "b":
        return bool(value.ndim)
    if isinstance(value, list | tuple):
        return all(map(_is_clean, value))
    return all(map(_is_clean, value.values())) if isinstance(value, dict) else True


@fuzz
@given(values.filter(_is_clean))
def test_any_nested_plain_value_comes_back_the_same(value: Any) -> None:
    assert same(returned(value), value)


def _must_not_escape(header: bytes, body: bytes) -> None:
    begun = time.process_time()
    try:
        message = wire.Reader(header, memoryview(bytearray(body))).message()
    except wire.WireError:
        return
    assert type(message) is list
    assert time.process_time() - begun < 10
    wire.weight(message)


@fuzz
@given(st.binary(max_size=400), st.binary(max_size=64))
def test_random_bytes_are_a_message_or_a_wire_error(header: bytes, body: bytes) -> None:
    _must_not_escape(header, body)


atoms = st.sampled_from(
    [b"\xc0", b"\xc3", b"\x01", b"\xff", ENCODE(2**63), ENCODE(1.5), ENCODE("<f8"), ENCODE("|b1"),
     ENCODE("<U3"), ENCODE("value"), ENCODE(bytes(8)), ENCODE([2]), ENCODE([0, 2**31]), ENCODE([])]
)  # fmt: skip
grown = st.recursive(
    atoms | st.binary(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda parts: bytes([0x90 + len(parts)]) + b"".join(parts))
        | st.tuples(st.integers(-2, 11), inner).map(lambda pair: ENCODE(EXT(pair[0], pair[1])))
    ),
    max_leaves=20,
)


@fuzz
@given(grown, st.binary(max_size=64))
def test_frames_of_the_right_grammar_are_a_message_or_a_wire_error(
    grown_value: bytes, body: bytes
) -> None:
    _must_not_escape(b"\x92" + ENCODE("value") + grown_value, body)


@fuzz
@given(values.filter(_is_clean), st.data())
def test_a_mutated_frame_is_a_message_or_a_wire_error(value: Any, data: st.DataObject) -> None:
    frame = bytearray(packed(value))
    for _change in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(wire.PREFIX_SIZE, len(frame) - 1))
        frame[place] = data.draw(st.integers(0, 255))
    start = wire.PREFIX_SIZE + struct.unpack_from(">I", frame)[0]
    cut = data.draw(st.integers(wire.PREFIX_SIZE, len(frame)))
    _must_not_escape(bytes(frame[wire.PREFIX_SIZE : start]), bytes(frame[start:cut]))


@fuzz
@given(st.binary(max_size=200))
def test_a_random_stream_never_hangs_or_escapes(stream: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(stream)
        messages = iter(lambda: wire.receive(ours, soon(), limit=1 << 20), None)
        with pytest.raises(wire.WireError):
            collections.deque(messages, maxlen=0)
