import type { Contract } from '../plan/index.ts';
import type { ColumnFacts } from '../record/index.ts';
import { pythonString } from '../text/index.ts';
import { pythonLiteral } from './python-type.ts';

/** Gives `contracts.py`: columns, types and nulls of the tables that load stages read. */
export function renderContracts(packageName: string, contracts: readonly Contract[]): string {
  const tables = contracts.map((contract) => {
    const columns = (contract.facts.columns ?? []).map(
      (column) => `    ${pythonString(column.name)}: ${renderColumn(column)},`,
    );
    return `${contract.name} = {\n${columns.join('\n')}\n}`;
  });
  return `"""What the raw tables must look like: columns, types and nulls as recorded."""

from ${packageName}._engine.contract import Column

${tables.join('\n\n')}
`;
}

function renderColumn(column: ColumnFacts): string {
  const parts = [pythonString(column.dtype)];
  if (column.nullable) parts.push('nullable=True');
  if (column.range) parts.push(`seen=(${column.range.map(pythonLiteral).join(', ')})`);
  else if (column.categories?.every(isLabel) && column.categories.length > 0) {
    parts.push(`seen=frozenset({${[...new Set(column.categories)].map(pythonString).join(', ')}})`);
  }
  return `Column(${parts.join(', ')})`;
}

/** Sentences and keys of single rows are no categories: a contract holds no texts of the raw data. */
function isLabel(category: string): boolean {
  return category.length <= LONGEST_LABEL;
}

const LONGEST_LABEL = 30;
