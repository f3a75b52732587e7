import type { Fate, Parameter, Plan, PlannedStage } from '../plan/index.ts';
import { markdownCode, markdownMarked, markdownTable, markdownText } from './markdown.ts';
import { fileNameOf } from './notebook-names.ts';
import { dottedKey, findSections } from './parameters.ts';
import { pythonLiteral } from './python-type.ts';
import { printStageGraph } from './stage-graph.ts';

/** Gives `README.md`: what the project computes, how to run it, and where its code comes from. */
export function renderReadme(
  plan: Plan,
  facts: { readonly recorded: boolean; readonly environment: readonly string[] },
): string {
  const sections = [
    `# ${markdownText(plan.title) || plan.package}`,
    introduction(plan),
    artifactTable(plan),
    `\`\`\`mermaid\n${printStageGraph(plan)}\n\`\`\``,
    ...runSection(plan, facts.recorded),
    ...parameterSection(plan, facts.environment),
    `## Where to look\n\n${lookTable(plan)}`,
    `## Where the code comes from\n\n${sourceTable(plan)}`,
    ...leftOut(plan),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction(plan: Plan): string {
  const notebooks = plan.notebooks.map(({ path }) => markdownCode(fileNameOf(path)));
  const inputs = plan.inputs.map((input) => `${markdownCode(input.location)}${recordedShape(plan, input)}`);
  const from = inputs.length > 0 ? `From ${inputs.join(', ')} it makes` : 'It makes';
  return `Compiled from the notebook${notebooks.length > 1 ? 's' : ''} ${notebooks.join(', ')}. ${from}`;
}

/** How large a table was, where a contract tells. */
function recordedShape(plan: Plan, { key }: Plan['inputs'][number]): string {
  const [rows, columns] = plan.contracts.find((contract) => contract.key === key)?.facts.shape ?? [];
  return columns === undefined ? '' : ` (${rows} × ${columns} when recorded)`;
}

function artifactTable(plan: Plan): string {
  const rows = plan.artifacts.map((artifact) => [
    markdownText(artifact.name),
    markdownText(artifact.stage),
    markdownCode(artifact.path),
  ]);
  return markdownTable(['artifact', 'stage', 'file'], rows);
}

function runSection(plan: Plan, recorded: boolean): readonly string[] {
  const command = plan.package.replaceAll('_', '-');
  const fields = findSections(plan).flatMap((section) => section.fields);
  const parameter = fields.find(({ type }) => type === 'float' || type === 'int') ?? fields[0];
  const set = parameter
    ? `, --set ${dottedKey(parameter)}=${typeof parameter.value === 'number' ? parameter.value : 'VALUE'}`
    : '';
  const data = plan.inputs.length > 0 ? 'Put the data in `data/` (git ignores it), then\n\n' : '';
  const last = plan.stages.at(-1)?.name ?? 'NAME';
  return [
    '## Run',
    `${data}    pip install -e .
    ${command} run              # what is not current; -j 2, --force, --only STAGE, --from STAGE${set}
    ${command} status           # which stages would run, and why
    ${command} stage ${last}    # one stage, as a scheduler calls it`,
    'An interrupted run goes on where it stopped. `artifacts/run.json` holds the commit, parameters, digests and versions behind the outputs.',
    `    pip install -e . --group test
    pytest${recorded ? '\n    pytest -m full         # on the raw data: the values of the notebook' : ''}`,
  ];
}

function parameterSection(plan: Plan, environment: readonly string[]): readonly string[] {
  const fields = findSections(plan).flatMap((section) => section.fields);
  const settings = plan.settings.map(({ name, reason }) => [markdownCode(name), markdownMarked(reason)]);
  const found: string[] = [];
  if (fields.length > 0) {
    const rows = fields.map((field) => [
      markdownCode(dottedKey(field)),
      printValue(field),
      markdownMarked(field.origin),
    ]);
    const names = environment.length > 0 ? ` \`\${NAME}\` comes from the environment or \`.env\`.` : '';
    found.push(
      '## Parameters',
      `They are in \`params.yaml\`; locations are relative to its folder.${names}`,
      markdownTable(['parameter', 'value', 'notebook'], rows),
    );
  }
  if (settings.length > 0) {
    found.push(
      '## Environment',
      `\`.env.example\` lists them.\n\n${markdownTable(['variable', 'used'], settings)}`,
    );
  }
  return found;
}

/** At most 60 characters, as `--set` would take it. */
function printValue(field: Parameter): string {
  const { type, value } = field;
  const text =
    typeof value === 'string'
      ? value
      : pythonLiteral(value) + (type === 'float' && Number.isInteger(value) ? '.0' : '');
  return markdownText(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

function lookTable(plan: Plan): string {
  const root = `src/${plan.package}`;
  const modules = ['`config.py`', ...(plan.contracts.length > 0 ? ['`contracts.py`'] : []), '`io.py`'];
  const what = [
    'parameters',
    ...(plan.contracts.length > 0 ? ['what raw tables must look like'] : []),
    'how datasets are stored',
  ];
  return markdownTable(
    ['', ''],
    [
      [`\`${root}/stages/\``, 'what is computed: functions from values to values'],
      [`\`${root}/pipeline.py\``, 'which function makes which datasets from which'],
      [modules.join(', '), what.join(', ')],
      ...plan.thin.map(({ name }) => [
        markdownCode(`notebooks/${name}_thin.ipynb`),
        'what the notebook shows, on the stored values (`pip install -e . --group notebook`)',
      ]),
      [`\`${root}/_engine/\``, 'runs the stages; the same in every such project, nothing to change here'],
    ],
  );
}

function sourceTable(plan: Plan): string {
  const row = (stage: PlannedStage) => [
    stage.cells.join(', '),
    markdownText(stage.heading ?? ''),
    markdownCode(`${plan.package}.stages.${stage.module}.${stage.name}`),
  ];
  return markdownTable(['cells', 'heading', 'function'], plan.stages.map(row));
}

const CAUSES: readonly (readonly [NonNullable<Fate['left']>['cause'], string])[] = [
  ['display', 'what is only shown'],
  ['figure', 'figures'],
  ['unused', 'what no artifact needs'],
  ['unreached', 'what stands after a statement that cannot run'],
];

/** What stayed in the notebook, by what it was for, with its cells. */
function leftOut(plan: Plan): readonly string[] {
  if (plan.fates.every(({ fate }) => fate !== 'dropped')) return [];
  const left = plan.fates.flatMap((fate) => fate.left ?? []);
  const parts = CAUSES.flatMap(([cause, words]) => {
    const found = left.filter((each) => each.cause === cause);
    const names = [...new Set(found.flatMap(({ name }) => name ?? []))].slice(0, MOST_NAMES);
    const cells = [...new Set(found.map(({ cell }) => cell))].sort((one, other) => one - other);
    const where = `cell${cells.length > 1 ? 's' : ''} ${cells.join(', ')}`;
    const what = [
      ...(names.length > 0 ? [names.map(markdownCode).join(', ')] : []),
      ...(plan.notebooks.length > 1 ? [] : [where]),
    ].join(': ');
    return found.length > 0 ? [what === '' ? words : `${words} (${what})`] : [];
  });
  const listed = parts.length > 0 ? `Left in the notebook: ${parts.join('; ')}. ` : '';
  return [`${listed}\`.cellwright/lock.json\` gives the reason for each statement.`];
}

const MOST_NAMES = 6;
