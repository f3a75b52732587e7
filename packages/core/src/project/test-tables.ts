import type { ColumnFacts } from '../record/index.ts';
import type { TestFacts } from './test-support.ts';

/** What is known of a table that a full run makes. */
export interface ExpectedTable {
  readonly shape: readonly number[];
  readonly columns: readonly ColumnFacts[];
}

/**
 * Finds the tables between stages whose shape and columns the record holds, by file; those of random stages are left out, and
 * those that the tests hold whole.
 */
export function findTables({ plan, samples }: TestFacts): Readonly<Record<string, ExpectedTable>> {
  const unstable = new Set(samples.unstable ?? []);
  const found: Record<string, ExpectedTable> = {};
  if (!plan.recorded) return found;
  for (const { name, codec, facts } of plan.datasets) {
    if (!facts?.columns || !facts.shape || facts.type.name !== 'pandas.DataFrame' || unstable.has(name))
      continue;
    if (name in samples.values) continue;
    if (facts.shape[1] === facts.columns.length)
      found[`${name}.${codec}`] = { shape: facts.shape, columns: facts.columns };
  }
  return found;
}

const WEIGHTED = `        if "weighted" in column:
            numbers = values.dropna().to_numpy(dtype="float64")
            weighted = float((numbers * (np.arange(len(numbers)) % 97 + 1)).mean())
            largest = 1e-6 * 97 * max(map(abs, column["range"]))
            assert weighted == pytest.approx(column["weighted"], rel=1e-6, abs=largest)
`;

/** Gives the test that compares tables of a full run with what the record holds of them. */
export function testTables(weighted: boolean): string {
  return `

@pytest.mark.full
@pytest.mark.parametrize("name", TABLES)
def test_table_looks_as_in_the_notebook(out: Path, name: str) -> None:
    table, expected = io.load(out / name), TABLES[name]
    assert list(table.shape) == expected["shape"]
    assert [str(column) for column in table.columns] == [c["name"] for c in expected["columns"]]
    for position, column in enumerate(expected["columns"]):
        values = table.iloc[:, position]
        assert str(values.dtype) == column["dtype"]
        assert bool(values.isna().any()) == column["nullable"]
        if "range" in column:
            assert [values.min(), values.max()] == pytest.approx(column["range"], rel=1e-6)
${weighted ? WEIGHTED : ''}        if "categories" in column:
            assert {str(value) for value in values.dropna()} <= set(column["categories"])
`;
}
