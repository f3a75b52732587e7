import type { Problem } from '../adapter/conversion.ts';
import type { Stmt } from '../ast.ts';

/** TEMP */
export function checkSemantics(_body: readonly Stmt[], _text: string): ReadonlyMap<Stmt, Problem> {
  return new Map();
}
