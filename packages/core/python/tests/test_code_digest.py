"""Which texts of a function are one function, and which are not."""

import numpy as np
import pytest
from observe.code_digest import code_digest

BODY = """
def f(self, values):
    found = []
    for x in values:
        if x > 0 and np.isfinite(x):
            found.append(np.round(x, 2) * 1000 if x < 10 else "large")
        elif x is None:
            continue
    return np.array([self.g(x, y) for x in found for y in values])
"""


def digest(text):
    names = {"np": np}
    exec(compile(text, "cell", "exec"), names)
    return code_digest(names["f"].__code__)


SAME = {
    "the import of a module that it uses stands above": "import numpy as np\n" + BODY,
    "other lines": BODY.replace(
        "np.array([self", "np.array(\n        [\n            self"
    ).replace("values])", "values\n        ]\n    )"),
    "a docstring": BODY.replace("    found = []", '    """Do it."""\n    found = []'),
    "annotations": BODY.replace("values)", "values: list[float]) -> np.ndarray"),
    "another name for a variable": BODY.replace("found", "_kept"),
    "a name for the result": BODY.replace("return np", "result = np")
    + "    return result\n",
}


@pytest.mark.parametrize("name", SAME)
def test_one_function_in_other_words(name):
    assert digest(SAME[name]) == digest(BODY)


OTHER = [
    ("x > 0", "x >= 0"),
    ("10", "11"),
    ("1000", "1000.0"),
    ("large", "Large"),
    ("np.isfinite", "np.isnan"),
    ("np.isfinite", "self.isfinite"),
    (" and ", " or "),
    ("self.g(x, y)", "self.g(y, x)"),
    ("elif x is None", "elif x is not None"),
    ("continue", "break"),
    ("values):", "values, *rest):"),
    ("values):", "values=()):\n    global found"),
    (
        "[self.g(x, y) for x in found for y in values]",
        "(self.g(x, y) for x in found for y in values)",
    ),
]


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_another_function(old, new):
    assert old in BODY
    assert digest(BODY.replace(old, new, 1)) != digest(BODY)
