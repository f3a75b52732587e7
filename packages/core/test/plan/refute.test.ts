import { describe, expect, it } from 'vitest';
import type { RecordedStep, RunRecord } from '../../src/record/index.ts';
import { planCase } from './plan-case.ts';
import { recordedRun } from './recorded-run.ts';

const FILES = { 'data.csv': 'x\n1\n2\n' };

/** The statements of the stages of a plan with a record in which each statement changed what is given. */
async function bodies(text: string, changed: readonly (readonly string[])[], more: Partial<RunRecord> = {}) {
  const { graph } = await planCase({ name: 'case', text, files: FILES });
  const steps = graph.steps.map(
    ({ id }, index): RecordedStep => ({
      id,
      seconds: 0,
      values: {},
      changed: changed[index] ?? [],
      reads: [],
      filesRead: [],
      filesWritten: [],
      randomDraws: [],
    }),
  );
  const record: RunRecord = recordedRun(graph.module.notebook.path, steps, more);
  const { plan } = await planCase({ name: 'case', text, files: FILES }, { records: [record] });
  return plan.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
}

const UNKNOWN = `
# %%
import pandas as pd
import strange
df = pd.read_csv("data.csv")
# %%
strange.look_at(df)
# %%
total = df["x"].sum()
total
`;

describe('a doubt that a run has settled', () => {
  it('keeps no statement that changed nothing', async () => {
    expect(await bodies(UNKNOWN, [[], [], ['df'], [], ['total']])).not.toContain('look_at');
  });

  it('keeps one that changed what is read later', async () => {
    expect(await bodies(UNKNOWN, [[], [], ['df'], ['df'], ['total']])).toContain('look_at');
  });

  it('says nothing of a branch that another parameter may take', async () => {
    const text = UNKNOWN.replace(
      'strange.look_at(df)',
      'def look(frame):\n    if len(frame) > 5:\n        strange.look_at(frame)\nlook(df)',
    );
    expect(await bodies(text, [[], [], ['df'], ['look'], [], ['total']])).toContain('look(df)');
  });
});
