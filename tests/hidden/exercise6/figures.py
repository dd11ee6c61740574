"""Figures of exercise6: which rows train and which test, as coloured cells."""

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from grader.suite import Text, figure
from grader.suite.picture import EXPECTED, LIGHT, YOURS, Picture, Undrawable, numbers

N, K = 22, 5  # two folds are larger
ROW, FOLD = Text("row", "행"), Text("fold", "폴드")
NOWHERE, TRAIN, TEST, VALIDATION, TWICE = range(5)
COLOURS = ("white", LIGHT, YOURS, "#14703f", EXPECTED)
NAMES = (
    Text("in no part", "어디에도 없음"),
    Text("train", "학습"),
    Text("test", "테스트"),
    Text("validation", "검증"),
    Text("in two parts", "두 곳에 있음"),
)


def layout(parts):
    """Return for each row which part it is in; parts are (kind, indices)."""
    row = np.full(N, NOWHERE)
    for kind, indices in parts:
        places = numbers(indices)
        if places.ndim != 1 or not np.isin(places, np.arange(N)).all():
            raise Undrawable("no row numbers")
        for place in places.astype(int):
            row[place] = kind if row[place] == NOWHERE else TWICE
    return row


def folds(value):
    """Return the layout of each fold."""
    if not isinstance(value, list | tuple) or len(value) != K:
        raise Undrawable("no list of folds")
    return np.array([layout([(TRAIN, train), (TEST, test)]) for train, test in value])


def show(axes, cells, title):
    """Draw a layout, one line of cells for each fold."""
    axes.pcolormesh(
        cells, cmap=ListedColormap(COLOURS), vmin=0, vmax=len(COLOURS) - 1, edgecolors="white",
        linewidth=1,
    )  # fmt: skip
    axes.invert_yaxis()
    axes.set_title(title)
    axes.set_xlabel(str(ROW))
    axes.set_xticks(np.arange(0, N, 4) + 0.5, np.arange(0, N, 4))


def explain(picture, cells):
    """Name the colours that occur."""
    kinds = [kind for kind in range(len(COLOURS)) if (cells == kind).any()]
    patches = [
        Patch(facecolor=COLOURS[kind], edgecolor=COLOURS[TRAIN], label=str(NAMES[kind]))
        for kind in kinds
    ]
    picture.figure.legend(
        handles=patches, loc="lower center", bbox_to_anchor=(0.5, 0.95), ncols=len(patches)
    )


@figure(task=1)
def draw_folds(student):
    """Draw the folds of 22 rows, in blocks and shuffled."""
    blocks = folds(student.kfold_indices(N, K))
    shuffled = folds(student.kfold_indices(N, K, student.rng(6)))
    tested = [int((cells == TEST).any(axis=0).sum()) for cells in (blocks, shuffled)]
    picture = Picture(
        Text("22 rows in 5 folds", "22개 행을 5개 폴드로"),
        Text(
            "One line for each fold, one cell for each row. Your blocks test "
            f"{tested[0]} of 22 rows, your shuffled folds {tested[1]}.",
            "폴드마다 한 줄, 행마다 한 칸입니다. 내 블록은 22개 행 가운데 "
            f"{tested[0]}개를, 섞은 폴드는 {tested[1]}개를 테스트합니다.",
        ),
        columns=2,
        height=2.2,
    )
    titles = (Text("without rng", "rng 없이"), Text("with rng", "rng로 섞어서"))
    for axes, cells, title in zip(picture.axes, (blocks, shuffled), titles, strict=True):
        show(axes, cells, str(title))
        axes.set_yticks(np.arange(K) + 0.5, np.arange(1, K + 1))
    picture.axes[0].set_ylabel(str(FOLD))
    explain(picture, np.concatenate([blocks, shuffled]))
    yield picture


@figure(task=4)
def draw_parts(student):
    """Draw the three parts of 22 rows."""
    train, validation, test = student.train_validation_test(N, 5, 4, student.rng(6))
    cells = layout([(TRAIN, train), (VALIDATION, validation), (TEST, test)])[None]
    counts = [int((cells == kind).sum()) for kind in (TRAIN, VALIDATION, TEST)]
    picture = Picture(
        Text("22 rows: 13 train, 5 validate, 4 test", "22개 행: 학습 13, 검증 5, 테스트 4"),
        Text(
            "One cell for each row. In yours {} train, {} validate and {} test.".format(*counts),
            "행마다 한 칸입니다. 내 코드에서는 학습 {}, 검증 {}, 테스트 {}개입니다.".format(
                *counts
            ),
        ),
        height=0.9,
    )
    show(picture.axes[0], cells, "")
    picture.axes[0].set_yticks([])
    explain(picture, cells)
    yield picture
