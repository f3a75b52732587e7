import type { Code } from '../../diagnostics/index.ts';
import type { Magic } from '../types.ts';

/** What a magic becomes, before it is written into the cell. */
export type Translation = (
  | { readonly kind: 'statements'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string }
  /** The Python in the magic's own text stays where it is: from this offset in its arguments. */
  | { readonly kind: 'keep'; readonly from: number }
  | { readonly kind: 'none' }
) & {
  readonly fate: Magic['fate'];
  /** Import statements that the Python needs, each on its own. */
  readonly imports?: readonly string[];
  readonly problem?: TranslationProblem;
};

/** What a user should know about a magic that has no full translation. */
export interface TranslationProblem {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
}

/** One magic as the tables of translations see it. */
export interface MagicCall {
  readonly name: string;
  readonly arguments: string;
  readonly isAssigned: boolean;
  readonly context: TranslationContext;
}

/** A cell magic: its first line is the call, the rest of the cell its body. */
export interface CellMagicCall extends MagicCall {
  readonly body: string;
}

/** What a translation may know of the notebook around it. */
export interface TranslationContext {
  /** Names that the notebook defines somewhere. */
  readonly names: ReadonlySet<string>;
  readonly format: 'ipynb' | 'percent' | 'databricks';
  /** The name of the database engine that `%sql` uses; set by its connections. */
  readonly connection: { engine: string };
  /** Gives the Python of a file that `%run` names, or undefined where it cannot be had. */
  readonly readScript: (target: string) => string | undefined;
  /** Gives the text of a file beside the notebook, or undefined where it cannot be had. */
  readonly readText: (target: string) => string | undefined;
}

const PYTHON = { kind: 'python' } as const;

/** Translates to statements. */
export function statements(text: string, imports: readonly string[] = []): Translation {
  return { kind: 'statements', text, fate: PYTHON, imports };
}

/** Translates to an expression, which an assignment may take. */
export function expression(text: string, imports: readonly string[] = []): Translation {
  return { kind: 'expression', text, fate: PYTHON, imports };
}

/** Keeps the Python in the arguments, from this offset on. */
export function keep(from: number): Translation {
  return { kind: 'keep', from, fate: PYTHON };
}

/** Leaves the magic out, and says why: a sentence without subject, `shows help`. */
export function drop(reason: string): Translation {
  return { kind: 'none', fate: { kind: 'dropped', reason } };
}

/** Leaves the magic out and warns, because the notebook's values may depend on it. */
export function dropUntranslated(call: MagicCall, reason: string, hint?: string): Translation {
  const message = `\`%${call.name}\` ${reason}, and plain Python cannot`;
  return {
    ...drop(reason),
    problem: { code: 'N010', message, ...(hint === undefined ? {} : { hint }) },
  };
}

/** Leaves text in another language out. */
export function foreign(language: string): Translation {
  const message = `This cell is written in ${language}`;
  const hint = 'Translate it to Python where later cells need what it makes.';
  return { kind: 'none', fate: { kind: 'foreign', language }, problem: { code: 'N012', message, hint } };
}
