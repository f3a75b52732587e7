import type {
  Argument,
  CodeItem,
  Contract,
  Dataset,
  Parameter,
  PartValue,
  Plan,
  PlannedStage,
  Returned,
  StageParts,
} from '../plan/index.ts';
import { indent, pythonString } from '../text/index.ts';
import { classNames } from './config-module.ts';
import { docstring } from './docstring.ts';
import type { Piece } from './origins.ts';
import { fieldType, findSections } from './parameters.ts';
import { ANY, type Annotation, toStageAnnotation, tupleOf } from './python-type.ts';
import { writeTypes } from './typed-code.ts';

const INDENT = '    ';

/** Gives a stage as the pieces of a Python function, and the imports that the function adds to the module. */
export function renderStageFunction(
  plan: Plan,
  stage: PlannedStage,
  local: ReadonlySet<string>,
): { readonly pieces: readonly Piece[]; readonly imports: readonly string[] } {
  const datasets = new Map(plan.datasets.map((dataset) => [dataset.name, dataset]));
  const parameters = new Map(
    plan.parameters.map((parameter) => [`${parameter.section}.${parameter.key}`, parameter]),
  );
  const argumentTypes = stage.arguments.map(
    (argument) => sectionType(plan, argument) ?? argumentType(argument, datasets, parameters, local),
  );
  const result = resultType(stage.returns, datasets, local);
  const contracts = plan.contracts.filter((contract) => contract.stage === stage.name);
  const signature = stage.arguments.map(
    (argument, index) => `${argument.name}: ${argumentTypes[index]?.text ?? 'Any'}`,
  );
  const types = new Map(stage.arguments.map(({ name }, index) => [name, argumentTypes[index] ?? ANY]));
  const parts = stage.parts && renderParts(stage, stage.parts, contracts, types, local);
  const code = stage.body.map((item) => ({ ...item, ...writeTypes(item, local) }));
  const setup = stage.arguments.flatMap((argument) => prepare(argument, datasets, stage));
  const pieces: Piece[] = [
    ...(parts?.functions ?? []),
    added(`\n\ndef ${stage.name}(${signature.join(', ')}) -> ${result.text}:`),
    added(INDENT + docstring(stage.doc, INDENT)),
    ...setup.map((line) => added(INDENT + line.code)),
    ...(parts?.calls ?? renderBody({ ...stage, body: code }, contracts)),
  ];
  if (stage.returns.length > 0)
    pieces.push(added(`${INDENT}return ${stage.returns.map(returned).join(', ')}`));
  const imports = [
    ...[...argumentTypes, result].flatMap((annotation) => annotation.imports),
    ...setup.flatMap((line) => line.imports),
    ...code.flatMap((item) => item.imports),
    ...(parts?.imports ?? []),
    ...contracts.flatMap((contract) => [
      `from ${plan.package}._engine.contract import check`,
      `from ${plan.package}.contracts import ${contract.name}`,
    ]),
  ];
  return { pieces, imports };
}

/** The functions of a long stage, and their calls. */
function renderParts(
  stage: PlannedStage,
  { before, functions, after }: StageParts,
  contracts: readonly Contract[],
  own: ReadonlyMap<string, Annotation>,
  local: ReadonlySet<string>,
): {
  readonly functions: readonly Piece[];
  readonly calls: readonly Piece[];
  readonly imports: readonly string[];
} {
  const annotate = ({ name, type }: PartValue) =>
    type === 'argument' ? (own.get(name) ?? ANY) : toStageAnnotation(type, local);
  const waiting = new Set(contracts);
  const rendered = functions.map((part, at) => {
    const types = part.arguments.map(annotate);
    const returns = part.returns.map(annotate);
    const [only] = returns;
    const result = returns.length > 1 ? tupleOf(returns) : (only ?? { text: 'None', imports: [] });
    const code = part.body.map((item) => ({ ...item, ...writeTypes(item, local) }));
    const isLast = at === functions.length - 1;
    const checks = [...waiting].filter((one) => isLast || code.some((item) => binds(item, one.variable)));
    for (const check of checks) waiting.delete(check);
    const signature = part.arguments.map(({ name }, index) => `${name}: ${types[index]?.text ?? 'Any'}`);
    const names = part.returns.map(({ name }) => name);
    return {
      pieces: [
        added(`\n\ndef ${part.name}(${signature.join(', ')}) -> ${result.text}:`),
        added(INDENT + docstring(part.doc, INDENT)),
        ...renderBody({ ...stage, body: code }, checks),
        ...(names.length > 0 ? [added(`${INDENT}return ${names.join(', ')}`)] : []),
      ],
      call: added(
        `${INDENT}${names.length > 0 ? `${names.join(', ')} = ` : ''}${part.name}(${part.arguments.map(({ name }) => name).join(', ')})`,
      ),
      imports: [...types, ...returns].flatMap((annotation) => annotation.imports),
    };
  });
  const around = (items: readonly CodeItem[]) => renderBody({ ...stage, body: items }, []);
  return {
    functions: rendered.flatMap(({ pieces }) => pieces),
    calls: [...around(before), ...rendered.map(({ call }) => call), ...around(after)],
    imports: rendered.flatMap(({ imports }) => imports),
  };
}

function added(text: string): Piece {
  return { text, statement: null };
}

function renderBody(stage: PlannedStage, contracts: readonly Contract[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const waiting = [...contracts];
  stage.body.forEach((item, index) => {
    const before = stage.body[index - 1];
    const apart = before !== undefined && cellOf(before) !== cellOf(item) ? '\n' : '';
    pieces.push({
      text: apart + indent(item.text.replace(/\s+$/, ''), INDENT, item.strings),
      statement: item.statement,
    });
    for (const contract of waiting.filter((one) => binds(item, one.variable))) {
      pieces.push(added(INDENT + checkCall(stage, contract)));
      waiting.splice(waiting.indexOf(contract), 1);
    }
  });
  return [...pieces, ...waiting.map((contract) => added(INDENT + checkCall(stage, contract)))];
}

/** The statement's first line assigns the variable: the table is checked as it was read. */
function binds(item: CodeItem, variable: string): boolean {
  const lines = item.text.split('\n').filter((line) => !line.startsWith('#'));
  return new RegExp(`^${variable}\\s*(:[^=]*)?=[^=]`).test(lines[0] ?? '');
}

function checkCall(stage: PlannedStage, contract: Contract): string {
  const location = stage.arguments.find(
    ({ source }) => source.kind === 'read' && source.key === contract.key,
  );
  return `check(${contract.variable}, ${contract.name}, ${location?.name ?? pythonString(contract.key)})`;
}

function cellOf(item: CodeItem): string {
  return item.statement.slice(0, item.statement.indexOf(':'));
}

function returned(value: Returned): string {
  return value.variables.length === 1 ? (value.variables[0] ?? '') : `(${value.variables.join(', ')})`;
}

interface SetupLine {
  readonly code: string;
  readonly imports: readonly string[];
}

/** Takes a tuple apart and copies what the stage may change. */
function prepare(
  argument: Argument,
  datasets: ReadonlyMap<string, Dataset>,
  stage: PlannedStage,
): readonly SetupLine[] {
  const { source } = argument;
  const deepcopy = { imports: ['from copy import deepcopy'] };
  if (source.kind === 'dataset' && source.variables.length > 1) {
    const all = datasets.get(source.dataset)?.variables ?? source.variables;
    const used = stage.body.map((item) => item.text).join('\n');
    const names = all.map((name) =>
      source.variables.includes(name) && mentions(used, name) ? name : `_${name}`,
    );
    const value = argument.copied ? `deepcopy(${argument.name})` : argument.name;
    return [{ code: `${names.join(', ')} = ${value}`, imports: argument.copied ? deepcopy.imports : [] }];
  }
  if (!argument.copied) return [];
  const shallow = ['pandas.DataFrame', 'pandas.Series', 'numpy.ndarray'].includes(argument.type?.name ?? '');
  if (shallow) return [{ code: `${argument.name} = ${argument.name}.copy()`, imports: [] }];
  return [{ code: `${argument.name} = deepcopy(${argument.name})`, ...deepcopy }];
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(text);
}

/** The model of all parameters of a stage; `null` for any other argument. */
function sectionType(plan: Plan, { source }: Argument): Annotation | null {
  if (source.kind !== 'parameter' || source.key.includes('.')) return null;
  const sections = findSections(plan);
  const name = classNames(sections)[sections.findIndex((section) => section.name === source.key)];
  return name === undefined ? ANY : { text: name, imports: [`from ${plan.package}.config import ${name}`] };
}

function argumentType(
  argument: Argument,
  datasets: ReadonlyMap<string, Dataset>,
  parameters: ReadonlyMap<string, Parameter>,
  local: ReadonlySet<string>,
): Annotation {
  const { source } = argument;
  if (source.kind === 'read' || source.kind === 'write') return { text: 'str', imports: [] };
  if (source.kind === 'parameter') {
    const parameter = parameters.get(source.key);
    return parameter ? fieldType(parameter) : ANY;
  }
  const dataset = datasets.get(source.dataset);
  return dataset ? datasetType(dataset, argument.type, local) : toStageAnnotation(argument.type, local);
}

function resultType(
  returns: readonly Returned[],
  datasets: ReadonlyMap<string, Dataset>,
  local: ReadonlySet<string>,
): Annotation {
  const types = returns.map((value) => {
    const dataset = datasets.get(value.dataset);
    return dataset ? datasetType(dataset, value.type, local) : toStageAnnotation(value.type, local);
  });
  if (types.length === 0) return { text: 'None', imports: [] };
  return types.length === 1 ? (types[0] ?? ANY) : tupleOf(types);
}

function datasetType(dataset: Dataset, observed: Argument['type'], local: ReadonlySet<string>): Annotation {
  const facts = observed ?? dataset.facts?.type ?? null;
  if (dataset.variables.length === 1 || facts?.name === 'tuple') return toStageAnnotation(facts, local);
  return tupleOf(dataset.variables.map(() => ANY));
}
