import type { Inference, InferencePart, PartArgument, Plan } from '../plan/index.ts';
import { pythonString } from '../text/index.ts';
import { docstring } from './docstring.ts';
import { type Annotation, toStageAnnotation } from './python-type.ts';
import { renderStageFunction } from './stage-function.ts';

const INDENT = '    ';

/** Gives `scoring.py`: how the pipeline's stages and models make an answer of single rows; nothing in it serves or learns. */
export function renderScoring(plan: Plan, inference: Inference): string {
  const fields = fieldsOf(inference);
  const functions = inference.parts.flatMap((part) =>
    part.kind === 'statements' ? [renderStageFunction(plan, part.function, new Set())] : [],
  );
  const names = rowVariables(inference);
  const imports = [
    'from dataclasses import dataclass',
    'from pathlib import Path',
    'import pandas as pd',
    `from ${plan.package} import io`,
    `from ${plan.package}._engine.settings import read_params`,
    `from ${plan.package}._engine.state import Project`,
    `from ${plan.package}.config import Params`,
    ...fields.flatMap(({ type }) => type.imports),
    ...functions.flatMap((each) => each.imports),
    ...inference.parts.flatMap((part) => partImports(plan, part, names)),
  ];
  return [
    docstring([
      `Score single rows: ${inference.answer.name} of ${inference.rows.name}, by what the pipeline has learnt.`,
    ]),
    [...new Set(imports)].join('\n'),
    fittedClass(fields),
    loader(fields),
    ...functions.map(({ pieces }) => pieces.map(({ text }) => text).join('\n')),
    scorer(inference, fields, names),
  ].join('\n\n');
}

/** A value that scoring needs besides the rows. */
interface Field {
  readonly name: string;
  readonly type: Annotation;
  readonly source: Exclude<PartArgument['source'], { kind: 'rows' }>;
}

function fieldsOf({ loads, parameters }: Inference): readonly Field[] {
  const taken = new Set(loads.map(({ dataset }) => dataset));
  return [
    ...loads.map(
      ({ dataset, type }): Field => ({
        name: dataset,
        type: toStageAnnotation(type, new Set()),
        source: { kind: 'load', dataset },
      }),
    ),
    ...parameters.map(({ key, type }): Field => {
      const plain = key.replaceAll('.', '_');
      const name = taken.has(plain) ? `${plain}_parameter` : plain;
      return { name, type: toStageAnnotation(type, new Set()), source: { kind: 'parameter', key } };
    }),
  ];
}

function fittedClass(fields: readonly Field[]): string {
  return `@dataclass(frozen=True)
class Fitted:
    """What a run has learnt or made, and the parameters that scoring takes."""

${fields.map(({ name, type }) => `${INDENT}${name}: ${type.text}`).join('\n')}`;
}

function loader(fields: readonly Field[]): string {
  const values = fields.map(({ name, source }) =>
    source.kind === 'load'
      ? `${name}=io.load(project.path(${pythonString(source.dataset)})),`
      : `${name}=project.value(${pythonString(source.key)}),`,
  );
  const files = fields.flatMap(({ source }) =>
    source.kind === 'load' ? [`project.path(${pythonString(source.dataset)})`] : [],
  );
  return `def _project(out: Path, params: Path) -> Project:
    return Project(read_params(Params, params), params.parent, out)


def files(out: Path, params: Path) -> list[Path]:
    """Return the artifacts in \`\`out\`\` that scoring reads."""
    project = _project(out, params)
    return [${files.join(', ')}]


def load(out: Path, params: Path) -> Fitted:
    """Read the artifacts of a run, and the parameters."""
    project = _project(out, params)
    return Fitted(
${values.map((value) => INDENT.repeat(2) + value).join('\n')}
    )`;
}

/** Names that stand for rows in `score`. */
function rowVariables({ rows, answer, parts }: Inference): ReadonlySet<string> {
  const given = parts.flatMap((part) => {
    if (part.kind === 'rename') return [part.from, part.to];
    return [
      ...part.gives,
      ...part.given.flatMap(({ source }) => (source.kind === 'rows' ? [source.variable] : [])),
    ];
  });
  return new Set([rows.name, answer.variable, ...given]);
}

/** The name of a stage's function; another where a variable has it. */
function stageName(stage: string, names: ReadonlySet<string>): string {
  return names.has(stage) || stage === 'score' || stage === 'load' || stage === 'files'
    ? `${stage}_stage`
    : stage;
}

function partImports(plan: Plan, part: InferencePart, names: ReadonlySet<string>): readonly string[] {
  if (part.kind === 'statements') return part.imports;
  const stage = part.kind === 'stage' ? plan.stages.find(({ name }) => name === part.stage) : undefined;
  if (stage === undefined) return [];
  const alias = stageName(stage.name, names);
  return [
    `from ${plan.package}.stages.${stage.module} import ${stage.name}${alias === stage.name ? '' : ` as ${alias}`}`,
  ];
}

function scorer(inference: Inference, fields: readonly Field[], names: ReadonlySet<string>): string {
  const { rows, answer, leavesOut } = inference;
  const fitted = names.has('fitted') ? 'fitted_values' : 'fitted';
  const lines = inference.parts.flatMap((part): string[] => {
    if (part.kind === 'rename') return [`${part.to} = ${part.from}.copy()`];
    const callee = part.kind === 'stage' ? stageName(part.stage, names) : part.function.name;
    const given = part.given.map(({ source }) => argumentText(source, fields, fitted));
    return [`${part.gives.join(', ')} = ${callee}(${given.join(', ')})`];
  });
  const values =
    answer.column === null ? answer.variable : `${answer.variable}[${pythonString(answer.column)}]`;
  const result = leavesOut ? `${values}.reindex(labels)` : `pd.Series(list(${values}), index=labels)`;
  const doc = [
    `Return ${answer.name} of each row under the row's label${leavesOut ? '; missing for rows that the stages leave out' : ''}.`,
  ];
  return `def score(${rows.name}: pd.DataFrame, ${fitted}: Fitted) -> pd.Series:
${INDENT}${docstring(doc, INDENT)}
${INDENT}labels = ${rows.name}.index
${lines.map((line) => INDENT + line).join('\n')}
${INDENT}return ${result}`;
}

function argumentText(source: PartArgument['source'], fields: readonly Field[], fitted: string): string {
  if (source.kind === 'rows') return source.variable;
  const field = fields.find((each) =>
    source.kind === 'load'
      ? each.source.kind === 'load' && each.source.dataset === source.dataset
      : each.source.kind === 'parameter' && each.source.key === source.key,
  );
  return `${fitted}.${field?.name ?? ''}`;
}
