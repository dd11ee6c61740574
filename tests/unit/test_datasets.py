"""The data sets are the published ones, in the shapes the lecture shows."""

import gzip
import hashlib
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from grader import datasets
from grader.datasets import digits, train_pretrained
from grader.errors import GraderError

TRAIN_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.fixture
def copied_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the loader read a copy of the MNIST files, for a test to damage."""
    copy = tmp_path / "mnist"
    shutil.copytree(digits._FOLDER, copy)
    monkeypatch.setattr(digits, "_FOLDER", copy)
    return copy


def test_mnist_has_the_published_class_counts() -> None:
    (_, t_train), (_, t_test) = datasets.load_mnist()
    assert np.bincount(t_train).tolist() == TRAIN_COUNTS
    assert np.bincount(t_test).tolist() == TEST_COUNTS


def test_mnist_pixels_have_the_published_mean_and_standard_deviation() -> None:
    (x_train, _), _ = datasets.load_mnist()
    assert x_train.mean(dtype=np.float64) == pytest.approx(0.13066, abs=5e-6)
    assert x_train.std(dtype=np.float64) == pytest.approx(0.30811, abs=5e-6)


def test_mnist_is_flat_and_scaled_unless_asked_otherwise() -> None:
    (x_train, t_train), (x_test, t_test) = datasets.load_mnist()
    assert (x_train.shape, x_test.shape) == ((60000, 784), (10000, 784))
    assert (t_train.shape, t_test.shape) == ((60000,), (10000,))
    assert x_train.dtype == x_test.dtype == np.float32
    assert (x_train.min(), x_train.max()) == (0.0, 1.0)
    assert t_train.dtype == np.uint8


def test_mnist_keeps_rows_and_columns_when_not_flattened() -> None:
    (flat, _), _ = datasets.load_mnist(normalize=False)
    (x_train, _), (x_test, _) = datasets.load_mnist(normalize=False, flatten=False)
    assert (x_train.shape, x_test.shape) == ((60000, 1, 28, 28), (10000, 1, 28, 28))
    assert x_train.dtype == np.uint8
    assert x_train.max() == 255
    assert np.array_equal(x_train.reshape(-1, 784), flat)


def test_mnist_labels_can_be_one_hot() -> None:
    (_, digit), _ = datasets.load_mnist()
    (_, t_train), (_, t_test) = datasets.load_mnist(True, True, True)  # noqa: FBT003
    assert (t_train.shape, t_test.shape) == ((60000, 10), (10000, 10))
    assert np.array_equal(t_train.sum(axis=1), np.ones(60000))
    assert np.array_equal(t_train.argmax(axis=1), digit)


def test_mnist_arrays_may_be_changed_by_their_owner() -> None:
    for flag in (True, False):
        (x_train, t_train), _ = datasets.load_mnist(normalize=flag, one_hot_label=flag)
        x_train[0] = 1
        t_train[0] = 1


def test_a_changed_pixel_is_noticed(copied_files: Path) -> None:
    path = copied_files / "t10k-images-idx3-ubyte.gz"
    pixels = bytearray(gzip.decompress(path.read_bytes()))
    pixels[5000] ^= 1
    path.write_bytes(gzip.compress(bytes(pixels), compresslevel=1))
    with pytest.raises(GraderError, match=r"t10k-images-idx3-ubyte\.gz is damaged"):
        datasets.load_mnist()


def test_a_truncated_file_is_called_damaged(copied_files: Path) -> None:
    path = copied_files / "train-labels-idx1-ubyte.gz"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(GraderError, match=r"train-labels-idx1-ubyte\.gz is damaged"):
        datasets.load_mnist()


def test_a_file_that_is_no_gzip_is_called_damaged(copied_files: Path) -> None:
    (copied_files / "train-labels-idx1-ubyte.gz").write_bytes(b"version https://git-lfs")
    with pytest.raises(GraderError, match="is damaged"):
        datasets.load_mnist()


def test_a_missing_file_is_named(copied_files: Path) -> None:
    (copied_files / "train-images-idx3-ubyte.gz").unlink()
    with pytest.raises(GraderError, match=r"train-images-idx3-ubyte\.gz is missing"):
        datasets.load_mnist()


def test_the_same_data_packed_again_is_accepted(copied_files: Path) -> None:
    path = copied_files / "t10k-labels-idx1-ubyte.gz"
    before = path.read_bytes()
    path.write_bytes(gzip.compress(gzip.decompress(before), compresslevel=1))
    assert hashlib.sha256(path.read_bytes()).digest() != hashlib.sha256(before).digest()
    (_, _), (_, t_test) = datasets.load_mnist()
    assert np.bincount(t_test).tolist() == TEST_COUNTS


def test_pretrained_network_has_the_shapes_of_the_lecture() -> None:
    shapes = {key: value.shape for key, value in datasets.load_pretrained().items()}
    assert shapes == {
        "W1": (784, 50),
        "b1": (50,),
        "W2": (50, 100),
        "b2": (100,),
        "W3": (100, 10),
        "b3": (10,),
    }
    assert all(value.dtype == np.float32 for value in datasets.load_pretrained().values())


def test_pretrained_network_reads_97_of_100_test_images() -> None:
    net = datasets.load_pretrained()
    _, (images, digit) = datasets.load_mnist()
    y = images.astype(np.float64)
    for layer in "123":
        y = 1 / (1 + np.exp(-(y @ net[f"W{layer}"] + net[f"b{layer}"])))
    assert np.mean(y.argmax(axis=1) == digit) == pytest.approx(0.97, abs=2e-4)


def test_the_pretrained_network_can_be_trained_again() -> None:
    rng = np.random.default_rng(0)
    images = np.repeat(rng.random((10, 784)), 60, axis=0)
    digit = np.repeat(np.arange(10), 60)
    params = train_pretrained.train(images, np.eye(10)[digit], rng)
    y = images
    for layer in "123":
        y = 1 / (1 + np.exp(-(y @ params[f"W{layer}"] + params[f"b{layer}"])))
    assert np.mean(y.argmax(axis=1) == digit) > 0.5


def test_study_hours_are_the_lecture_table() -> None:
    hours, passed = datasets.study_hours()
    expected = [[2, 0], [4, 0], [6, 0], [8, 1], [10, 1], [12, 1], [14, 1]]
    assert np.column_stack([hours, passed]).tolist() == expected


def test_study_hours_and_lessons_are_the_lecture_table() -> None:
    x, t = datasets.study_hours_and_lessons()
    assert (x.shape, t.shape) == ((7, 2), (7, 1))
    assert np.hstack([x, t]).tolist() == [
        [2, 3, 0],
        [4, 3, 0],
        [6, 4, 0],
        [8, 6, 1],
        [10, 7, 1],
        [12, 8, 1],
        [14, 9, 1],
    ]


def test_iris_has_fifty_flowers_of_each_species() -> None:
    x, t = datasets.load_iris()
    assert (x.shape, t.shape) == ((150, 4), (150,))
    assert x.dtype == np.float64
    assert t.dtype == np.int64
    assert np.bincount(t).tolist() == [50, 50, 50]
    assert x[0].tolist() == [5.1, 3.5, 1.4, 0.2]


def test_iris_without_scikit_learn_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(GraderError, match=r"deepgrade\[iris\]"):
        datasets.load_iris()


def test_every_public_name_of_the_package_exists() -> None:
    assert sorted(datasets.__all__) == datasets.__all__
    assert all(callable(getattr(datasets, name)) for name in datasets.__all__)
