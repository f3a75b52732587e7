import type { Codec } from '../record/index.ts';
import type { TestFacts } from './test-support.ts';

interface IoCases {
  readonly imports: readonly string[];
  readonly kept: readonly string[];
  readonly refused: readonly string[];
}

const CASES: Readonly<Record<Codec, IoCases>> = {
  json: {
    imports: [],
    kept: ['{"z": 1, "a": [1.5, True, None, "text"]}'],
    refused: ['{1: "a key becomes text"}', '{"tuple": (1, 2)}', '{"nan": float("nan")}'],
  },
  npz: {
    imports: ['import numpy as np'],
    kept: ['np.array([[1.5], [2.5]])', 'np.array([], dtype="int32")'],
    refused: ['[1.5, 2.5]', 'np.array([None, 1])'],
  },
  parquet: {
    imports: ['import pandas as pd'],
    kept: ['pd.DataFrame({"x": [1.5, 2.5]}, index=[7, 3])'],
    refused: ['pd.DataFrame({"lists": [[1], [2]]})', 'pd.DataFrame({"mixed": [1, "a"]})'],
  },
  joblib: { imports: [], kept: ['{1: ("tuple", {2})}'], refused: ['lambda: None'] },
};

/** Gives `test_io.py` with cases for each codec that the project uses. */
export function testIo({ plan, codecs }: TestFacts): string {
  const used = (['json', 'npz', 'parquet', 'joblib'] as const).filter((codec) => codecs.has(codec));
  const imports = used.flatMap((codec) => CASES[codec].imports);
  const rows = (kind: 'kept' | 'refused') =>
    used
      .flatMap((codec) => CASES[codec][kind].map((value) => `        ("x.${codec}", ${value}),`))
      .join('\n');
  const frames = codecs.has('parquet');
  const arrays = codecs.has('npz');
  const comparison = [
    ...(frames
      ? ['    if isinstance(value, pd.DataFrame):\n        pd.testing.assert_frame_equal(found, value)']
      : []),
    ...(arrays
      ? [
          `    ${frames ? 'elif' : 'if'} isinstance(value, np.ndarray):\n        np.testing.assert_array_equal(found, value, strict=True)`,
        ]
      : []),
    frames || arrays ? '    else:\n        assert found == value' : '    assert found == value',
  ];
  return `"""What a codec would change is refused; what it keeps comes back; nothing half-written stays."""

from pathlib import Path
from typing import Any

import pytest
${imports.join('\n')}

from ${plan.package} import io


@pytest.mark.parametrize(
    ("name", "value"),
    [
${rows('kept')}
    ],
)
def test_a_value_comes_back(tmp_path: Path, name: str, value: Any) -> None:
    io.save(value, tmp_path / name)
    found = io.load(tmp_path / name)
    assert type(found) is type(value)
${comparison.join('\n')}


@pytest.mark.parametrize(
    ("name", "value"),
    [
${rows('refused')}
    ],
)
def test_a_value_that_would_change_is_refused(tmp_path: Path, name: str, value: Any) -> None:
    with pytest.raises(Exception, match=r"."):  # noqa: PT011
        io.save(value, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"bytes")
    assert io.load(tmp_path / "x.txt", "file") == b"bytes"
${codecs.has('joblib') ? SHARED : ''}`;
}

const SHARED = `

def test_parts_that_values_share_stay_shared(tmp_path: Path) -> None:
    part = [1]
    io.save((part, {"part": part}), tmp_path / "x.joblib")
    first, second = io.load(tmp_path / "x.joblib")
    assert second["part"] is first
`;
