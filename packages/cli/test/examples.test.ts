import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pythonEnvironment } from '../../../scripts/python-env.js';
import { COMMAND, ROOT } from './commands/command-line.ts';

interface Example {
  readonly name: string;
  readonly notebooks: readonly string[];
  readonly artifacts: readonly string[];
  /** The generated project is shown in `docs/`. */
  readonly shown?: true;
}

const EXAMPLES: readonly Example[] = [
  {
    name: 'churn',
    notebooks: ['churn.ipynb'],
    artifacts: ['call_list.csv', 'model', 'metrics'],
    shown: true,
  },
  { name: 'shop', notebooks: ['segments.ipynb'], artifacts: ['mailing.csv'] },
  {
    name: 'energy',
    notebooks: ['demand.ipynb'],
    artifacts: ['forecast.png', 'daily_forecast.csv', 'gbm', 'model', 'winner', 'forecast', 'daily'],
    shown: true,
  },
  {
    name: 'reviews',
    notebooks: ['reviews.ipynb'],
    artifacts: ['classifier.joblib', 'report.json', 'nb', 'clf', 'confusion', 'report', 'predicted'],
  },
  { name: 'digits', notebooks: ['digits.ipynb'], artifacts: ['weights.npz'] },
  { name: 'clinic', notebooks: ['waiting.ipynb'], artifacts: ['summary', 'intervals', 'message'] },
  {
    name: 'wind',
    notebooks: ['1_clean.ipynb', '2_features.ipynb', '3_model.ipynb'],
    artifacts: ['logs.parquet', 'features.csv', 'curve.csv', 'result.json', 'model', 'suspects'],
  },
];

interface Said {
  readonly code: number | null;
  readonly text: string;
}

interface Tried {
  readonly built: Said;
  readonly again: Said;
  readonly verified: Said;
  readonly proof: Proof;
  /** By plain Python from another folder, with the notebook gone; then by the command. */
  readonly alone: Said;
  readonly ran: Said;
  readonly tested: Said;
  /** How many partitionings differ, by stage that is said to work on parts of its table. */
  readonly partitioned: Said;
  /** What the cells of each thin notebook show otherwise than the notebook. */
  readonly thin: readonly Said[];
  readonly folder: string;
  /** Files of the project right after the first and the second build. */
  readonly files: readonly [Files, Files];
  /** Files of the example's folder before and after. */
  readonly beside: readonly [readonly string[], readonly string[]];
}

interface Proof {
  readonly artifacts: readonly { readonly control?: { readonly detected: boolean } }[];
}

type Files = Readonly<Record<string, string>>;

const PARTITIONS = join(ROOT, 'packages/core/test/plan/project_partitions.py');
const SAME_OUTPUTS = join(ROOT, 'packages/cli/test/thin/same_outputs.py');

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'cellwright-examples-')));
const tries = new Map<string, Promise<Tried>>();

/** Two at a time: each starts Python many times. */
beforeAll(() => {
  const lanes = [Promise.resolve<unknown>(null), Promise.resolve<unknown>(null)];
  for (const [position, example] of EXAMPLES.entries()) {
    const lane = position % lanes.length;
    const before = lanes[lane] ?? Promise.resolve(null);
    const tried = before.then(() => tryOut(example));
    tries.set(example.name, tried);
    lanes[lane] = tried.catch(() => null);
  }
});

/** Where only some tests run, the others' examples may still be at work. */
afterAll(async () => {
  await Promise.allSettled(tries.values());
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});

async function tryOut({ name, notebooks }: Example): Promise<Tried> {
  const home = join(scratch, name);
  const folder = join(home, 'project');
  cpSync(join(ROOT, 'examples', name), join(home, 'work'), { recursive: true });
  const before = listing(join(home, 'work'));
  const consent = ['--trust', '--allow-writes', '--python', pythonEnvironment()];
  const build = (output: string, ...record: readonly string[]) =>
    cellwright(home, [
      ...['build', ...notebooks.map((file) => join('work', file)), '-o', output],
      ...consent,
      ...record,
    ]);
  const built = await build('project', '--record');
  const first = contents(folder);
  const again = await build('again', '--record', ...recordOf(home));
  const second = contents(join(home, 'again'));
  const verified = await cellwright(home, ['verify', 'project', '--json', ...consent]);
  const after = listing(join(home, 'work'));
  const proof = readJson(join(folder, '.cellwright/proof.json'));
  renameSync(join(home, 'work'), join(home, 'gone'));
  const { package: packageName } = readJson(join(folder, '.cellwright/lock.json'));
  const path = { PYTHONPATH: join(folder, 'src') };
  const alone = await start(pythonEnvironment(), ['-m', packageName, 'run'], scratch, path);
  const ran = await cellwright(home, ['run', 'project', '--python', pythonEnvironment()]);
  const tested = await start(pythonEnvironment(), ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], folder);
  const partitioned = await start(pythonEnvironment(), [PARTITIONS, folder], scratch, path);
  renameSync(join(home, 'gone'), join(home, 'work'));
  cpSync(join(home, 'work'), join(home, 'shown'), { recursive: true });
  const thin: Said[] = [];
  for (const notebook of notebooks) {
    const own = join(folder, 'notebooks', notebook.replace('.ipynb', '_thin.ipynb'));
    thin.push(
      await start(pythonEnvironment(), [SAME_OUTPUTS, join(home, 'shown', notebook), own], home, path),
    );
  }
  return {
    built,
    again,
    verified,
    proof,
    alone,
    ran,
    tested,
    partitioned,
    thin,
    folder,
    files: [first, second],
    beside: [before, after],
  };
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The record of the one notebook; a chain is recorded again. */
function recordOf(home: string): readonly string[] {
  const folder = join(cacheOf(home), 'cellwright/records');
  const found = existsSync(folder) ? readdirSync(folder) : [];
  return found.length === 1 ? found.map((name) => join(folder, name)) : [];
}

function cacheOf(cwd: string): string {
  return join(scratch, 'caches', relative(scratch, cwd));
}

function cellwright(home: string, args: readonly string[]): Promise<Said> {
  return start(process.execPath, [COMMAND, ...args], home);
}

function start(
  program: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      CELLWRIGHT_CACHE: cacheOf(cwd),
      PYTHONDONTWRITEBYTECODE: '1',
      ...more,
    };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, problems] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      problems += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text: code === 0 ? out : out + problems }));
  });
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** Text of every file; what is no text is compared as bytes in hexadecimal. */
function contents(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path).toString('latin1')] as const;
    }),
  );
}

/** A page with the tree of a project and the text of its stages. */
function page(name: string, files: Files): string {
  const paths = Object.keys(files).sort();
  const text = (path: string) => Buffer.from(files[path] ?? '', 'latin1').toString('utf8');
  const shown = paths.filter((path) => /\/(stages\/[a-z]\w*|pipeline)\.py$|^params\.yaml$/.test(path));
  const blocks = shown.map((path) => {
    const language = path.endsWith('.py') ? 'python' : 'yaml';
    return `## \`${path}\`\n\n\`\`\`${language}\n${text(path).trimEnd()}\n\`\`\``;
  });
  const parts = [
    `# What \`build\` makes of \`examples/${name}\``,
    'Made by `packages/cli/test/examples.test.ts`; `CELLWRIGHT_UPDATE=1 npx vitest run packages/cli/test/examples.test.ts` writes it again.',
    `\`\`\`text\n${paths.join('\n')}\n\`\`\``,
    ...blocks,
  ];
  return `${parts.join('\n\n')}\n`;
}

describe.each(EXAMPLES)('examples/$name', ({ name, artifacts, shown }) => {
  const tried = async () => {
    const found = await tries.get(name);
    if (!found) throw new Error(`${name} was not tried`);
    return found;
  };

  test('is built from one run, and the same way again', async () => {
    const { built, again, files, beside } = await tried();
    expect(built, built.text).toMatchObject({ code: 0 });
    expect(again, again.text).toMatchObject({ code: 0 });
    expect(Object.keys(files[0])).toContain('.cellwright/lock.json');
    expect(files[1]).toEqual(files[0]);
    expect(Object.keys(files[0]).filter((path) => path.startsWith('artifacts'))).toEqual([]);
    expect(beside[1]).toEqual(beside[0]);
  }, 600_000);

  test('runs with the notebook gone, from any folder', async () => {
    const { alone, ran, folder } = await tried();
    expect(alone, alone.text).toMatchObject({ code: 0 });
    expect(ran, ran.text).toMatchObject({ code: 0 });
    const lock = readJson(join(folder, '.cellwright/lock.json'));
    const missing = lock.artifacts.filter(({ path }: { path: string }) => !existsSync(join(folder, path)));
    expect(missing).toEqual([]);
  }, 600_000);

  test('every artifact is shown to be equal, and every value changed on purpose is noticed', async () => {
    const { verified, proof } = await tried();
    const controls = proof.artifacts.flatMap(({ control }) => control ?? []);
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter(({ detected }) => !detected)).toEqual([]);
    expect(verified, verified.text).toMatchObject({ code: 0 });
    const report = JSON.parse(verified.text);
    expect(report.artifacts.map((artifact: { name: string }) => artifact.name)).toEqual(artifacts);
    expect(report).toMatchObject({
      ok: true,
      headline: `${artifacts.length} of ${artifacts.length} equal`,
      artifacts: artifacts.map(() => ({ verdict: 'identical' })),
    });
  }, 600_000);

  test('passes its own tests', async () => {
    const { tested } = await tried();
    expect(tested, tested.text).toMatchObject({ code: 0 });
    expect(tested.text).toMatch(/\d+ passed/);
  }, 600_000);

  test('what is said to work row by row gives the same on 20 random partitions', async () => {
    const { partitioned } = await tried();
    expect(partitioned, partitioned.text).toMatchObject({ code: 0 });
    const differing: Readonly<Record<string, number>> = JSON.parse(partitioned.text);
    expect(Object.values(differing).filter((count) => count > 0)).toEqual([]);
    if (name === 'churn') expect(Object.keys(differing)).toEqual(['prepare', 'score']);
  }, 600_000);

  test('shows in its thin notebook what the notebook shows', async () => {
    const { thin } = await tried();
    for (const said of thin) {
      expect(said, said.text).toMatchObject({ code: 0 });
      const { alike, differing, leftOut } = JSON.parse(said.text);
      expect(alike.length).toBeGreaterThan(3);
      expect(
        Object.keys(differing).filter((key) => !leftOut.includes(key)),
        said.text,
      ).toEqual([]);
    }
  }, 600_000);

  test.runIf(shown)(
    'is shown in the documentation as it is',
    async () => {
      const { files } = await tried();
      const path = join(ROOT, 'docs', `generated-${name}.md`);
      const wanted = page(name, files[0]);
      if (process.env.CELLWRIGHT_UPDATE === '1') writeFileSync(path, wanted);
      expect(existsSync(path)).toBe(true);
      expect(readFileSync(path, 'utf8')).toBe(wanted);
    },
    600_000,
  );
});

test('a file that somebody edited is kept, and the new text lies beside it', async () => {
  const found = await tries.get('shop');
  const edited = join(found?.folder ?? '', 'params.yaml');
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}# edited\n`);
  const notebook = join(scratch, 'shop', 'work', 'segments.ipynb');
  writeFileSync(notebook, readFileSync(notebook, 'utf8').replace('MIN_TOTAL = 5', 'MIN_TOTAL = 6'));
  const said = await cellwright(join(scratch, 'shop'), [
    'build',
    'work/segments.ipynb',
    '-o',
    'project',
    '-y',
  ]);
  expect(said, said.text).toMatchObject({ code: 0 });
  expect(readFileSync(edited, 'utf8')).toMatch(/min_total: 5\n[\s\S]*# edited\n$/);
  expect(readFileSync(`${edited}.new`, 'utf8')).toContain('min_total: 6');
}, 600_000);
