"""Pairs of values that are equal, and pairs that are not: what ``==`` and a careless comparison would miss."""

import collections
import datetime
import decimal
import functools
import math
import pickle
import re

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import observe.portrait_figures
import observe.portrait_pandas
import observe.portrait_sklearn  # noqa: F401
import pandas as pd
import pytest
import scipy.sparse
from observe.difference import Comparison
from observe.names import Scope
from observe.perturb import perturbed
from observe.portrait import Painter, fingerprint
from sklearn.cluster import KMeans
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import RocCurveDisplay, make_scorer, r2_score
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

Scope.packages = (
    "__main__",
    __name__,
)  # what these tests define counts as the notebook's own
X = np.random.RandomState(0).rand(60, 3)
Y = (X[:, 0] > 0.5).astype(int)


def paint(value):
    return Painter(keep=True).paint(value)


def compare(left, right):
    found = Comparison()
    found.compare(paint(left), paint(right))
    return found


def figure(title="t", ys=(1, 2)):
    drawn, axes = plt.subplots()
    axes.plot([0, 1], ys)
    axes.bar([0, 1], ys)
    axes.set_title(title)
    plt.close(drawn)
    return drawn


def contours():
    drawn, axes = plt.subplots()
    axes.plot(
        [0, 1], [0, 9]
    )  # changes the limits, and with them what depends on the transforms
    found = axes.contourf(X[:4], cmap="viridis")
    plt.close(drawn)
    return found


def frame(**columns):
    return pd.DataFrame(
        columns or {"a": [1, 2, 3], "b": ["x", None, "z"], "c": [0.1, math.nan, 0.3]}
    )


def library_function(number):
    def inner():
        return number

    inner.__module__ = "library"
    return inner


def cycle():
    found = [1]
    found.append(found)
    return found


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


MAKERS = {
    "scalars": lambda: [None, True, 1, 1.5, math.nan, math.inf, 2j, "s", b"b", 10**30],
    "containers": lambda: {"a": [1, (2, {3})], ("k", 1): frozenset([4]), None: {}},
    "counter": lambda: collections.Counter("abca"),
    "defaultdict": lambda: collections.defaultdict(list, a=[1]),
    "deque": lambda: collections.deque([1, 2], maxlen=3),
    "cycle": cycle,
    "dates": lambda: [
        datetime.date(2020, 1, 1),
        datetime.timedelta(days=1),
        decimal.Decimal("1.10"),
    ],
    "pattern": lambda: re.compile("a+", re.I),
    "partial": lambda: functools.partial(int, base=2),
    "slots": lambda: Slotted(1),
    "array": lambda: np.arange(6.0).reshape(2, 3),
    "strided": lambda: np.arange(12.0)[::2],
    "objects": lambda: np.array([1, "a", None], dtype=object),
    "structured": lambda: np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
    "masked": lambda: np.ma.array([1, 2, 3], mask=[0, 1, 0]),
    "generator": lambda: np.random.default_rng(3),
    "random state": lambda: np.random.RandomState(3),
    "dates of numpy": lambda: np.array(["2020-01-01", "NaT"], dtype="datetime64[D]"),
    "frame": frame,
    "indexed": lambda: frame().set_index(["a", "b"]),
    "categorical": lambda: frame(
        a=pd.Categorical(["u", "v"], categories=["v", "u", "w"], ordered=True)
    ),
    "zones": lambda: frame(t=pd.date_range("2020", periods=3, tz="Europe/Berlin")),
    "nullable": lambda: frame(
        a=pd.array([1, None, 3], dtype="Int64"),
        b=pd.array([True, None, False], dtype="boolean"),
    ),
    "intervals": lambda: pd.cut(pd.Series([1, 2, 3]), 2),
    "periods": lambda: pd.period_range("2020", periods=3, freq="M"),
    "series": lambda: frame()["c"],
    "grouped": lambda: frame().groupby("b"),
    "sparse": lambda: scipy.sparse.csr_matrix(np.eye(3)),
    "linear model": lambda: make_pipeline(
        StandardScaler(), LogisticRegression(C=0.5)
    ).fit(X, Y),
    "forest": lambda: RandomForestClassifier(5, random_state=0).fit(X, Y),
    "boosting": lambda: GradientBoostingRegressor(n_estimators=5, random_state=0).fit(
        X, Y
    ),
    "clusters": lambda: KMeans(2, n_init=2, random_state=0).fit(X),
    "search": lambda: GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=2).fit(
        X, Y
    ),
    "figure": figure,
    "contours": lambda: contours(),
    "display": lambda: RocCurveDisplay.from_predictions(Y, X[:, 0]),
    "lambda": lambda: lambda x: x + 1,
    "scorer": lambda: make_scorer(r2_score),
}


@pytest.mark.parametrize("name", MAKERS)
def test_made_twice_is_equal(name):
    found = compare(MAKERS[name](), MAKERS[name]())
    assert (found.different, found.opaque, found.close) == (None, None, 0)


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "lambda"])
def test_pickled_is_equal(name):
    value = MAKERS[name]()
    found = compare(value, pickle.loads(pickle.dumps(value)))
    assert (found.different, found.opaque, found.close) == (None, None, 0)


@pytest.mark.parametrize("name", MAKERS)
def test_portrait_survives_its_file(name):
    node = paint(MAKERS[name]())
    again = pickle.loads(pickle.dumps(node, 4))
    assert (
        fingerprint(again)
        == fingerprint(node)
        == fingerprint(Painter(keep=False).paint(MAKERS[name]()))
    )


@pytest.mark.parametrize("name", MAKERS)
def test_perturbed_is_different(name):
    node = paint(MAKERS[name]())
    changed, place = perturbed(node)
    found = Comparison()
    found.compare(changed, paint(MAKERS[name]()))
    assert found.different is not None, place


@pytest.mark.parametrize(
    "value",
    [
        *(
            kind(x)
            for kind in (float, np.float64, np.float32)
            for x in (-1, 0, -0.5, 1, 1e30, -1e30, math.inf, math.nan)
        ),
        *(
            1.7e308,
            -1.7e308,
            -1 + 0j,
            complex(math.nan, 1),
            complex(0, math.inf),
            -1,
            True,
            "",
            b"",
            None,
        ),
        *(
            [-1.0],
            np.full(3, -1.0),
            np.full(3, -1 + 0j),
            np.full(3, np.float16(65504)),
            np.array(["ab", "c"]),
        ),
        *(
            np.array(["ab"]).astype(">U2"),
            np.array([True]),
            np.array(["NaT"], dtype="datetime64[s]"),
        ),
    ],
    ids=repr,
)
@pytest.mark.filterwarnings("ignore:overflow")
def test_every_kind_of_value_is_noticed_when_perturbed(value):
    found = Comparison()
    found.compare(perturbed(paint([value]))[0], paint([value]))
    assert found.different is not None


def test_the_notebooks_own_types_in_a_value_are_named():
    painter = Painter(keep=False)
    painter.paint(
        {
            "a": [Slotted(1), make_pipeline(FunctionTransformer(figure))],
            "b": np.float64(1),
        }
    )
    assert painter.own == {"Slotted", "figure"}


def test_pickling_a_value_does_not_change_its_class():
    kind = type("Kind", (), {"__module__": __name__})
    before = fingerprint(paint(kind()))
    kind().__reduce_ex__(4)
    assert "__slotnames__" in vars(kind)
    assert fingerprint(paint(kind())) == before


DIFFERENT = [
    (1, True, "type"),
    (1, 1.0, "type"),
    (1.0, np.float64(1.0), "type"),
    ([1, 2], (1, 2), "type"),
    ([1, 2], [1, 2, 3], "length"),
    ([1, 2], [1, 2.0], "element type"),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}, "order"),
    ({"a": 1}, {"a": 1, "b": 2}, "parts"),
    ({1: 0}, {True: 0}, "parts"),
    ({1, 2}, {1, 3}, "value"),
    (collections.OrderedDict(a=1), {"a": 1}, "type"),
    (np.arange(3), np.arange(3.0), "dtype"),
    (np.arange(3, dtype="i4"), np.arange(3, dtype="i8"), "dtype"),
    (np.zeros((2, 3)), np.zeros((3, 2)), "shape"),
    (np.array([1.0, 2.0]), np.array([1.0, 2.1]), "value"),
    (np.array([1.0, math.nan]), np.array([1.0, 0.0]), "value"),
    (
        np.array([1, None], dtype=object),
        np.array([1, math.nan], dtype=object),
        "element type",
    ),
    (frame(), frame().assign(c=[0.1, 0.2, 0.3]), "value"),
    (frame(), frame()[["b", "a", "c"]], "order"),
    (frame(), frame().set_axis(pd.Index([0, 1, 2], dtype="int64")), "type"),
    (frame(), frame().iloc[[0, 2, 1]], "type"),
    (frame(), frame().rename_axis("i"), "element type"),
    (frame(), frame().astype({"a": "float64"}), "shape, dtype or kind"),
    (frame(a=["1"]), frame(a=pd.Series(["1"], dtype=object)), "shape, dtype or kind"),
    (frame(a=pd.Categorical(["u"])), frame(a=["u"]), "shape, dtype or kind"),
    (
        frame(a=pd.Categorical(["u"])),
        frame(a=pd.Categorical(["u"], ordered=True)),
        "value",
    ),
    (pd.Series([1], name="a"), pd.Series([1], name="b"), "value"),
    (pd.Series([1]), pd.DataFrame([1]), "type"),
    (scipy.sparse.csr_matrix(np.eye(2)), scipy.sparse.csc_matrix(np.eye(2)), "type"),
    (LogisticRegression(C=1.0), LogisticRegression(C=2.0), "value"),
    (LogisticRegression(), LogisticRegression().fit(X, Y), "parts"),
    (LogisticRegression().fit(X, Y), LogisticRegression().fit(X, 1 - Y), "value"),
    (
        RandomForestClassifier(3, random_state=0).fit(X, Y),
        RandomForestClassifier(3, random_state=1).fit(X, Y),
        "value",
    ),
    (figure(), figure(title="u"), "value"),
    (figure(), figure(ys=(1, 3)), "value"),
    (cycle(), [1, [1]], "elements"),
    (Slotted(1), Slotted(2), "value"),
    (lambda x: x + 1, lambda x: x + 2, None),
    (library_function(1), library_function(2), "value"),
    (np.random.RandomState(1), np.random.mtrand._rand, "elements"),
]


@pytest.mark.parametrize(
    ("left", "right", "what"), DIFFERENT, ids=range(len(DIFFERENT))
)
def test_different(left, right, what):
    found = compare(left, right)
    if what is None:
        assert found.rewritten
    else:
        assert found.different is not None
        assert found.different["what"].startswith(what)
    assert fingerprint(paint(left)) != fingerprint(paint(right))


CLOSE = [
    (0.1 + 0.2, 0.3),
    ([0.1 + 0.2], [0.3]),
    (np.array([0.1 + 0.2, 1]), np.array([0.3, 1])),
    (np.array([0.0]), np.array([-0.0])),
    (frame(a=[0.1 + 0.2]), frame(a=[0.3])),
    (1 + 1e-12, 1.0),
]


@pytest.mark.parametrize(("left", "right"), CLOSE, ids=range(len(CLOSE)))
def test_close_is_not_identical(left, right):
    found = compare(left, right)
    assert found.different is None
    assert found.close == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [(1.0, 1.0 + 1e-6), (np.array([1.0]), np.array([1.0 + 1e-6])), (0.0, 1e-300)],
)
def test_beyond_the_tolerance_is_different(left, right):
    assert compare(left, right).different["what"].startswith("value")


def test_first_difference_is_located():
    other = frame().assign(c=[0.1, math.nan, 0.4])
    assert compare(frame(), other).different == {
        "path": "column 'c'[2]",
        "what": "value (1 of 3 differ)",
        "notebook": "0.3",
        "project": "0.4",
    }


@pytest.mark.parametrize(
    "value", [iter([1]), (x for x in [1]), open("/dev/null"), map(str, [1])]
)
def test_what_looking_at_would_use_up_is_not_compared(value):
    assert compare(value, value).opaque


def test_past_queries_of_a_neighbour_tree_do_not_count():
    asked, other = (
        KNeighborsClassifier(3).fit(X, Y),
        KNeighborsClassifier(3).fit(X[::-1], Y[::-1]),
    )
    fresh = KNeighborsClassifier(3).fit(X, Y)
    asked.predict(X)
    assert asked._tree.get_n_calls() > fresh._tree.get_n_calls()
    assert compare(asked, fresh).different is None
    assert compare(asked, other).different is not None


def test_the_state_of_the_process_own_generator_is_no_part_of_a_value_that_refers_to_it():
    model = GradientBoostingRegressor(n_estimators=2).fit(X, Y)
    stored = pickle.loads(pickle.dumps(model))
    np.random.rand()
    assert model.estimators_[0, 0].random_state is np.random.mtrand._rand
    assert compare(model, stored).different is None
    assert (
        compare(stored, pickle.loads(pickle.dumps(model))).different is not None
    )  # of others it is
