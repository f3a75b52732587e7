"""Check a table against recorded columns, types and nulls."""

import logging
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)


class ContractError(ValueError):
    """A table does not have the columns, types or nulls that the pipeline was built on."""


@dataclass(frozen=True)
class Column:
    """One column; values outside ``seen`` (a range or a set of categories) only warn."""

    dtype: str
    nullable: bool = False
    seen: tuple[float, float] | frozenset[str] | None = None


def check(table: Any, columns: dict[str, Column], source: str) -> None:
    """Raise one error that names every column of a pandas table at fault; warn of new values."""
    wrong = []
    for name, column in columns.items():
        if name not in table:
            wrong.append(f"{name}: missing")
            continue
        values = table[name]
        if str(values.dtype) != column.dtype:
            wrong.append(f"{name}: {values.dtype} instead of {column.dtype}")
        elif not column.nullable and (nulls := int(values.isna().sum())):
            wrong.append(f"{name}: {nulls} nulls")
        elif column.seen and (unseen := _unseen(values, column.seen)):
            log.warning("%s: %s: %d values outside those seen", source, name, unseen)
    if wrong:
        raise ContractError(f"{source}: " + "; ".join(wrong))


def _unseen(values: Any, seen: tuple[float, float] | frozenset[str]) -> int:
    inside = values.between(*seen) if isinstance(seen, tuple) else values.isin(list(seen))
    return int((~inside & values.notna()).sum())
