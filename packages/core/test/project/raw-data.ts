import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/plan/index.ts';

/** Writes the raw table of the churn plan into a project. */
export function writeInputs(folder: string, plan: Plan, count: number): void {
  if (plan.inputs.length === 0) return;
  const plans = ['basic', 'plus', 'pro'];
  const rows = Array.from({ length: count }, (_, index) => {
    const spend = index % 17 === 0 ? '' : (index * 7.5).toFixed(2);
    return [1001 + index, index % 50, spend, index % 7, plans[index % 3], index % 5 === 0 ? 1 : 0].join(',');
  });
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(
    join(folder, 'data/customers.csv'),
    `customer_id,months,spend,calls,plan,churned\n${rows.join('\n')}\n`,
  );
}
