import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { readRecord } from '../../src/record/index.ts';
import { findInterpreter } from '../../src/run/index.ts';
import type { KeptRecord } from '../../src/verify/index.ts';
import { interpreter, record, temporaryFolder } from '../run/recorder.ts';
import { type TestProject, verifyTest } from './project.ts';

const ARTIFACT = { name: 'x', variable: 'x', path: 'artifacts/x.json', codec: 'json', statement: '1:0' };
const NOTEBOOK = [
  'import os, glob, helper\nfrom pathlib import Path',
  'try:\n    import optional_part\nexcept ImportError:\n    optional_part = None',
  'n = int(open("data.txt").read()) + helper.ADDED + len(glob.glob("parts/*")) + len(glob.glob("*.tsv"))',
  'if os.path.exists("override.txt"):\n    n = 0',
  'scale = int(os.environ.get("CELLWRIGHT_TEST_SCALE", "1"))',
  'x = n * scale\nPath("out.txt").write_text(str(x))',
];
const FILES = {
  'data.txt': '40',
  'helper.py': 'ADDED = 1',
  'parts/a.csv': '1',
  'beside.csv': 'read by nobody',
};
const found = await findInterpreter({ python: interpreter.program, folder: '.' }, nodeEffects());

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const writes = (text: string): TestProject => ({
  cells: NOTEBOOK,
  project: `(out / "x.json").write_text(${text})`,
  artifacts: [{ ...ARTIFACT, statement: '6:0' }],
});

/** Records the notebook, lets something happen, and verifies a project that gives 42. */
async function verifyAfter(
  happen: (home: string, kept: KeptRecord) => KeptRecord | undefined,
  test = writes("'42'"),
) {
  const folder = temporaryFolder();
  const home = join(folder, 'notebook');
  write(home, FILES);
  const made = await record(test.cells, { sha256: 'digest', capture: 'all' }, home);
  const kept = readRecord('record.json', readFileSync(join(made.into, 'record.json'), 'utf8')).value;
  if (kept === null || found === null) throw new Error('there is no record');
  const base = { record: kept, folder: made.into };
  const earlier = [[happen(home, base) ?? base]];
  const { value } = await verifyTest(test, { earlier, interpreter: found }, folder);
  return { ...value?.proof, into: made.into };
}

it('does not run the notebook while everything that its run depended on is as it was', async () => {
  const proof = await verifyAfter((home) => {
    write(home, { 'project/.cellwright/lock.json': '{}', 'project/data.tsv': '1' });
    return undefined;
  });
  expect(proof).toMatchObject({ reused: true, ok: true, artifacts: [{ control: { detected: true } }] });
});

const CHANGES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a file that it read', { 'data.txt': '41' }],
  ['a module beside it', { 'helper.py': 'ADDED = 2' }],
  ['a new file in a folder that it listed', { 'parts/b.csv': '1' }],
  ['a new file beside it, where it listed its own folder', { 'new.tsv': '1' }],
  ['a file that it looked for and did not find', { 'override.txt': '' }],
  ['a module that it could not import', { 'optional_part.py': '' }],
  ['a file that it writes', { 'out.txt': 'old' }],
  ['a file beside it, which something unseen may have read', { 'beside.csv': 'changed' }],
];

it.each(CHANGES)('runs the notebook again after a change of %s', async (_, files) => {
  const proof = await verifyAfter((home) => {
    write(home, files);
    return undefined;
  });
  expect(proof.artifacts).toHaveLength(1);
  expect(proof.reused).toBeUndefined();
});

const OTHERS: readonly (readonly [string, (kept: KeptRecord['record']) => Partial<KeptRecord['record']>])[] =
  [
    ['of another version of the notebook', (kept) => ({ notebook: { ...kept.notebook, sha256: 'other' } })],
    ['in another order', () => ({ order: 'executed' })],
    ['of another Python', (kept) => ({ python: { ...kept.python, version: '3.8.0' } })],
    ['that raised', () => ({ outcome: { kind: 'died', detail: '', cell: 2 } })],
    ['with another package', () => ({ distributions: { numpy: '0.1' } })],
    ['with a package that is gone', () => ({ distributions: { 'no-such-package': '1' } })],
    [
      'that does not say its setting',
      ({ setting: _, ...kept }) => ({ ...kept, setting: undefined }) as never,
    ],
    ['after another notebook', ({ setting }) => (setting ? { setting: { ...setting, after: ['a'] } } : {})],
    ['with containment', ({ setting }) => (setting ? { setting: { ...setting, contained: true } } : {})],
    [
      'in another environment',
      ({ setting }) => (setting ? { setting: { ...setting, prefix: '/other' } } : {}),
    ],
    ['without the value', () => ({ final: {}, values: {} })],
  ];

it.each(OTHERS)('takes no run %s for one of now', async (_, other) => {
  const proof = await verifyAfter((__, kept) => ({
    ...kept,
    record: { ...kept.record, ...other(kept.record) },
  }));
  expect(proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  expect(proof.reused).toBeUndefined();
});

it('takes no run with another value of a variable of the environment that the notebook names', async () => {
  const proof = await verifyAfter(() => {
    process.env.CELLWRIGHT_TEST_SCALE = '2';
    return undefined;
  }, writes("'84'"));
  delete process.env.CELLWRIGHT_TEST_SCALE;
  expect(proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  expect(proof.reused).toBeUndefined();
});

it('lets a new run decide where the earlier one and the project differ', async () => {
  const folder = temporaryFolder();
  const secret = join(folder, 'unseen');
  writeFileSync(secret, '1');
  const test = {
    cells: [`import subprocess\nx = int(subprocess.check_output(["cat", "${folder}" + "/unseen"]))`],
    project: `(out / "x.json").write_text("2")`,
    artifacts: [{ ...ARTIFACT, statement: '1:1' }],
  };
  const proof = await verifyAfter(() => {
    writeFileSync(secret, '2');
    return undefined;
  }, test);
  expect(proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  expect(proof.reused).toBeUndefined();
  expect(() => readFileSync(join(proof.into, 'record.json'))).toThrow();
});

it('finds what differs from run to run, though a run is at hand', async () => {
  const proof = await verifyAfter(() => undefined, {
    ...writes("'1'"),
    cells: ['import os\nx = int.from_bytes(os.urandom(6), "big")'],
    artifacts: [{ ...ARTIFACT, statement: '1:1' }],
  });
  expect(proof.artifacts).toMatchObject([{ verdict: 'nondeterministic' }]);
});

it('says that a project differs after one more run', async () => {
  const proof = await verifyAfter(() => undefined, writes("'43'"));
  expect(proof).toMatchObject({ reused: true, ok: false, artifacts: [{ verdict: 'differs' }] });
});
