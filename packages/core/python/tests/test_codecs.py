"""Which codec a value gets: the first that gives exactly this value back."""

import datetime
import math

import numpy as np
import observe.portrait_pandas  # noqa: F401
import pandas as pd
import pytest
from observe.codecs import choose_codec
from observe.portrait import Painter
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

CASES = [
    ({"auc": 0.1 + 0.2, "n": 3, "names": ["a", None]}, "json"),
    ({"b": 1, "a": 2}, "json"),
    ("text with ☃ and \ud83d", "joblib"),
    (math.nan, "joblib"),
    ({"x": math.inf}, "joblib"),
    ((1, 2), "joblib"),
    ({1: "a"}, "joblib"),
    ({"x": np.float64(1)}, "joblib"),
    (np.arange(6).reshape(2, 3), "npz"),
    (np.array([], dtype="f4"), "npz"),
    (np.array(["a", None], dtype=object), "joblib"),
    (np.float32(1.5), "joblib"),
    (pd.DataFrame({"a": [1, 2], "b": ["x", None]}), "parquet"),
    (pd.DataFrame({"a": [1, 2]}, index=[5, 7]), "parquet"),
    (pd.DataFrame({"a": [1, 2]}, index=pd.MultiIndex.from_tuples([(1, "a"), (1, "b")], names=["k", None])), "parquet"),
    (pd.DataFrame({"t": pd.date_range("2020", periods=3, tz="UTC")}), "parquet"),
    (pd.DataFrame({"a": pd.array([1, None], dtype="Int64")}), "parquet"),
    (pd.DataFrame({"a": pd.Categorical(["u", "v"], ordered=True)}), "parquet"),
    (pd.DataFrame({"a": pd.Categorical([1, 2])}), "joblib"),  # parquet gives plain integers back
    (pd.DataFrame({"a": [1, "x"]}), "joblib"),  # parquet refuses mixed columns
    (pd.DataFrame({"a": [[1], [2]]}), "joblib"),  # parquet gives arrays back
    (pd.DataFrame({"a": [{"k": 1}, {"l": 2}]}), "joblib"),  # parquet joins the keys
    (pd.DataFrame({0: [1], "a": [2]}), "joblib"),  # parquet makes all names text
    (pd.DataFrame({"a": pd.Series(["x", None], dtype=object)}), "joblib"),  # parquet gives `str` back
    (
        pd.DataFrame({"a": [1]}, index=pd.date_range("2020", periods=1, freq="D")),
        "joblib",
    ),  # parquet loses the frequency
    (pd.DataFrame(index=[0, 1]), "joblib"),
    (pd.DataFrame({"a": pd.cut(pd.Series([1, 2, 3]), 2)}), "joblib"),
    (pd.Series([1, 2], name="a"), "joblib"),
    (LogisticRegression().fit([[0], [1]], [0, 1]), "joblib"),
    (GradientBoostingClassifier(n_estimators=2).fit([[0], [1]], [0, 1]), "joblib"),  # refers to NumPy's generator
    (datetime.date(2020, 1, 1), "joblib"),
    (lambda x: x, None),
    (iter([1]), None),
]


@pytest.mark.filterwarnings("ignore:The DataFrame has column names of mixed type")
@pytest.mark.parametrize(("value", "expected"), CASES, ids=range(len(CASES)))
def test_codec(value, expected, tmp_path):
    painter = Painter(keep=False)
    node = painter.paint(value)
    codec, reason, path = choose_codec(value, str(tmp_path / "x"), node if painter.complete else None)
    assert codec == expected, reason
    assert [file.name for file in tmp_path.iterdir()] == ([f"x.{codec}"] if codec else [])
    assert bool(reason) == (codec is None)
