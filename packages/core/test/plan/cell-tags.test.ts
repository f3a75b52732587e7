import { describe, expect, it } from 'vitest';
import { type PlanCase, planCase, runPlans } from './plan-case.ts';

const TAGGED: PlanCase = {
  name: 'tagged',
  text: `
# %%
numbers = list(range(10))
# %% tags=stage:double-up
doubled = [n * 2 for n in numbers]
# %%
total = sum(doubled)
# %% tags=skip
score = sum(numbers)
with open("ignored.txt", "w") as out:
    out.write(str(score))
# %%
# cellwright: stage(check)
limit = 4  # cellwright: param
label = "high"  # cellwright: param
large = [n for n in doubled if n > limit]
answer = (label, len(large), total)
# %%
len(large)
`,
};

describe('tags of cells', () => {
  it('say which stages there are, what is skipped and what is a parameter', async () => {
    const { plan, ...planned } = await planCase(TAGGED);
    expect(plan.stages.map(({ name, cells }) => [name, cells])).toEqual([
      ['compute_numbers', [1]],
      ['double_up', [2, 3]],
      ['check', [5]],
    ]);
    expect(plan.artifacts.map(({ name }) => name)).not.toContain('ignored.txt');
    expect(plan.parameters.map(({ section, key, value }) => [section, key, value])).toEqual([
      ['check', 'limit', 4],
      ['check', 'label', 'high'],
    ]);
    expect(runPlans([{ ...TAGGED, ...planned, plan }])).toEqual([[]]);
  });

  it('do not part what cannot be parted', async () => {
    const one = {
      name: 'shared',
      text: `
# %% tags=step:first
a = [1]
b = [a]
# %% tags=step:second
a.append(2)
total = sum(b[0])
`,
      artifacts: ['total', 'b'],
    };
    const planned = await planCase(one);
    expect(planned.plan.stages).toHaveLength(1);
    expect(runPlans([{ ...one, ...planned }])).toEqual([[]]);
  });
});

describe('an artifact named by its cell', () => {
  it('is the variable or the value that the cell shows', async () => {
    const one = { ...TAGGED, artifacts: ['cell:6', 'answer'] };
    const planned = await planCase(one);
    expect(planned.plan.artifacts.map(({ name, variable }) => [name, variable])).toEqual([
      ['len_value', 'len_value'],
      ['answer', 'answer'],
    ]);
    expect(runPlans([{ ...one, ...planned }])).toEqual([[]]);
    const shown = await planCase({ name: 'shown', text: '# %%\nx = 3\nx', artifacts: ['cell:1'] });
    expect(shown.plan.artifacts.map(({ variable }) => variable)).toEqual(['x']);
  });

  it('is refused where the cell shows no value', async () => {
    const { diagnostics } = await planCase({ name: 'none', text: '# %%\nx = 3', artifacts: ['cell:1'] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toContainEqual([
      'P001',
      'Cell 1 shows no value that could be kept.',
    ]);
  });
});
