import type { Plan, Requirement } from '../plan/index.ts';
import type { Codec, RunRecord } from '../record/index.ts';
import type { PerFileIgnores } from './lint-ignores.ts';
import { notebookNames } from './notebook-names.ts';
import { helperModules } from './pipeline-module.ts';
import { printToml, type TomlTable, type TomlValue } from './toml.ts';

/** Rules of the linter beside its default ones; `checkPython` of a toolchain uses the same. */
export const RULES: readonly string[] = [
  ...[
    'A',
    'ARG',
    'B',
    'BLE',
    'C4',
    'D',
    'DTZ',
    'FA',
    'FURB',
    'G',
    'I',
    'ICN',
    'ISC',
    'LOG',
    'N',
    'NPY',
    'PD',
    'PERF',
  ],
  ...[
    'PGH',
    'PIE',
    'PL',
    'PT',
    'PTH',
    'RET',
    'RSE',
    'RUF',
    'S',
    'SIM',
    'T20',
    'TC',
    'TRY002',
    'TRY004',
    'TRY2',
    'TRY3',
  ],
  ...['TRY4', 'UP'],
];

export interface PyprojectFacts {
  readonly codecs: ReadonlySet<Codec>;
  /** Top-level modules that the project's files import. */
  readonly imported: ReadonlySet<string>;
  readonly ignores: PerFileIgnores;
  readonly records?: readonly RunRecord[];
}

/** Gives `pyproject.toml`. */
export function renderPyproject(plan: Plan, facts: PyprojectFacts): string {
  const tables: TomlTable[] = [
    table('build-system', { requires: ['hatchling>=1.26'], 'build-backend': 'hatchling.build' }),
    table('project', {
      name: plan.package.replaceAll('_', '-'),
      version: '0.1.0',
      description: `The ${plan.package} pipeline, compiled from ${notebookNames(plan)}.`,
      readme: 'README.md',
      'requires-python': `>=${pythonFloor(plan)}`,
      dependencies: [...dependencies(plan, facts.codecs)],
    }),
    table('project.scripts', { [plan.package.replaceAll('_', '-')]: `${plan.package}._engine.cli:main` }),
    table('dependency-groups', {
      test: [
        ...(facts.imported.has('joblib') && !facts.codecs.has('joblib') ? ['joblib>=1.3,<2'] : []),
        'pytest>=9',
      ],
      dev: [{ 'include-group': 'test' }, 'mypy>=1.19', 'ruff>=0.17,<0.18', 'types-pyyaml'],
      ...(plan.thin.length > 0 ? { notebook: ['ipykernel>=6', ...shownWith(plan)] } : {}),
    }),
    table('tool.hatch.build.targets.wheel', wheel(plan)),
    table('tool.pytest', {
      minversion: '9.0',
      addopts: ['-ra', '-m', 'not full'],
      strict: true,
      pythonpath: ['src'],
      testpaths: ['tests'],
      filterwarnings: [`error:::${plan.package}`, ...recordedWarnings(facts.records ?? [])],
      markers: ['full: runs the pipeline on the raw data'],
    }),
    ...typeTables(plan, facts.imported),
    table('tool.ruff', {
      'line-length': 100,
      'extend-exclude': ['notebooks', ...plan.helpers.map(({ path }) => `src/${path}`)],
    }),
    table('tool.ruff.lint', { 'extend-select': [...RULES] }),
    table('tool.ruff.lint.pydocstyle', { convention: 'numpy' }),
    ignoreTable(plan, facts.ignores),
  ];
  return printToml(tables);
}

/** Gives the least version of Python, never below 3.10. */
export function pythonFloor(plan: Plan): string {
  const minor = Number(/^3\.(\d+)$/.exec(plan.python)?.[1] ?? 10);
  return `3.${Math.max(10, minor)}`;
}

/** Gives what the project needs to run, as PEP 508 requirements sorted by name. */
function dependencies(plan: Plan, codecs: ReadonlySet<Codec>): readonly string[] {
  const found = new Map<string, string>([
    ['pydantic', 'pydantic>=2.9,<3'],
    ['pyyaml', 'pyyaml>=6'],
  ]);
  if (codecs.has('joblib')) found.set('joblib', 'joblib>=1.3,<2');
  if (codecs.has('npz')) found.set('numpy', 'numpy');
  if (codecs.has('parquet')) found.set('pandas', 'pandas').set('pyarrow', 'pyarrow');
  for (const [name, text] of plan.requirements.flatMap(specifier)) found.set(name, text);
  return [...found.values()].sort();
}

/** What the notebooks need beside the project's own requirements. */
function shownWith(plan: Plan): readonly string[] {
  const own = new Set(plan.requirements.map(({ name }) => name));
  const more = plan.thin.flatMap(({ requirements }) => requirements.filter(({ name }) => !own.has(name)));
  return [...new Set(more.flatMap(specifier).map(([, text]) => text))].sort();
}

/** Name and text of a requirement; none for a name that is no distribution's. */
function specifier(requirement: Requirement): readonly (readonly [string, string])[] {
  const name = requirement.name.toLowerCase().replace(/[-_.]+/g, '-');
  const isName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name);
  return isName ? [[name, `${name}${versionRange(requirement)}`]] : [];
}

function versionRange({ name, version }: Requirement): string {
  const numbers = /^(\d+)\.(\d+)(?:\.\d+)*/.exec(version ?? '');
  if (!numbers) return '';
  const [major, minor] = [Number(numbers[1]), Number(numbers[2])];
  // A fitted model of scikit-learn is only promised to load in the same minor version.
  const byMinor = major === 0 || name === 'scikit-learn';
  return `>=${numbers[0]},<${byMinor ? `${major}.${minor + 1}` : major + 1}`;
}

function wheel(plan: Plan): Readonly<Record<string, TomlValue>> {
  const helpers = helperModules(plan);
  const packages = [
    plan.package,
    ...helpers.filter((name) => plan.helpers.some(({ path }) => path.startsWith(`${name}/`))),
  ];
  const files = helpers.filter((name) => !packages.includes(name)).map((name) => `src/${name}.py`);
  const include = Object.fromEntries(files.map((file) => [file, file.slice('src/'.length)]));
  return {
    packages: packages.map((name) => `src/${name}`),
    ...(files.length > 0 ? { 'force-include': include } : {}),
  };
}

/** Warnings of the notebook's own run are no failures. */
function recordedWarnings(records: readonly RunRecord[]): readonly string[] {
  const builtin =
    /^(?:Deprecation|PendingDeprecation|Future|Runtime|User|Syntax|Import|Unicode|Bytes|Resource)Warning$/;
  const filters = records
    .flatMap(({ warnings }) => warnings)
    .map((warning) => {
      const [, category = '', message = ''] = /^(\w+): ([^\n]*)/.exec(warning) ?? [];
      // The message is a regular expression, and a colon would end it.
      const start =
        message
          .split(':')[0]
          ?.trim()
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .slice(0, 80) ?? '';
      return `ignore:${start.replace(/\\+$/, '')}${builtin.test(category) ? `:${category}` : ''}`;
    });
  return [...new Set(filters)].sort();
}

/** Its stubs know a part of what tables can do; columns and types are checked by the contracts when stages run. */
const PANDAS_TYPES = {
  ignore_missing_imports: true,
  follow_imports: 'skip',
  follow_imports_for_stubs: true,
} as const;

/** Modules that come with types, or whose stubs are among the development requirements: Matplotlib has had types since 3.8 only. */
const TYPED = new Set(['numpy', 'pydantic', 'pytest', 'yaml', 'torch']);

/** The stubs of NumPy hold what follows `**` for its options, too. */
const SAVES_BY_NAME = /\bsavez(?:_compressed)?\([^()]*\*\*/;

function typeTables(plan: Plan, imported: ReadonlySet<string>): readonly TomlTable[] {
  const own = new Set([plan.package, ...helperModules(plan)]);
  const untyped = [...imported]
    .filter((name) => name !== 'pandas' && !TYPED.has(name) && !own.has(name))
    .sort();
  const main = table('tool.mypy', {
    files: ['src', 'tests'],
    strict: true,
    warn_unreachable: true,
    enable_error_code: ['ignore-without-code', 'redundant-expr', 'truthy-bool'],
  });
  const helpers = helperModules(plan).flatMap((name) => [name, `${name}.*`]);
  const code = plan.modules.flatMap(({ definitions }) => definitions.map(({ text }) => text));
  const notebookCode = override([`${plan.package}.stages.*`], {
    // One name for values of several types, and values of libraries without types.
    allow_redefinition: true,
    warn_return_any: false,
    ...(helpers.length > 0 ? { disallow_untyped_calls: false } : {}),
    ...(code.some((text) => /^class \w+\(/m.test(text)) ? { disallow_subclassing_any: false } : {}),
    ...(code.some((text) => /^\s*@/m.test(text)) ? { disallow_untyped_decorators: false } : {}),
  });
  const saving = plan.modules.flatMap(({ name, definitions }) => {
    const stages = plan.stages.filter(({ module }) => module === name).flatMap(({ body }) => body);
    return [...definitions, ...stages].some(({ text }) => SAVES_BY_NAME.test(text)) ? [name] : [];
  });
  return [
    main,
    notebookCode,
    ...saving.map((name) =>
      override([`${plan.package}.stages.${name}`], { disable_error_code: ['arg-type'] }),
    ),
    ...(imported.has('pandas') ? [override(['pandas', 'pandas.*'], PANDAS_TYPES)] : []),
    ...(helpers.length > 0 ? [override(helpers, { ignore_errors: true })] : []),
    ...(untyped.length > 0
      ? [
          override(
            untyped.flatMap((name) => [name, `${name}.*`]),
            { ignore_missing_imports: true },
          ),
        ]
      : []),
  ];
}

function override(modules: readonly string[], values: Readonly<Record<string, TomlValue>>): TomlTable {
  return { path: ['tool', 'mypy', 'overrides'], repeated: true, values: { module: [...modules], ...values } };
}

function ignoreTable(plan: Plan, ignores: PerFileIgnores): TomlTable {
  const values: Record<string, TomlValue> = {};
  const comments: Record<string, string> = {};
  const all: PerFileIgnores = {
    ...ignores,
    [`src/${plan.package}/_engine/runner.py`]: [{ code: 'S607', reason: 'git is found on the PATH' }],
    'tests/**': [
      { code: 'D103', reason: 'names say what is tested' },
      { code: 'PLR2004', reason: 'tests assert values' },
      { code: 'S101', reason: 'tests assert values' },
    ],
  };
  for (const [path, codes] of Object.entries(all)) {
    values[path] = codes.map(({ code }) => code);
    comments[path] = [...new Set(codes.map(({ reason }) => reason))].join('; ');
  }
  return { path: ['tool', 'ruff', 'lint', 'per-file-ignores'], values, comments };
}

function table(path: string, values: Readonly<Record<string, TomlValue>>): TomlTable {
  return { path: path.split('.'), values };
}
