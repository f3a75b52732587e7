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

describe('long stages, taken apart', () => {
  it.each([1, 8])('compute what the notebook computes, from %i lines on', async (longest) => {
    const planned = await Promise.all(
      CASES.map(async (one) => ({ ...one, ...(await planCase(one, { stages: 'one', longest })) })),
    );
    const results = runPlans(planned);
    for (const [at, one] of planned.entries()) expect.soft(results[at], one.name).toEqual([]);
    const apart = planned.filter(({ plan }) => plan.stages.some(({ parts }) => parts !== undefined));
    expect(apart.length).toBeGreaterThan(planned.length / 3);
  });
});

describe('outlineProject', () => {
  it('says what the plan says', async () => {
    for (const one of CASES) {
      const { plan, outline, diagnostics } = await planCase(one);
      expect.soft(outline.diagnostics, one.name).toEqual(diagnostics);
      expect.soft(outline.value, one.name).toEqual({
        package: plan.package,
        artifacts: plan.artifacts,
        stages: plan.stages.map(({ name, cells }) => ({ name, cells })),
        inputs: plan.inputs,
        settings: plan.settings,
        statements: plan.fates.length,
        dropped: plan.fates.filter(({ fate }) => fate === 'dropped').length,
      });
    }
  });
});
