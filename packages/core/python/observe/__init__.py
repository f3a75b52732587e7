"""The Python that travels: records a notebook's run and compares values. Standard library only, CPython 3.8 to 3.14."""
