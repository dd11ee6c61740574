"""MNIST, read from the four IDX files next to this module, and a network that reads it.

The files are committed compressed. The SHA-256 of the unpacked bytes is checked once in
each process, because the same data packed again is a different file.
"""

import gzip
import hashlib
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from grader.errors import GraderError
from grader.language import gettext as _

Images = npt.NDArray[np.float32] | npt.NDArray[np.uint8]
Labels = npt.NDArray[np.uint8] | npt.NDArray[np.float64]
Pair = tuple[Images, Labels]

SIDE = 28
CLASSES = 10

PRETRAINED = Path(__file__).parent / "pretrained.npz"
"""Written by ``train_pretrained``, next to this module."""

_FOLDER = Path(__file__).parent / "mnist"
_SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
_IMAGE_HEADER = 16  # magic number, count, rows, columns: four big-endian 32-bit integers
_LABEL_HEADER = 8  # magic number, count


def load_mnist(
    normalize: bool = True,  # noqa: FBT001, FBT002 - the lecture calls it by position too
    flatten: bool = True,  # noqa: FBT001, FBT002
    one_hot_label: bool = False,  # noqa: FBT001, FBT002
) -> tuple[Pair, Pair]:
    """Load the 60,000 training and the 10,000 test images with their labels.

    Parameters
    ----------
    normalize
        Pixels as float32 from 0 to 1; otherwise uint8 from 0 to 255.
    flatten
        Images as rows of 784 numbers; otherwise of shape (1, 28, 28).
    one_hot_label
        Labels as float64 rows with a single 1; otherwise uint8 digits.

    Returns
    -------
    tuple
        ``(x_train, t_train), (x_test, t_test)``.

    Raises
    ------
    GraderError
        When a file is missing, or does not hold the published bytes.
    """

    def load(part: str) -> Pair:
        pixels = _unpacked(_FOLDER / f"{part}-images-idx3-ubyte.gz")[_IMAGE_HEADER:]
        labels = _unpacked(_FOLDER / f"{part}-labels-idx1-ubyte.gz")[_LABEL_HEADER:]
        shape = (-1, SIDE * SIDE) if flatten else (-1, 1, SIDE, SIDE)
        return (
            _images(pixels.reshape(shape), normalize=normalize),
            _labels(labels, one_hot=one_hot_label),
        )

    return load("train"), load("t10k")


def load_pretrained() -> dict[str, npt.NDArray[np.float32]]:
    """Load a network that reads MNIST: 784-50-100-10, with sigmoids in the hidden layers.

    The lecture loads its own from ``sample_weight.pkl``, with the same keys, shapes and dtype.

    Returns
    -------
    dict
        ``W1`` (784, 50), ``b1`` (50,), ``W2`` (50, 100), ``b2`` (100,), ``W3`` (100, 10) and
        ``b3`` (10,), for images as rows with pixels from 0 to 1. The largest of its ten scores
        is the digit.
    """
    with np.load(PRETRAINED, allow_pickle=False) as file:
        return {key: file[key] for key in file.files}


def _images(pixels: npt.NDArray[np.uint8], *, normalize: bool) -> Images:
    if not normalize:
        return pixels.copy()  # the buffer behind `pixels` is read-only
    return np.divide(pixels, np.float32(255), dtype=np.float32)


def _labels(digits: npt.NDArray[np.uint8], *, one_hot: bool) -> Labels:
    if not one_hot:
        return digits.copy()
    rows: npt.NDArray[np.float64] = np.eye(CLASSES)[digits]
    return rows


@cache
def _unpacked(path: Path) -> npt.NDArray[np.uint8]:
    """Return the read-only bytes of a file; a process unpacks each only once."""
    try:
        data = gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise GraderError(
            _("The MNIST file {path} is missing. Install the grader again.").format(path=path)
        ) from None
    except (OSError, EOFError, zlib.error):
        data = b""
    if hashlib.sha256(data).hexdigest() != _SHA256[path.stem]:
        raise GraderError(
            _(
                "The MNIST file {path} is damaged: its SHA-256 is not the published one."
                " Install the grader again."
            ).format(path=path)
        )
    return np.frombuffer(data, dtype=np.uint8)
