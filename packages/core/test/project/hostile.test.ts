import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Plan } from '../../src/plan/index.ts';
import { churn } from './plans.ts';
import { render, runPython, writeProject } from './write-project.ts';

const EVIL = [
  '"""\nimport os; os._exit(7)\n"""',
  "'); raise SystemExit(7) #",
  '\\',
  '`| <img src=x onerror=alert(1)> | [x](javascript:1)\r\n# heading\n```\nend',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
  '${{ github.token }} {{ 7*7 }} $(touch x) %s {0}',
  'a: b\n- c: !!python/object/apply:os._exit [7]',
  'NUL \u0000 bell \u0007 escape \u001b[31m bidi \u202e BOM \ufeff line \u2028 surrogate \ud800 end',
];

/** The plan with one text in every field that a notebook's author can fill. */
function poison(plan: Plan, evil: string): Plan {
  const facts = {
    type: { name: 'dict', arguments: [{ name: evil }, { name: `numpy.${evil}` }] },
    repr: evil,
    fingerprint: null,
    codec: null,
  };
  return {
    ...plan,
    title: evil,
    python: evil,
    notebooks: [{ path: evil, sha256: '' }],
    artifacts: plan.artifacts.map((artifact) => ({ ...artifact, reason: evil })),
    stages: plan.stages.map((stage) => ({
      ...stage,
      heading: evil,
      doc: [evil, evil],
      returns: stage.returns.map((value) => ({ ...value, type: facts.type })),
    })),
    modules: plan.modules.map((module) => ({ ...module, doc: evil })),
    parameters: [
      ...plan.parameters.map((parameter) => ({
        ...parameter,
        origin: evil,
        ...(parameter.type === 'str' ? { value: evil } : {}),
      })),
    ],
    inputs: plan.inputs.map((input) => ({
      ...input,
      original: evil,
      location: evil,
      copy: { path: `../${evil}`, from: evil },
    })),
    settings: [
      { name: evil, reason: evil, isNeeded: false },
      { name: 'TOKEN', reason: evil, isNeeded: false },
    ],
    requirements: [
      ...plan.requirements,
      { name: evil, version: evil, reason: evil },
      { name: 'pandas', version: evil, reason: evil },
    ],
    fates: [{ id: evil, fate: 'dropped', reason: evil }],
    contracts: plan.contracts.map((contract) => ({
      ...contract,
      facts: {
        ...contract.facts,
        columns: [{ name: evil, dtype: evil, nullable: false, categories: [evil] }],
      },
    })),
  };
}

test.each(EVIL)('text %# stays text in every file', (evil) => {
  const { value } = render(poison(churn, evil));
  const folder = writeProject(value);
  for (const file of value.files) {
    expect(file.path).not.toContain('..');
    if (file.kind !== 'text') continue;
    if (file.path.endsWith('.json')) JSON.parse(file.text);
    if (/\.ya?ml$/.test(file.path)) parse(file.text);
    if (!file.path.endsWith('.py')) expect(file.text.replace(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  const workflow = readFileSync(join(folder, '.github/workflows/ci.yml'), 'utf8');
  expect(workflow).not.toContain('github.token');
  const code = `import ast, pathlib, tomllib
for path in pathlib.Path().rglob("*.py"):
    ast.parse(path.read_bytes())
tomllib.loads(pathlib.Path("pyproject.toml").read_text(encoding="utf-8"))
import churn.contracts, churn.pipeline
from churn._engine.settings import find_params, read_params
from churn.config import Params
print(ascii(read_params(Params, find_params()).load.path))`;
  const { status, output } = runPython(folder, '-c', code);
  expect(output).not.toContain('Traceback');
  expect(status).toBe(0);
});
