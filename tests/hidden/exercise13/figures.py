"""Figures of exercise13: the impurity of two classes, and the regions of a tree."""

import numpy as np
from matplotlib.colors import ListedColormap

from grader.suite import Text, figure
from grader.suite.picture import (
    CLASSES,
    INK,
    Picture,
    agreement,
    compare_curves,
    joined,
    numbers,
)
from reference import trees

COUNT = 20
SIDE = np.linspace(0.0, 1.0, 40)


@figure(task=1)
def draw_impurity(student):
    """Draw the impurity of 20 labels against the share of ones."""
    batches = [np.repeat([0, 1], [COUNT - ones, ones]) for ones in range(COUNT + 1)]
    yours = np.array([float(numbers(student.gini(labels), ())) for labels in batches])
    expected = np.array([trees.gini(labels) for labels in batches])
    about = Text(
        "The impurity of 20 labels, 0 where all are alike, largest where half of them are 1.",
        "레이블 20개의 불순도입니다. 모두 같으면 0, 절반이 1이면 가장 큽니다.",
    )
    picture = Picture(
        Text("The impurity of two classes", "두 클래스의 불순도"),
        joined(about, agreement(yours, expected)),
        height=2.4,
    )
    axes = picture.axes[0]
    compare_curves(axes, np.arange(COUNT + 1) / COUNT, yours, expected)
    axes.set_xlabel(str(Text("share of ones", "1의 비율")))
    picture.legend()
    yield picture


@figure(task=3)
def draw_regions(student):
    """Draw the regions of a stump and of a deeper tree."""
    rng = np.random.default_rng(13)
    X = rng.uniform(0, 1, (40, 2))
    y = ((X[:, 0] > 0.4) & (X[:, 1] < 0.7)).astype(int)
    grid = np.stack(np.meshgrid(SIDE, SIDE), axis=-1).reshape(-1, 2)
    depths, regions, said = (1, 3), [], []
    for depth in depths:
        tree = student.DecisionTree(depth)
        tree.fit(X.copy(), y.copy())
        regions.append(numbers(tree.predict(grid), (len(grid),)).reshape(len(SIDE), -1))
        right = float(np.mean(numbers(tree.predict(X.copy()), (len(X),)) == y))
        said.append((depth, right))
    picture = Picture(
        Text("The regions of two trees", "두 트리가 나눈 영역"),
        Text(
            "Forty points of two classes. "
            + " ".join(f"With depth {depth} your tree is right for {r:.0%}." for depth, r in said),
            "두 클래스의 점 40개입니다. "
            + " ".join(f"깊이 {depth}인 내 트리는 {r:.0%}를 맞힙니다." for depth, r in said),
        ),
        columns=2,
        height=2.8,
    )
    for axes, depth, cells in zip(picture.axes, depths, regions, strict=True):
        axes.imshow(
            cells > 0.5, origin="lower", extent=(0, 1, 0, 1), cmap=ListedColormap(CLASSES), vmin=0,
            vmax=1, interpolation="none", aspect="auto",
        )  # fmt: skip
        axes.fill([], [], color=CLASSES[1], label=str(Text("your tree says 1", "내 트리는 1")))
        axes.plot(*X[y == 1].T, "o", color=INK, markersize=4, label="1")
        axes.plot(*X[y == 0].T, "o", color="white", markeredgecolor=INK, markersize=4, label="0")
        axes.set_title(str(Text(f"depth {depth}", f"깊이 {depth}")))
    picture.legend()
    yield picture
