"""Run stages on parts of their table and compare with the whole: notebooks' functions from stdin, as JSON.

Each case has the text of a module, the function, how its argument depends on rows, and the table as JSON columns. Printed
is what differs, by case.
"""

import json
import sys

import numpy as np
import pandas as pd

PARTITIONINGS = 20


def parts_of(table, keys, random, in_order):
    """Take a table apart at random, rows in their order; rows with equal keys stay together."""
    count = int(random.integers(2, 6))
    if keys:
        groups = table.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
        place = random.integers(0, count, groups.max(initial=-1) + 1)[groups]
    else:
        place = random.integers(0, count, len(table))
    if in_order:
        place = np.sort(place)
    return [
        table[place == number] for number in range(count) if (place == number).any()
    ]


def differences(function, table, keys):
    """Say how often the concatenation of the parts differs from the whole; labels bring rows back into order."""
    random = np.random.default_rng(7)
    whole = function(table.copy())
    has_labels = whole.index.is_unique
    found = []
    for _ in range(PARTITIONINGS):
        parts = parts_of(table, keys, random, not has_labels)
        joined = pd.concat([function(part.copy()) for part in parts])
        try:
            if has_labels and len(joined) == len(whole):
                joined = joined.loc[whole.index]
            pd.testing.assert_frame_equal(
                joined.astype(whole.dtypes), whole, rtol=1e-9, atol=0
            )
        except (AssertionError, KeyError, TypeError, ValueError) as error:
            found.append(str(error).splitlines()[0])
    return found


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
