"""Tables taken apart at random, and what was made of the parts compared with what was made of the whole."""

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


def difference(joined, whole):
    """Say how one result differs, or ``None``; labels bring rows back into order."""
    frame = isinstance(whole, pd.DataFrame)
    compare = pd.testing.assert_frame_equal if frame else pd.testing.assert_series_equal
    try:
        if whole.index.is_unique and len(joined) == len(whole):
            joined = joined.loc[whole.index]
        types = whole.dtypes if frame else whole.dtype
        compare(joined.astype(types), whole, rtol=1e-9, atol=0)
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        return str(error).splitlines()[0]
    return None
