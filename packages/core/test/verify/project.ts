import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { joinPython } from '../../python/join.js';
import { type VerifyOptions, verifyProject } from '../../src/verify/index.ts';
import { moduleOf, type TestCell } from '../run/module-of.ts';
import { interpreter, temporaryFolder } from '../run/recorder.ts';

const IO = `
import json
def load(path, codec):
    if codec == "json":
        return json.loads(path.read_text())
    import joblib
    return joblib.load(path)
`;
const MAIN = `
import argparse, json, pathlib
parser = argparse.ArgumentParser()
parser.add_argument("--params"); parser.add_argument("--out"); parser.add_argument("command")
out = pathlib.Path(parser.parse_args().out)
`;

export interface TestProject {
  readonly cells: readonly (TestCell | string)[];
  /** Body of the project's run; \`out\` is the folder of the artifacts. */
  readonly project: string;
  readonly artifacts: readonly object[];
}

/** Writes the small project of a test by hand. */
export function writeProject(folder: string, { project, artifacts }: TestProject): void {
  const staged = artifacts.map((artifact) => ({ stage: 'all', ...artifact }));
  const files = {
    'src/pkg/__init__.py': '',
    'src/pkg/io.py': IO,
    'src/pkg/__main__.py': `${MAIN}\n${project}`,
    '.cellwright/lock.json': JSON.stringify({ package: 'pkg', stages: [], artifacts: staged }),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Writes a notebook and a small project by hand, and verifies it. */
export async function verifyTest(
  test: TestProject,
  options: Partial<VerifyOptions> = {},
  folder = temporaryFolder(),
) {
  writeProject(join(folder, 'project'), test);
  mkdirSync(join(folder, 'notebook'), { recursive: true });
  const module = await moduleOf(join(folder, 'notebook/n.ipynb'), test.cells);
  const result = await verifyProject(
    join(folder, 'project'),
    {
      notebooks: [{ module, sha256: 'digest' }],
      interpreter,
      programs: programs(),
      records: join(folder, 'records'),
      timeoutSeconds: 120,
      ...options,
    },
    nodeEffects(),
  );
  return { ...result, folder };
}

/** The joined Python programs. */
export function programs(): VerifyOptions['programs'] {
  return {
    recorder: joinPython('recorder'),
    refit: joinPython('refit'),
    compare: joinPython('compare'),
    bootstrap: joinPython('bootstrap'),
  };
}
