import { pythonString } from '../text/index.ts';
import { datasetAt, type TestFacts } from './test-support.ts';
import { type ExpectedTable, findTables, testTables } from './test-tables.ts';
import { testTexts } from './test-texts.ts';

/** What is known of the results of a full run. */
export interface GoldenFacts {
  /** Whole values: the file that a run makes, the file under `tests/` that holds the notebook's, their codec. */
  readonly values: readonly (readonly [made: string, expected: string, codec: string])[];
  readonly tables: Readonly<Record<string, ExpectedTable>>;
  readonly hasTexts: boolean;
  /** Stages that check what they read, with the constant of the contract. */
  readonly checks: readonly { readonly stage: string; readonly contract: string }[];
}

/** Finds what the values of a full run can be compared with; `undefined` where nothing is known. */
export function findGoldenFacts(facts: TestFacts): GoldenFacts | undefined {
  const { plan, samples } = facts;
  const values = expectedValues(facts);
  const tables = findTables(facts);
  const hasTexts = Object.keys(samples.texts ?? {}).length > 0;
  if (values.length === 0 && Object.keys(tables).length === 0 && !hasTexts) return undefined;
  const internal = new Set(plan.stages.flatMap(({ name, external }) => (external ? [] : [name])));
  const checks = plan.contracts.flatMap(({ name, stage }) =>
    internal.has(stage) ? [{ stage, contract: name }] : [],
  );
  return { values, tables, hasTexts, checks };
}

function expectedValues({ plan, samples }: TestFacts): GoldenFacts['values'] {
  const between = plan.datasets.flatMap(({ name, codec }) => {
    const file = `${name}.${codec}`;
    return name in samples.values ? [[file, `samples/${file}`, codec] as const] : [];
  });
  const artifacts = plan.artifacts.flatMap(({ name, path, codec }) => {
    if (!(name in samples.golden) || datasetAt(path) in samples.values) return [];
    const made = path.replace(/^artifacts\//, '');
    return [[made, `golden/${codec === 'file' ? name : `${name}.${codec}`}`, codec] as const];
  });
  return [...between, ...artifacts];
}

const OUT = `@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a full run."""
    folder = tmp_path_factory.mktemp("out")
    assert main(["--params", str(PARAMS), "--out", str(folder), "run"]) == 0
    return folder
`;

/** Gives `test_golden.py`: a full run against what is known of the notebook's. */
export function testGolden({ plan }: TestFacts, golden: GoldenFacts): string {
  const { values, tables, hasTexts, checks } = golden;
  const hasTables = Object.keys(tables).length > 0;
  const weighted = Object.values(tables).some(({ columns }) => columns.some((each) => 'weighted' in each));
  const own = [
    `from ${plan.package} import io`,
    `from ${plan.package}._engine.cli import main`,
    ...(checks.length > 0
      ? [
          `from ${plan.package}._engine.contract import Column`,
          `from ${plan.package}.contracts import ${[...new Set(checks.map(({ contract }) => contract))].sort().join(', ')}`,
        ]
      : []),
    ...(values.length > 0 ? ['', 'from .compare import same'] : []),
  ];
  const standard = [
    ...(hasTables || hasTexts ? ['import json'] : []),
    ...(hasTexts ? ['import re'] : []),
    'from pathlib import Path',
  ];
  const constants = [
    'TESTS = Path(__file__).parent',
    'PARAMS = TESTS.parent / "params.yaml"',
    ...(hasTables ? ['TABLES = json.loads((TESTS / "golden/tables.json").read_text(encoding="utf-8"))'] : []),
    ...(hasTexts
      ? [
          'TEXTS = json.loads((TESTS / "golden/texts.json").read_text(encoding="utf-8"))',
          'NUMBER = re.compile(r"-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")',
        ]
      : []),
  ];
  const parts = [
    OUT,
    ...(values.length > 0 ? [testValues(values)] : []),
    ...(hasTables ? [testTables(weighted)] : []),
    ...(hasTexts ? [testTexts()] : []),
    ...(checks.length > 0 ? [testChecks(checks)] : []),
  ];
  return `"""On the raw data the pipeline gives the values that the notebook gave."""

${standard.join('\n')}

${hasTables && weighted ? 'import numpy as np\n' : ''}import pytest

${own.join('\n')}

${constants.join('\n')}


${parts.map((part) => part.trim()).join('\n\n\n')}
`;
}

function testValues(values: GoldenFacts['values']): string {
  const rows = values.map((row) => `(${row.map(pythonString).join(', ')})`);
  return `@pytest.mark.full
@pytest.mark.parametrize(("made", "expected", "codec"), [${rows.join(', ')}])
def test_value_is_that_of_the_notebook(out: Path, made: str, expected: str, codec: str) -> None:
    same(io.load(out / made, codec), io.load(TESTS / expected, codec))
`;
}

/** Each stage that reads a table is given a contract that the table cannot fulfil. */
function testChecks(checks: GoldenFacts['checks']): string {
  const rows = checks.map(({ stage, contract }) => `(${pythonString(stage)}, ${contract})`);
  return `@pytest.mark.full
@pytest.mark.parametrize(("stage", "columns"), [${rows.join(', ')}])
def test_a_stage_refuses_data_without_a_column(
    out: Path,
    stage: str,
    columns: dict[str, Column],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(columns, "no such column", Column("int64"))
    assert main(["--params", str(PARAMS), "--out", str(out), "stage", stage, "--force"]) == 1
    assert "no such column: missing" in caplog.text
`;
}
