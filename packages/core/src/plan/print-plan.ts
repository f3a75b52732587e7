import type { Argument, Plan, PlannedStage } from './types.ts';

/** Prints a plan for people: artifacts, stages with their code, parameters, what was left out and why. */
export function printPlan(plan: Plan): string {
  const lines = [`package ${plan.package} · ${plan.title} · python >= ${plan.python} · ${plan.order}`];
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', title, ...items.map((item) => `  ${item}`));
  };
  section(
    'artifacts',
    plan.artifacts.map((each) => `${each.name} · ${each.stage} · ${each.path} · ${each.reason}`),
  );
  section(
    'candidates',
    plan.candidates.map((each) => `${each.name} · ${each.reason}`),
  );
  for (const stage of plan.stages) lines.push('', ...printStage(plan, stage));
  for (const module of plan.modules) {
    lines.push(
      '',
      `module ${module.name}: ${module.stages.join(', ')}`,
      ...module.imports.map((each) => `  ${each}`),
    );
    for (const item of module.definitions) lines.push(...item.text.split('\n').map((each) => `  ${each}`));
  }
  section(
    'parameters',
    plan.parameters.map(
      (each) => `${each.section}.${each.key}: ${each.type} = ${JSON.stringify(each.value)} · ${each.origin}`,
    ),
  );
  section(
    'inputs',
    plan.inputs.map(
      (each) => `${each.key}: ${each.location} · ${each.original}${each.copy ? ' · copied' : ''}`,
    ),
  );
  section(
    'settings',
    plan.settings.map((each) => `${each.name} · ${each.reason}`),
  );
  section(
    'requirements',
    plan.requirements.map((each) => `${each.name}${each.version ? ` ${each.version}` : ''} · ${each.reason}`),
  );
  section(
    'helpers',
    [...plan.helpers, ...(plan.helperFiles ?? [])].map((each) => `${each.path} from ${each.from}`),
  );
  section(
    'statements',
    plan.fates.map((each) => `${each.id} ${each.fate}${each.stage ? ` ${each.stage}` : ''} · ${each.reason}`),
  );
  return `${lines.join('\n')}\n`;
}

function printStage(plan: Plan, stage: PlannedStage): readonly string[] {
  const codecs = new Map(plan.datasets.map((dataset) => [dataset.name, dataset.codec]));
  const given = stage.returns.map(
    (each) => `${each.dataset} (${each.variables.join(', ')}; ${codecs.get(each.dataset) ?? '?'})`,
  );
  return [
    `stage ${stage.module}.${stage.name}${stage.external ? ' · external' : ''} · cells ${stage.cells.join(', ')}`,
    `  ${stage.doc[0] ?? ''}`,
    ...stage.arguments.map((each) => `  <- ${printArgument(each)}`),
    ...given.map((each) => `  -> ${each}`),
    ...stage.body.flatMap((item) => item.text.split('\n').map((line) => `    ${line}`)),
  ];
}

function printArgument({ name, source, type, copied }: Argument): string {
  const where =
    source.kind === 'dataset'
      ? source.dataset
      : source.kind === 'write'
        ? `writes ${source.file}`
        : `${source.kind} ${source.key}`;
  return `${name}: ${type?.name ?? '?'} = ${where}${copied ? ' (copied)' : ''}`;
}
