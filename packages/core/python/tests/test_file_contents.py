"""Files that hold the same values are equal whatever their bytes are; files that do not are not."""

import pickle

import joblib
import numpy as np
import pytest
from observe.difference import Comparison
from observe.file_contents import contents

VALUE = {"bytes": np.array([46, 46, 46], dtype="uint8"), "many": np.arange(3000.0), "text": ["a", "b"]}
OTHER = {**VALUE, "many": np.arange(3000.0) + 1}


def dump_pickle(value, file):
    """Store as a notebook may: the oldest protocol."""
    pickle.dump(value, file, protocol=0)


def dump_compressed(value, file):
    """Store by joblib, in less space."""
    joblib.dump(value, file, compress=3)


def same(left, right):
    """Compare what is read from two files."""
    comparison = Comparison()
    comparison.compare(contents(str(left))[1], contents(str(right))[1])
    return comparison.different is None and comparison.opaque is None


@pytest.fixture
def write(tmp_path):
    """Return a function that writes values into one file, one after the other."""

    def write(name, dump, *values):
        path = tmp_path / name
        with path.open("wb") as file:
            for value in values:
                dump(value, file)
        return path

    return write


@pytest.mark.parametrize("dump", [joblib.dump, pickle.dump, dump_pickle, dump_compressed])
def test_stored_values_are_compared(write, dump):
    first = write("first.pkl", dump, VALUE)
    assert same(first, write("second.pkl", dump, VALUE))
    assert not same(first, write("other.pkl", dump, OTHER))


@pytest.mark.parametrize("dump", [joblib.dump, pickle.dump, dump_pickle])
def test_every_value_of_a_file_counts(write, dump):
    first = write("first.pkl", dump, VALUE, VALUE)
    assert same(first, write("second.pkl", dump, VALUE, VALUE))
    assert not same(first, write("other.pkl", dump, VALUE, OTHER))
    assert not same(first, write("short.pkl", dump, VALUE))
