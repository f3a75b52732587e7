import { describe, expect, it } from 'vitest';
import { type PlanCase, planCase, runPlans } from './plan-case.ts';

const CASES: readonly (PlanCase & {
  readonly lifted: readonly string[];
  readonly nested?: readonly string[];
})[] = [
  {
    name: 'reads a name that is bound again between the calls',
    text: `
# %%
factor = [2]
offset = sum(factor)
def scale(values, plus=0):
    return [v * offset + plus for v in values]
a = scale([1, 2], plus=1)
# %%
offset = offset + 5
b = scale([3])
`,
    artifacts: ['a', 'b'],
    lifted: ['scale(values, plus=0, *, offset)'],
  },
  {
    name: 'calls another that reads data, and itself',
    text: `
# %%
STOP = set("a b".split())
def keep(word):
    return word not in STOP
def count(words):
    if not words:
        return 0
    return int(keep(words[0])) + count(words[1:])
total = count(["a", "x", "y"])
`,
    artifacts: ['total'],
    lifted: ['keep(word, *, stop)', 'count(words, *, stop)'],
  },
  {
    name: 'is handed to map, apply and as a key',
    text: `
# %%
import pandas as pd
weights = dict(zip("xyz", [3, 1, 2]))
def weigh(letter):
    return weights[letter]
table = pd.DataFrame({"letter": list("zyx")})
table["weight"] = table["letter"].map(weigh)
order = sorted("xyz", key=weigh)
heavy = list(map(weigh, order))
`,
    artifacts: ['table', 'order', 'heavy'],
    lifted: ['weigh(letter, *, weights)'],
  },
  {
    name: 'changes what it reads, with arguments on several lines',
    text: `
# %%
seen = []
seen.append(0)
def note(
    value,  # what was seen
    twice=False,
):
    seen.append(value)
    if twice:
        seen.append(value)
    return len(seen)
n = note(
    4,
    twice=True,  # both
)
m = note(n)
`,
    artifacts: ['seen', 'n', 'm'],
    lifted: ['note('],
  },
  {
    name: 'stays where the name means something else at a call',
    text: `
# %%
rate = sum([1, 2])
def tax(x):
    return x * rate
def all_taxes(rate):
    return [tax(x) for x in rate]
taxes = all_taxes([1, 2])
`,
    artifacts: ['taxes'],
    lifted: [],
    nested: ['tax', 'all_taxes'],
  },
  {
    name: 'stays where it assigns, outlives its call, or is given away',
    text: `
# %%
state = len("abc")
def bump():
    global state
    state += 1
    return state
first = bump()
# %%
power = len("ab")
def later():
    return lambda x: x ** power
cube = later()
power = power + 1
cubed = cube(2)
# %%
base = len("abcd")
def add(x):
    return x + base
table = {"add": add}
sums = table["add"](1)
`,
    artifacts: ['first', 'cubed', 'sums'],
    lifted: [],
    nested: ['bump', 'later', 'add'],
  },
  {
    name: 'stays where the name has no value at every call',
    text: `
# %%
def maybe(flag):
    return limit if flag else 0
zero = maybe(False)
# %%
limit = len("abc")
three = maybe(True)
`,
    artifacts: ['zero', 'three'],
    lifted: [],
    nested: ['maybe'],
  },
];

describe('a function that reads data of the notebook', () => {
  it.each(CASES)('$name', async ({ lifted, nested = [], ...one }) => {
    const planned = await planCase(one);
    const texts = planned.plan.modules.flatMap(({ definitions }) => definitions.map(({ text }) => text));
    const bodies = planned.plan.stages.flatMap(({ body }) => body.map(({ text }) => text)).join('\n');
    for (const head of lifted) expect(texts.some((text) => text.includes(`def ${head}`))).toBe(true);
    for (const name of nested) expect(bodies).toContain(`def ${name}(`);
    expect(bodies.match(/^def /gm)?.length ?? 0).toBe(nested.length);
  });

  it.each(['best', 'finest'] as const)('computes the same, with %s stages', async (stages) => {
    const planned = await Promise.all(
      CASES.map(async (one) => ({ ...one, ...(await planCase(one, { stages })) })),
    );
    runPlans(planned).forEach((result, at) => {
      expect.soft(result, planned[at]?.name).toEqual([]);
    });
  });
});
