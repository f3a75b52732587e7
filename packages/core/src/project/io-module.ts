import type { Codec } from '../record/index.ts';

interface CodecCode {
  readonly imports: readonly string[];
  readonly functions: string;
  /** Functions that save and load. */
  readonly pair: string;
}

const CODES: Readonly<Record<Codec, CodecCode>> = {
  json: {
    imports: ['import json'],
    functions: `def _same(kept: Any, value: Any) -> bool:
    if type(kept) is not type(value):
        return False
    if isinstance(kept, dict):
        keys = [*map(type, kept), *kept] == [*map(type, value), *value]
        return keys and all(map(_same, kept.values(), value.values()))
    if isinstance(kept, list):
        return len(kept) == len(value) and all(map(_same, kept, value))
    return bool(kept == value)


def _save_json(value: Any, path: Path) -> None:
    text = json.dumps(value, indent=2, allow_nan=False) + "\\n"
    if not _same(json.loads(text), value):
        raise TypeError("JSON does not keep this value")
    path.write_text(text, encoding="utf-8")


def _load_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
`,
    pair: '_save_json, _load_json',
  },
  npz: {
    imports: ['import numpy as np'],
    functions: `def _save_npz(value: Any, path: Path) -> None:
    if type(value) is not np.ndarray or value.dtype.hasobject:
        raise TypeError("npz keeps plain arrays without objects only")
    np.savez(path, value=value)


def _load_npz(path: Path) -> Any:
    with np.load(path, allow_pickle=False) as arrays:
        return arrays["value"]
`,
    pair: '_save_npz, _load_npz',
  },
  parquet: {
    imports: ['import pandas as pd'],
    functions: `def _save_parquet(value: Any, path: Path) -> None:
    value.to_parquet(path)
    kept = pd.read_parquet(path)
    pd.testing.assert_frame_equal(kept, value, check_exact=True, check_index_type=True)
    for column in range(value.shape[1]):
        if value.dtypes.iloc[column] == object:
            types = [list(map(type, frame.iloc[:, column])) for frame in (kept, value)]
            if types[0] != types[1]:
                raise TypeError(f"parquet changes elements of {value.columns[column]!r}")


def _load_parquet(path: Path) -> Any:
    return pd.read_parquet(path)
`,
    pair: '_save_parquet, _load_parquet',
  },
  joblib: {
    imports: ['import joblib'],
    functions: `def _save_joblib(value: Any, path: Path) -> None:
    joblib.dump(value, path)
    if type(joblib.load(path)) is not type(value):
        raise TypeError("joblib does not keep this value")


def _load_joblib(path: Path) -> Any:
    return joblib.load(path)
`,
    pair: '_save_joblib, _load_joblib',
  },
};
const ORDER: readonly Codec[] = ['json', 'npz', 'parquet', 'joblib'];

/** Gives `io.py` with the codecs that the project uses. */
export function renderIo(packageName: string, used: ReadonlySet<Codec>): string {
  const codecs = ORDER.filter((codec) => used.has(codec));
  const imports = [
    'from collections.abc import Callable',
    'from pathlib import Path',
    'from typing import Any',
    ...codecs.flatMap((codec) => CODES[codec].imports),
    `from ${packageName}._engine.files import writing`,
  ];
  const table = codecs.map((codec) => `    "${codec}": (${CODES[codec].pair}),`);
  return `"""Codecs: how a dataset is stored; what a codec may change silently is compared."""

${imports.join('\n')}

${codecs.map((codec) => `\n${CODES[codec].functions}`).join('\n')}

CODECS: dict[str, tuple[Callable[[Any, Path], None], Callable[[Path], Any]]] = {
${table.join('\n')}
}


def save(value: Any, path: Path) -> None:
    """Write \`\`value\`\` with the codec that the suffix names."""
    with writing(path) as temporary:
        CODECS[path.suffix[1:]][0](value, temporary)


def load(path: Path, codec: str | None = None) -> Any:
    """Read what :func:\`save\` wrote; \`\`codec\`\` is by default the suffix, \`\`file\`\` gives bytes."""
    return path.read_bytes() if codec == "file" else CODECS[codec or path.suffix[1:]][1](path)
`;
}
