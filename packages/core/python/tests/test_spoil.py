"""The negative control reaches the comparison through the file and its loader."""

import datetime

import numpy as np
import observe.portrait_pandas  # noqa: F401
import pandas as pd
import pytest
from observe.codecs import LOADERS, SAVERS
from observe.difference import Comparison
from observe.portrait import Painter
from observe.spoil import spoiled_files
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression

X = np.random.RandomState(0).rand(40, 3)
TABLE = pd.DataFrame(
    {
        "day": pd.date_range("2020", periods=3),
        "kind": pd.Categorical(["a", "b", "a"]),
        "n": [1, 2, 3],
    }
)

CASES = [
    ("json", {"auc": 0.5, "names": ["a", None], "n": {"x": -1}}),
    *(("json", value) for value in ([], {}, "text", -1.0, None, True, [[]])),
    *(
        ("npz", np.array(value))
        for value in ([-1.0, 0], [1, 2], [True], ["ab", "c"], ["2020-01-01", "NaT"], 1j)
    ),
    ("npz", np.array(["2020-01-01", "NaT"], dtype="datetime64[D]")),
    ("npz", np.asfortranarray(X)),
    ("parquet", TABLE),
    (
        "parquet",
        pd.DataFrame({"text": ["a", "b"], "whole": pd.array([1, None], dtype="Int64")}),
    ),
    ("joblib", LogisticRegression().fit(X, X[:, 0] > 0.5)),
    ("joblib", RandomForestClassifier(5, random_state=0).fit(X, X[:, 0] > 0.5)),
    ("joblib", {"fortran": np.asfortranarray(X), "when": datetime.date(2020, 1, 1)}),
    ("joblib", (0.25, "a")),
    ("joblib", pd.Series([0.5, 1.5], index=["a", "b"])),
]


@pytest.mark.parametrize(
    ("codec", "value"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_change_in_the_file_is_noticed(codec, value, tmp_path):
    path = tmp_path / f"value.{codec}"
    SAVERS[codec](value, str(path))
    node = Painter(keep=True).paint(value)
    noticed = []
    for copy, place in spoiled_files(str(path), codec, node, str(tmp_path)):
        found = Comparison()
        found.compare(node, Painter(keep=True).paint(LOADERS[codec](copy)))
        noticed.append((place, found.different is not None))
    assert any(different for _, different in noticed), noticed


def test_a_file_that_hides_its_values_is_left_alone(tmp_path):
    path = tmp_path / "value.joblib"
    SAVERS["joblib"]("text", str(path))
    node = Painter(keep=True).paint("text")
    assert list(spoiled_files(str(path), "joblib", node, str(tmp_path))) == []
