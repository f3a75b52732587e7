"""Run stages on parts of their table and compare with the whole: notebooks' functions from stdin, as JSON.

Each case has the text of a module, the function, how its argument depends on rows, and the table as JSON columns. Printed
is what differs, by case.
"""

import json
import sys

import numpy as np
import pandas as pd
from partitioning import PARTITIONINGS, difference, parts_of


def differences(function, table, keys):
    """Say how the concatenation of the parts differs from the whole, for each partitioning that does."""
    random = np.random.default_rng(7)
    whole = function(table.copy())
    found = []
    for _ in range(PARTITIONINGS):
        parts = parts_of(table, keys, random, not whole.index.is_unique)
        joined = pd.concat([function(part.copy()) for part in parts])
        found.append(difference(joined, whole))
    return [problem for problem in found if problem is not None]


def main():
    """Answer the cases on stdin."""
    answers = []
    for case in json.load(sys.stdin):
        namespace = {}
        exec(case["code"], namespace)
        table = namespace["table"]()
        answers.append(differences(namespace["stage"], table, case["keys"]))
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
