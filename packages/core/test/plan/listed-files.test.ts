import { expect, it } from 'vitest';
import { planCase } from './plan-case.ts';

const isExternal = async (text: string) => {
  const code = `# %%\nimport glob\nimport pandas as pd\n${text}`;
  const { plan } = await planCase(
    { name: 'listed', text: code, files: { 'raw/a.csv': 'x\n1\n' } },
    { stages: 'one' },
  );
  return plan.stages.map(({ external }) => external);
};

it('files that a pattern names are its inputs', async () => {
  expect(
    await isExternal(`
files = sorted(glob.glob("raw/*.csv"))
frames = []
for name in files:
    frames.append(pd.read_csv(name))
logs = pd.concat(frames)
`),
  ).toEqual([false]);
  expect(await isExternal('logs = pd.concat([pd.read_csv(p) for p in glob.glob("raw/*.csv")])\n')).toEqual([
    false,
  ]);
});

it.each([
  'logs = [pd.read_csv(p) for p in open("list.txt").read().split()]',
  'files = glob.glob("raw/*.csv")\nfiles.append(input())\nlogs = [pd.read_csv(p) for p in files]',
  'logs = []\nfor p in glob.glob("raw/*.csv"):\n    p = p.replace("raw", "other")\n    logs.append(pd.read_csv(p))',
  'logs = []\nfor p in glob.glob("raw/*.csv"):\n    logs.append(pd.read_csv(p + ".bak"))',
])('a stage that reads other files always runs: %s', async (text) => {
  expect(await isExternal(`${text}\n`)).toEqual([true]);
});
