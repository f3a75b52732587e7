import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Codec } from '../record/index.ts';
import { STANDARD_MODULES } from '../text/index.ts';
import { renderConfig } from './config-module.ts';
import { renderContracts } from './contracts-module.ts';
import { docstring } from './docstring.ts';
import { escapeInvisible } from './invisible.ts';
import { renderIo } from './io-module.ts';
import { findBroken, findIgnores, type LintIgnore } from './lint-ignores.ts';
import { LOCK_PATH, printLock, renderLock } from './lock.ts';
import { notebookNames } from './notebook-names.ts';
import { findSections } from './parameters.ts';
import { renderParamsYaml } from './params-yaml.ts';
import { helperModules, renderPipeline } from './pipeline-module.ts';
import { printNotebook } from './print-notebook.ts';
import { pythonFloor, renderPyproject } from './pyproject.ts';
import { renderReadme } from './readme.ts';
import * as repository from './repository-files.ts';
import { importedModules, renderStageModule } from './stage-module.ts';
import { renderTests } from './test-modules.ts';
import { copySamples, findTestFacts, type TestFacts } from './test-support.ts';
import { findTables } from './test-tables.ts';
import type { PythonTarget } from './toolchain.ts';
import type { Origin, Project, RenderedFile, RenderOptions } from './types.ts';

/**
 * Writes a plan down as the files of a Python project.
 * Pure: the same plan and options give the same bytes. Code that does not parse is a diagnostic, and the file is given
 * unformatted.
 */
export function renderProject(plan: Plan, options: RenderOptions): Result<Project> {
  const diagnostics: Diagnostic[] = [];
  const target: PythonTarget = {
    firstParty: [plan.package, ...helperModules(plan)],
    python: pythonFloor(plan),
  };
  const codecs = new Set<Codec>(plan.datasets.map((dataset) => dataset.codec));
  const format = formatter(options, target);
  const stages = renderStages(plan, options, target, diagnostics);
  const sections = findSections(plan);
  const source = `src/${plan.package}`;
  const tests = findTestFacts(
    plan,
    codecs,
    options.samples,
    options.records?.flatMap(({ calls }) => calls),
  );
  const python: Readonly<Record<string, string>> = {
    [`${source}/__init__.py`]: `${docstring([packageDoc(plan)])}\n`,
    [`${source}/__main__.py`]: mainModule(plan),
    [`${source}/config.py`]: renderConfig(plan.package, sections),
    [`${source}/io.py`]: renderIo(plan.package, codecs),
    [`${source}/pipeline.py`]: renderPipeline(plan),
    ...(plan.contracts.length > 0
      ? { [`${source}/contracts.py`]: renderContracts(plan.package, plan.contracts) }
      : {}),
    [`${source}/stages/__init__.py`]:
      '"""Stages: functions from values to values; the runner stores what they return."""\n',
    ...prefixed('tests', renderTests(tests)),
  };
  const formatted = Object.entries(python).map(([path, text]) => [path, format(text)] as const);
  const imported = new Set([...stages.files, ...formatted].flatMap(([, text]) => importedModules(text)));
  const files: RenderedFile[] = [
    ...formatted.map(([path, text]) => textFile(path, text)),
    ...stages.files.map(([path, text, origin]) => textFile(path, text, origin)),
    ...Object.entries(options.engine).map(([path, text]) => textFile(`${source}/_engine/${path}`, text)),
    textFile(`${source}/py.typed`, ''),
    textFile(
      'pyproject.toml',
      renderPyproject(plan, {
        codecs,
        imported: withoutStandardLibrary(imported),
        ignores: stages.ignores,
        ...(options.records ? { records: options.records } : {}),
      }),
    ),
    textFile('params.yaml', renderParamsYaml(sections)),
    textFile(
      'README.md',
      renderReadme(plan, { recorded: 'test_golden.py' in renderTests(tests), environment: tests.variables }),
    ),
    ...plan.thin.map(({ name, cells }) => textFile(`notebooks/${name}_thin.ipynb`, printNotebook(cells))),
    ...repositoryFiles(plan, tests.variables, options),
    ...copySamples(tests),
    ...goldenTables(tests),
    ...copies(plan),
  ];
  const sorted = safeFiles(files, diagnostics);
  const lock = renderLock(
    plan,
    sorted.filter(({ path }) => path !== '.env'),
    options,
  );
  const all = [...sorted, textFile(LOCK_PATH, printLock(lock))].sort(byPath);
  return { value: { package: plan.package, files: all, lock }, diagnostics };
}

/** Sorted by path; a path that leaves the project or is taken is a diagnostic, and its file is left out. */
function safeFiles(files: readonly RenderedFile[], diagnostics: Diagnostic[]): readonly RenderedFile[] {
  const seen = new Set([LOCK_PATH]);
  const kept: RenderedFile[] = [];
  for (const file of [...files].sort(byPath)) {
    const key = file.path.normalize('NFC').toLowerCase();
    const problem = !isInside(file.path)
      ? 'is no path inside the project'
      : seen.has(key)
        ? 'stands for two files'
        : null;
    if (problem === null) kept.push(file);
    else
      diagnostics.push(
        diagnostic('R002', { message: `\`${file.path}\` ${problem}.`, location: { file: file.path } }),
      );
    seen.add(key);
  }
  return kept;
}

function isInside(path: string): boolean {
  const parts = path.split('/');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[<>:"\\|?*\p{Cc}]|[. ]$/iu;
  return (
    path.length < 240 &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !reserved.test(part))
  );
}

type StageFile = readonly [path: string, text: string, origin: readonly Origin[]];

function renderStages(
  plan: Plan,
  options: RenderOptions,
  target: PythonTarget,
  diagnostics: Diagnostic[],
): {
  readonly files: readonly StageFile[];
  readonly ignores: Readonly<Record<string, readonly LintIgnore[]>>;
} {
  const files: StageFile[] = [];
  const ignores: Record<string, readonly LintIgnore[]> = {};
  for (const module of plan.modules) {
    const path = `src/${plan.package}/stages/${module.name}.py`;
    const { text, origin } = renderStageModule(plan, module, formatter(options, target));
    const findings = options.toolchain.checkPython(text, target);
    for (const finding of findBroken(findings))
      diagnostics.push(brokenModule(path, finding.message, finding.line));
    const found = findIgnores(findings);
    if (found.length > 0) ignores[path] = found;
    files.push([path, text, origin]);
  }
  return { files, ignores };
}

function brokenModule(file: string, message: string, line: number): Diagnostic {
  return diagnostic('R001', {
    message: `The written module cannot run as it stands: ${message}.`,
    location: { file, start: [line, 1] },
  });
}

/** Formats; text that is no Python stays as it is, and the linter says what is wrong with it. */
function formatter(options: RenderOptions, target: PythonTarget): (text: string) => string {
  return (text) => {
    try {
      return options.toolchain.formatPython(text, target);
    } catch {
      return text;
    }
  };
}

function packageDoc(plan: Plan): string {
  const title = plan.title.replace(/[\s.:;,!?]+$/, '');
  return `${title || plan.package}: the pipeline compiled from ${notebookNames(plan, '``')}`;
}

function mainModule(plan: Plan): string {
  return `"""Run the pipeline with \`\`python -m ${plan.package}\`\`."""

from ${plan.package}._engine.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
`;
}

function repositoryFiles(
  plan: Plan,
  variables: readonly string[],
  options: RenderOptions,
): readonly RenderedFile[] {
  const python = pythonFloor(plan);
  const locations = variables.map((name) => ({ name, reason: 'a location in params.yaml' }));
  const environment = [...locations, ...plan.settings.filter(({ name }) => !variables.includes(name))];
  const values = Object.entries(options.environment ?? {}).map(
    ([name, value]) => `${name}=${value.replace(/[\r\n]/g, '')}\n`,
  );
  return [
    textFile('.gitignore', repository.GITIGNORE),
    textFile('.dockerignore', repository.DOCKERIGNORE),
    textFile('Dockerfile', repository.renderDockerfile(plan.package, python)),
    textFile('.github/workflows/ci.yml', repository.renderWorkflow(python)),
    textFile('.pre-commit-config.yaml', repository.renderPreCommit()),
    ...(environment.length > 0 ? [textFile('.env.example', repository.renderEnvExample(environment))] : []),
    ...(values.length > 0 ? [textFile('.env', values.join(''))] : []),
  ];
}

function goldenTables(tests: TestFacts): readonly RenderedFile[] {
  const known = { tables: findTables(tests), texts: tests.samples.texts ?? {} };
  return Object.entries(known).flatMap(([name, expected]) => {
    const text = `${escapeInvisible(JSON.stringify(expected, null, 1))}\n`;
    return Object.keys(expected).length > 0 ? [textFile(`tests/golden/${name}.json`, text)] : [];
  });
}

function copies(plan: Plan): readonly RenderedFile[] {
  const inputs = plan.inputs.flatMap(({ copy, copies: several = [] }) =>
    [...(copy ? [copy] : []), ...several].map((file): RenderedFile => ({ kind: 'copy', ...file })),
  );
  const helpers = plan.helpers.map(
    ({ path, from }): RenderedFile => ({ kind: 'copy', path: `src/${path}`, from }),
  );
  const helperFiles = (plan.helperFiles ?? []).map((file): RenderedFile => ({ kind: 'copy', ...file }));
  return [...inputs, ...helpers, ...helperFiles];
}

function withoutStandardLibrary(modules: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...modules].filter((name) => !STANDARD_MODULES.has(name)));
}

function prefixed(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

function textFile(path: string, text: string, origin: readonly Origin[] = []): RenderedFile {
  return { kind: 'text', path, text, origin };
}

function byPath(one: RenderedFile, other: RenderedFile): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
