import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLANTED } from '../../../core/test/secrets/planted.ts';
import {
  CHURN,
  cellwright,
  folderWith,
  freshFolder,
  notebookText,
  python,
  ROOT,
  runProgram,
} from './command-line.ts';

const SECRETS = Object.values(PLANTED);
/** No shape of its own: only the name before it tells, and only to secretlint in a comment. */
const SCANNED = `wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'zKEYQ'.repeat(2)}`;
const LOGIN = [
  'import os\n\ndef login(user, password):\n    return len(user) + len(password)',
  'password = "hunter2!"\nrequest = {"user": "ann", "api_key": "abc123def456"}',
  'size = login("ann", password) + len(request["api_key"])\nprint(size)',
];

/** Every byte below a folder, as text. */
function bytesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

function expectNone(text: string, secrets: readonly string[]): void {
  const lines = secrets.flatMap((secret) => secret.split('\n')).filter((line) => !line.startsWith('-----'));
  expect(lines.filter((line) => text.includes(line))).toEqual([]);
}

test('no byte that build, check or graph writes is a credential of the notebook', () => {
  const literals = SECRETS.map((secret, at) => `value_${at} = ${JSON.stringify(secret)}`);
  const notebook = JSON.parse(
    notebookText(
      literals.join('\n'),
      `total = sum(len(v) for v in [${literals.map((_, at) => `value_${at}`).join(', ')}])`,
      `# ${PLANTED['Slack token']}, and AWS_SECRET_ACCESS_KEY = "${SCANNED}"\nlabel = f"""${PLANTED['GitHub token']} {total}"""\nprint(label)`,
    ),
  );
  notebook.cells[1].outputs = [{ output_type: 'stream', name: 'stdout', text: SECRETS }];
  notebook.cells.unshift({ cell_type: 'markdown', id: 'm', metadata: {}, source: `# Use ${SECRETS[0]}` });
  const folder = freshFolder();
  writeFileSync(join(folder, 'n.ipynb'), JSON.stringify(notebook));
  const hidden = [...SECRETS, SCANNED];
  for (const args of [
    ['check', 'n.ipynb', '--json'],
    ['check', 'n.ipynb'],
    ['graph', 'n.ipynb'],
    ['build', 'n.ipynb', '-o', 'project', '--artifact', 'label', '--artifact', 'total'],
  ]) {
    const said = cellwright(args, { cwd: folder });
    expect(said.code, said.stderr).toBe(args[0] === 'check' ? 1 : 0);
    expectNone(`${said.stdout}${said.stderr}`, hidden);
    if (args[0] !== 'graph') expect(`${said.stdout}${said.stderr}`).toContain('L201');
  }
  expectNone(bytesBelow(join(folder, 'project')), hidden);
  const example = readFileSync(join(folder, 'project/.env.example'), 'utf8');
  const variables = [...example.matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
  expect(variables.length).toBeGreaterThanOrEqual(SECRETS.length);
});

test('a project reads its credentials from the environment, and is verified with those of the notebook', () => {
  const folder = folderWith('n.ipynb', ...LOGIN);
  const flags = ['--trust', '--python', python()];
  const built = cellwright(['build', 'n.ipynb', '-o', 'p', '--name', 'p', '--record', ...flags], {
    cwd: folder,
  });
  expect(built.code, built.stderr).toBe(0);
  const verified = cellwright(['verify', 'p', ...flags], { cwd: folder });
  expect(verified.code, verified.stderr).toBe(0);
  expectNone(bytesBelow(join(folder, 'p')), ['hunter2', 'abc123def456']);
  expectNone(`${built.stdout}${built.stderr}${verified.stdout}${verified.stderr}`, ['hunter2']);
  const run = (env: Readonly<Record<string, string>>) =>
    runProgram([python(), '-m', 'p', 'run', '--force'], {
      cwd: join(folder, 'p'),
      env: { PYTHONPATH: 'src', ...env },
    });
  const without = run({});
  expect(without.code).not.toBe(0);
  expect(without.stderr).toContain('API_KEY');
  expect(run({ PASSWORD: 'hunter2!', API_KEY: 'abc123def456' }).code).toBe(0);
  writeFileSync(join(folder, 'p/.env'), 'PASSWORD=hunter2!\nAPI_KEY=abc123def456\n');
  expect(run({}).code).toBe(0);
});

test('the tests of a project pass with its credentials and are left out without them', () => {
  const folder = folderWith('n.ipynb', ...LOGIN);
  const flags = ['--record', '--trust', '--python', python()];
  expect(cellwright(['build', 'n.ipynb', '-o', 'p', ...flags], { cwd: folder }).code).toBe(0);
  const pytest = (env: Readonly<Record<string, string>>) =>
    runProgram([python(), '-m', 'pytest', '-q', '-p', 'no:cacheprovider'], { cwd: join(folder, 'p'), env });
  const without = pytest({});
  expect(without.code, without.stdout).toBe(0);
  expect(without.stdout).toMatch(/\d+ skipped/);
  const whole = pytest({ PASSWORD: 'hunter2!', API_KEY: 'abc123def456' });
  expect(whole.code, whole.stdout).toBe(0);
  expect(whole.stdout).not.toContain('skipped');
});

test('a helper module that holds the credential too: nothing is written', () => {
  const token = PLANTED['GitHub token'] ?? '';
  const folder = folderWith(
    'n.ipynb',
    `from tools import size\ntoken = "${token}"`,
    'n = size(token)\nprint(n)',
  );
  writeFileSync(join(folder, 'tools.py'), `TOKEN = "${token}"\n\ndef size(text):\n    return len(text)\n`);
  const said = cellwright(['build', 'n.ipynb', '-o', 'p'], { cwd: folder });
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toContain('R003');
  expect(said.stderr).toContain('tools.py');
  expect(readdirSync(folder)).not.toContain('p');
});

test('the scanner is loaded for what looks like a credential only', () => {
  const folder = freshFolder();
  cpSync(join(ROOT, 'packages/cli/bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'packages/cli/dist'), join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const program = join(folder, 'dist/read.cjs');
  const text = readFileSync(program, 'utf8');
  const spoilt = text.replace(
    'secretlint-rule-preset-recommend/module/index.js"(){',
    (start) => `${start}throw new Error("loaded");`,
  );
  expect(spoilt).not.toBe(text);
  writeFileSync(program, spoilt);
  writeFileSync(join(folder, 'n.ipynb'), notebookText(`x = "${PLANTED['GitHub token']}"\nprint(x)`));
  const check = (path: string) =>
    runProgram([process.execPath, 'bin/cellwright.js', 'check', path], { cwd: folder });
  expect(check(CHURN).code).toBe(0);
  expect(check('n.ipynb')).toMatchObject({ code: 2, stderr: expect.stringContaining('loaded') });
});
