import { describe, expect, it } from 'vitest';
import { CASES } from './cases.ts';
import { planCase, runPlans } from './plan-case.ts';

describe.each(['best', 'finest', 'one'] as const)('planProject with %s stages', (stages) => {
  it('computes what the notebook computes', async () => {
    const planned = await Promise.all(
      CASES.map(async (one) => ({ ...one, ...(await planCase(one, { stages })) })),
    );
    const results = runPlans(planned);
    for (const [at, one] of planned.entries()) {
      expect(one.plan.artifacts, one.name).not.toHaveLength(0);
      expect.soft(results[at], one.name).toEqual([]);
    }
  });
});
