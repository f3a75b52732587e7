import type { Parameter, Plan } from '../plan/index.ts';
import { ANY, type Annotation } from './python-type.ts';

/** A section of `params.yaml` with its fields, in the order of the file. */
export interface ParameterSection {
  readonly name: string;
  readonly fields: readonly Parameter[];
}

/**
 * Gives the parameters that stages use, by section: `common` first, then as the plan lists them.
 * Locations of inputs are parameters too, whether or not the plan lists them as such.
 */
export function findSections(plan: Plan): readonly ParameterSection[] {
  const used = new Set(
    plan.stages.flatMap((stage) =>
      stage.arguments.flatMap(({ source }) =>
        source.kind === 'parameter' || source.kind === 'read' ? [source.key] : [],
      ),
    ),
  );
  const listed = new Set(plan.parameters.map(dottedKey));
  const locations = plan.inputs.filter((input) => !listed.has(input.key)).map(toParameter);
  const sections = new Map<string, Map<string, Parameter>>();
  for (const parameter of [...locations, ...plan.parameters]) {
    if (!used.has(dottedKey(parameter)) && !used.has(parameter.section)) continue;
    const fields = sections.get(parameter.section) ?? new Map<string, Parameter>();
    if (!fields.has(parameter.key)) fields.set(parameter.key, parameter);
    sections.set(parameter.section, fields);
  }
  const order = ['common', ...plan.stages.map((stage) => stage.name)];
  const rank = (name: string) => (order.indexOf(name) < 0 ? order.length : order.indexOf(name));
  return [...sections]
    .map(([name, fields]) => ({ name, fields: [...fields.values()] }))
    .sort((one, other) => rank(one.name) - rank(other.name));
}

/** Gives the key under which a stage asks for the parameter. */
export function dottedKey(parameter: Parameter): string {
  return `${parameter.section}.${parameter.key}`;
}

function toParameter(input: Plan['inputs'][number]): Parameter {
  const dot = input.key.indexOf('.');
  return {
    section: input.key.slice(0, dot),
    key: input.key.slice(dot + 1),
    type: 'str',
    value: input.location,
    statement: '',
    origin: `location of ${input.original}`,
  };
}

/** Gives the annotation of a parameter in `config.py` and in stage functions. */
export function fieldType(parameter: Parameter): Annotation {
  if (parameter.type === 'none') return ANY;
  if (parameter.type === 'list') return around('list[', elementType(asArray(parameter.value)));
  if (parameter.type === 'dict')
    return around('dict[str, ', elementType(Object.values(asObject(parameter.value))));
  return { text: parameter.type, imports: [] };
}

function around(before: string, element: Annotation): Annotation {
  return { text: `${before}${element.text}]`, imports: element.imports };
}

/** JSON does not tell `1` from `1.0`, so whole numbers keep whichever kind the file has. */
function elementType(values: readonly unknown[]): Annotation {
  const kinds = new Set(values.map((value) => typeof value));
  const [kind] = kinds;
  if (kinds.size !== 1) return ANY;
  if (kind === 'string') return { text: 'str', imports: [] };
  if (kind === 'boolean') return { text: 'bool', imports: [] };
  if (kind !== 'number') return ANY;
  const whole = values.every((value) => Number.isInteger(value));
  return { text: whole ? 'int' : 'int | float', imports: [] };
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
