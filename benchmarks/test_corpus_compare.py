"""The corpus test's own comparison: what it must call equal, and what different."""

import collections
import datetime
import math
import pickle

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import scipy.sparse
from corpus_compare import difference
from corpus_run import store
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X = np.random.RandomState(0).rand(40, 3)
Y = (X[:, 0] > 0.5).astype(int)


class Box:
    """A class of the notebook."""

    def __init__(self, content):
        self.content = content


def figure(height=1.0, title="t"):
    drawn, axes = plt.subplots()
    axes.plot([0, height])
    axes.set_title(title)
    plt.close(drawn)
    return drawn


def cycle(last=1):
    found = [last]
    found.append(found)
    return found


MAKERS = [
    lambda: [None, True, 1, 1.5, math.nan, 2j, "s", b"b", range(3)],
    lambda: {"a": [1, (2, {3})], None: {}},
    lambda: collections.Counter("abca"),
    lambda: datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc),
    lambda: np.array([1.0, math.nan]),
    lambda: np.array(["2020-01-01", "NaT"], dtype="datetime64[D]"),
    lambda: np.ma.array([1, 2, 3], mask=[0, 1, 0]),
    lambda: pd.DataFrame({"a": [1, 2], "b": ["x", None]}, index=pd.Index(["u", "v"], name="k")),
    lambda: pd.Series(pd.Categorical(["u", "v"], ordered=True), name="s"),
    lambda: scipy.sparse.csr_matrix(np.eye(3)),
    lambda: make_pipeline(StandardScaler(), LogisticRegression(C=0.5)).fit(X, Y),
    lambda: RandomForestClassifier(5, random_state=0).fit(X, Y),
    lambda: GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=2).fit(X, Y),
    lambda: KNeighborsClassifier(3).fit(X, Y),
    lambda: Box([1, Box(2)]),
    lambda: np.random.RandomState(3),
    figure,
    cycle,
]


@pytest.mark.parametrize("make", MAKERS)
def test_made_twice_or_stored_is_equal(make):
    assert difference(make(), make()) == ""
    assert difference(make(), pickle.loads(pickle.dumps(make()))) == ""


def test_rounding_is_equal():
    assert difference([0.1 + 0.2, np.array([1.0])], [0.3, np.array([1.0 + 1e-12])]) == ""


DIFFERENT = [
    (1, 1.0),
    (1, True),
    (1.0, np.float64(1.0)),
    (1.0, 1.0 + 1e-6),
    (math.nan, 0.0),
    ([1, 2], (1, 2)),
    ([1, 2], [1, 2, 3]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({"a": 1}, {"a": 2}),
    ({1}, {2}),
    (cycle(), cycle(2)),
    (Box(1), Box(2)),
    (np.arange(3), np.arange(3.0)),
    (np.arange(3), np.arange(3).reshape(3, 1)),
    (np.array([1.0, 2.0]), np.array([1.0, 2.1])),
    (np.array([1, "a"], dtype=object), np.array([1.0, "a"], dtype=object)),
    (np.ma.array([1, 2], mask=[0, 1]), np.ma.array([1, 2], mask=[0, 0])),
    (np.array([(1, 2)], dtype=[("a", int), ("b", int)]), np.array([(1, 3)], dtype=[("a", int), ("b", int)])),
    (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 3]})),
    (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 2]}, index=[1, 2])),
    (pd.DataFrame({"a": [1], "b": [2]}), pd.DataFrame({"b": [2], "a": [1]})),
    (pd.DataFrame({"a": pd.Series([1, "x"], dtype=object)}), pd.DataFrame({"a": pd.Series([1.0, "x"], dtype=object)})),
    (pd.Series([1], name="a"), pd.Series([1], name="b")),
    (pd.Series(["u"], dtype="category"), pd.Series(["u"])),
    (pd.Index([1], name="a"), pd.Index([1], name="b")),
    (scipy.sparse.csr_matrix(np.eye(3)), scipy.sparse.csc_matrix(np.eye(3))),
    (scipy.sparse.csr_matrix(np.eye(3)), scipy.sparse.csr_matrix(np.eye(3) * 2)),
    (LogisticRegression(C=1.0), LogisticRegression(C=2.0)),
    (LogisticRegression().fit(X, Y), LogisticRegression()),
    (LogisticRegression().fit(X, Y), LogisticRegression().fit(X[1:], Y[1:])),
    (KNeighborsClassifier(3).fit(X, Y), KNeighborsClassifier(3).fit(X[::-1], Y[::-1])),
    (RandomForestClassifier(5, random_state=0).fit(X, Y), RandomForestClassifier(5, random_state=1).fit(X, Y)),
    (figure(), figure(height=2.0)),
    (figure(), figure(title="u")),
    (np.random.RandomState(3), np.random.RandomState(4)),
    (datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1)),
]


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_different(left, right):
    assert difference(left, right) != ""
    assert difference([left], [right]) != ""
    assert difference(right, left) != ""


def test_the_state_of_the_process_own_generator_does_not_count_and_that_of_others_does(tmp_path):
    model = GradientBoostingClassifier(n_estimators=2).fit(X, Y)
    mine = {"global": model, "own": np.random.RandomState(0)}
    project = pickle.loads(pickle.dumps(mine))
    assert store(mine, tmp_path / "mine.pickle")
    plain = pickle.loads((tmp_path / "mine.pickle").read_bytes())
    np.random.rand()
    project["global"].estimators_[0, 0].random_state.rand()
    assert difference(plain, project) == ""
    project["own"].rand()
    assert difference(plain, project).startswith("value['own']")
