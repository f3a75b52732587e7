import type { Plan, PlannedStage } from '../plan/index.ts';
import { pythonString } from '../text/index.ts';
import { stageRow } from './stage-table.ts';

/** Gives `pipeline.py`: the stage table. */
export function renderPipeline(plan: Plan): string {
  const rows = plan.stages.map(
    (stage) => `    ${pythonString(stage.name)}: Stage(${row(plan, stage).join(', ')},),`,
  );
  const libraries = [...new Set(plan.requirements.map((requirement) => requirement.name))].sort();
  return `"""The pipeline: which function makes which datasets from which."""

from ${plan.package}._engine.stage import Stage

STAGES = {
${rows.join('\n')}
}
# Whose versions and whose code the outputs depend on.
LIBRARIES: tuple[str, ...] = ${tuple(libraries)}
MODULES = ${tuple([plan.package, ...helperModules(plan)])}
`;
}

/** Gives the top-level modules that come along beside the package. */
export function helperModules(plan: Plan): readonly string[] {
  const names = plan.helpers.map((helper) => (helper.path.split('/')[0] ?? '').replace(/\.py$/, ''));
  return [...new Set(names)].filter((name) => name !== plan.package).sort();
}

function row(plan: Plan, stage: PlannedStage): readonly string[] {
  const { inputs, params, reads, outputs, writes, external } = stageRow(plan, stage);
  return [
    pythonString(`${plan.package}.stages.${stage.module}:${stage.name}`),
    ...Object.entries({ inputs, params, reads, outputs, writes }).flatMap(([name, column]) => {
      const pairs = Object.entries(column);
      return pairs.length > 0 ? [`${name}=${dictionary(pairs)}`] : [];
    }),
    ...(external ? ['external=True'] : []),
  ];
}

function dictionary(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([key, value]) => `${pythonString(key)}: ${pythonString(value)}`).join(', ')}}`;
}

function tuple(values: readonly string[]): string {
  return values.length === 0
    ? '()'
    : `(${values.map(pythonString).join(', ')}${values.length === 1 ? ',' : ''})`;
}
