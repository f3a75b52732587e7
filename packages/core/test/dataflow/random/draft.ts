import type { Draws } from './draws.ts';

/**
 * What a name of a random program holds, for as long as the program runs; the name begins with it.
 *
 * `i` number, `s` text, `l` list of numbers, `ll` list of such lists, `d` dict of numbers, `dl` dict of such lists, `it` iterator over
 * numbers, `f` function of a number, `g` function that takes and gives a list, `o` instance of the program's class, `k` class,
 * `rng` random generator, `a` array, `b` table of numbers (two-dimensional array), `df` data frame, `se` series, `m` estimator, `ax` axes.
 */
export type Kind =
  | 'i'
  | 's'
  | 'l'
  | 'll'
  | 'd'
  | 'dl'
  | 'it'
  | 'f'
  | 'g'
  | 'o'
  | 'k'
  | 'rng'
  | 'a'
  | 'b'
  | 'df'
  | 'se'
  | 'm'
  | 'ax';

/** A program while it is written. */
export interface Draft {
  readonly draws: Draws;
  /** Names that are surely bound, by kind. */
  readonly names: ReadonlyMap<Kind, readonly string[]>;
  /** Makers of statements that this program draws from. */
  readonly makers: readonly Maker[];
  /** Methods and operators that the program's classes have. */
  readonly hooks: ReadonlySet<string>;
  /** How many blocks enclose the statement. */
  readonly depth: number;
  /** Names that the enclosing function must declare global; `null` outside functions. */
  readonly globals: Set<string> | null;
  /** Names that the statement binds, to be known behind it. */
  readonly bound: [Kind, string][];
  /** Numbers names. */
  readonly counter: { next: number };
}

/** Writes one statement, of one or several lines; `null` when the draft has not what it needs. */
export type Maker = (draft: Draft) => string | null;

/** Any bound name of a kind. */
export function nameOf(draft: Draft, kind: Kind): string | undefined {
  const names = draft.names.get(kind) ?? [];
  return names.length === 0 ? undefined : draft.draws.pickFrom(names);
}

/** A name to bind: an old one, or outside blocks a new one. */
export function target(draft: Draft, kind: Kind): string {
  const old = (draft.names.get(kind) ?? []).filter((name) => /\d$/.test(name));
  const mayBeNew = draft.depth === 0;
  if (old.length > 0 && (!mayBeNew || draft.draws.chance(0.35))) {
    const name = draft.draws.pickFrom(old) ?? kind;
    draft.globals?.add(name);
    return name;
  }
  return fresh(draft, kind);
}

/** A new name; inside blocks it is not known behind them. */
export function fresh(draft: Draft, kind: Kind): string {
  const name = `${kind}${draft.counter.next++}`;
  if (draft.depth === 0) draft.bound.push([kind, name]);
  return name;
}

/** The draft inside a block, with further names. */
export function inside(
  draft: Draft,
  extra: readonly (readonly [Kind, string])[] = [],
  globals: Set<string> | null = draft.globals,
): Draft {
  const names = new Map(draft.names);
  for (const [kind, name] of extra) names.set(kind, [...(names.get(kind) ?? []), name, name]);
  return { ...draft, names, depth: draft.depth + 1, globals, bound: [] };
}

/** One to `most` statements, indented. */
export function block(draft: Draft, most = 2): string {
  const count = draft.draws.integer(1, most);
  const lines: string[] = [];
  for (let made = 0; made < count; made++) lines.push(statement(draft));
  return indented(lines.join('\n'));
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

/** Any statement that the draft has the names for. */
export function statement(draft: Draft): string {
  for (let attempt = 0; attempt < 12; attempt++) {
    const made = draft.draws.pickFrom(draft.makers)?.(draft);
    if (made !== null && made !== undefined) return made;
  }
  return 'pass';
}
