import type { Step } from '../dataflow/index.ts';
import { besideNotebook } from './files.ts';
import { isReserved, snakeCase, unusedName } from './identifiers.ts';
import { addEdit, type LiftedInput, type LiftingContext, type StageLift } from './lift.ts';
import { type Literal, literalOf } from './literals.ts';
import { findMentions, type Mention, quotedNames } from './mentions.ts';
import { assignedValue } from './name-kinds.ts';
import { boundsOf, findTunableLiterals, type TunableLiteral } from './tunable.ts';
import type { Parameter } from './types.ts';

/** Replaces names that stand for a setting, and literals that a person would tune, by arguments. */
export function liftParameters(
  context: LiftingContext,
  lifts: readonly StageLift[],
  inputs: LiftedInput[],
): readonly Parameter[] {
  const parameters: Parameter[] = [];
  liftNames(context, lifts, parameters, inputs);
  context.stages.forEach((stage, number) => {
    const lift = lifts[number];
    if (!lift) return;
    const found = stage.steps.flatMap((step) =>
      findTunableLiterals(step, context.imports).map((literal) => ({ ...literal, step })),
    );
    const contested = contestedKeywords(found);
    for (const literal of found)
      liftLiteral(context, lift, literal, context.names[number] ?? 'common', parameters, contested);
  });
  return parameters;
}

/** Where a named setting is mentioned in a stage. */
interface Uses {
  readonly number: number;
  readonly places: readonly { readonly step: Step; readonly mention: Mention }[];
}

function liftNames(
  context: LiftingContext,
  lifts: readonly StageLift[],
  parameters: Parameter[],
  inputs: LiftedInput[],
): void {
  for (const [name, kind] of context.flow.kinds) {
    if (kind !== 'parameter') continue;
    const [binder] = context.flow.uses.binders.get(name) ?? [];
    const value = binder ? assignedValue(binder, name) : null;
    const literal = value ? literalOf(value) : null;
    const users = usesOf(context, lifts, name);
    if (!binder || !literal || users.length === 0) continue;
    const argument = settingName(context, lifts, users, name);
    const section = users.length > 1 ? 'common' : (context.names[users[0]?.number ?? 0] ?? 'common');
    const key = freeKey(parameters, section, snakeCase(argument) || argument);
    const isLocation = isExistingPath(context, literal);
    if (isLocation) inputs.push({ original: String(literal.value), key: `${section}.${key}` });
    else
      parameters.push({
        section,
        key,
        ...literal,
        statement: binder.id,
        origin: `\`${name}\`, cell ${binder.cell}`,
        ...boundsOfName(users, name, literal),
      });
    for (const { number, places } of users) {
      const lift = lifts[number];
      if (!lift) continue;
      lift.taken.add(argument);
      const source = { kind: isLocation ? 'read' : 'parameter', key: `${section}.${key}` } as const;
      lift.arguments.push({ name: argument, source, type: typeOfLiteral(literal), copied: false });
      for (const { step, mention } of places) addEdit(lift, step, { span: mention.span, text: argument });
    }
  }
}

/** Mentions of a name that no file argument stands for already. */
function usesOf(context: LiftingContext, lifts: readonly StageLift[], name: string): readonly Uses[] {
  return context.stages.flatMap((stage, number) => {
    const places = stage.steps.flatMap((step) =>
      findMentions(step.statement.node)
        .filter((mention) => mention.name === name && !isEdited(lifts[number], step, mention))
        .map((mention) => ({ step, mention })),
    );
    const isQuoted = stage.steps.some((step) => quotedNames(step.statement.node).has(name));
    return places.length > 0 || isQuoted ? [{ number, places }] : [];
  });
}

function isEdited(lift: StageLift | undefined, step: Step, { span }: Mention): boolean {
  const edits = lift?.edits.get(step) ?? [];
  return edits.some((edit) => edit.span.start <= span.start && span.end <= edit.span.end);
}

/** Lower case, unless another name would be hidden. */
function settingName(
  context: LiftingContext,
  lifts: readonly StageLift[],
  users: readonly Uses[],
  name: string,
): string {
  const lower = name.toLowerCase();
  if (lower === name || context.quoted.has(name) || isReserved(lower) || context.moduleNames.has(lower))
    return name;
  return users.some(({ number }) => lifts[number]?.taken.has(lower)) ? name : lower;
}

function isExistingPath(context: LiftingContext, literal: Literal): boolean {
  if (typeof literal.value !== 'string' || literal.value.trim() === '') return false;
  return context.sources.stat(besideNotebook(context.path, literal.value)) !== null;
}

/** Bounds of the first library argument that the name is given to. */
function boundsOfName(users: readonly Uses[], name: string, literal: Literal): Pick<Parameter, 'bounds'> {
  for (const { places } of users) {
    for (const { step } of places) {
      for (const keyword of keywordsGiven(step, name)) {
        const bounds = boundsOf(keyword, literal);
        if (bounds) return { bounds };
      }
    }
  }
  return {};
}

function keywordsGiven(step: Step, name: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type === 'keyword' && 'value' in node && 'arg' in node) {
        const { value, arg } = node;
        const isName = typeof value === 'object' && value !== null && 'id' in value && value.id === name;
        if (isName && typeof arg === 'string') found.push(arg);
      }
      for (const field of Object.values(node)) visit(field);
    }
  };
  visit(step.statement.node);
  return found;
}

interface PlacedLiteral extends TunableLiteral {
  readonly step: Step;
}

/** Keywords that calls of different things have in one stage: each says whose it is. One seed for all is one parameter. */
function contestedKeywords(found: readonly PlacedLiteral[]): ReadonlySet<string> {
  const contested = found.filter(({ keyword, callee, literal }) =>
    found.some(
      (other) =>
        other.keyword === keyword &&
        other.callee !== callee &&
        (keyword !== 'random_state' || other.literal.value !== literal.value),
    ),
  );
  return new Set(contested.map(({ keyword }) => keyword));
}

function liftLiteral(
  context: LiftingContext,
  lift: StageLift,
  found: PlacedLiteral,
  section: string,
  parameters: Parameter[],
  contested: ReadonlySet<string>,
): void {
  const { literal, keyword, callee, expression, step } = found;
  const edit = (text: string) =>
    addEdit(lift, step, { span: { start: expression.start, end: expression.end }, text });
  const shared =
    keyword === 'random_state' && !contested.has(keyword)
      ? parameters.find((known) => isSame(known, section, keyword, literal))
      : undefined;
  if (shared) {
    edit(shared.key);
    return;
  }
  const plain = contested.has(keyword) ? qualifiedName(callee, snakeCase(keyword)) : snakeCase(keyword);
  const isTaken = (name: string) => lift.taken.has(name) || isReserved(name) || context.moduleNames.has(name);
  const name = isTaken(plain) ? unusedName(qualifiedName(callee, snakeCase(keyword)), isTaken) : plain;
  const key = freeKey(parameters, section, name);
  const bounds = boundsOf(keyword, literal);
  parameters.push({
    section,
    key,
    ...literal,
    statement: step.id,
    origin: `\`${keyword}\` of \`${callee}\`, cell ${step.cell}`,
    ...(bounds ? { bounds } : {}),
  });
  lift.taken.add(name);
  const source = { kind: 'parameter', key: `${section}.${key}` } as const;
  lift.arguments.push({ name, source, type: typeOfLiteral(literal), copied: false });
  edit(name);
}

/** `tfidf_min_df`, `kmeans_n_init`: which of several an argument belongs to; folds of a cross validation by that name. */
function qualifiedName(callee: string, name: string): string {
  if (name === 'cv') return 'folds';
  const short = callee.replace(/(?<=.)(Vectorizer|Classifier|Regressor|Transformer|Encoder|Model)$/, '');
  const words = short.replace(
    /^([A-Z])([A-Z][a-z])/,
    (_, one: string, rest: string) => one + rest.toLowerCase(),
  );
  return `${snakeCase(words)}_${name}`;
}

function isSame(known: Parameter, section: string, key: string, literal: Literal): boolean {
  return (
    known.section === section &&
    known.key === key &&
    known.value === literal.value &&
    known.type === literal.type
  );
}

function freeKey(parameters: readonly Parameter[], section: string, key: string): string {
  return unusedName(key, (name) =>
    parameters.some((known) => known.section === section && known.key === name),
  );
}

function typeOfLiteral(literal: Literal): { readonly name: string } | null {
  return literal.type === 'none' ? null : { name: literal.type };
}
