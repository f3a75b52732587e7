import type { Problem } from '../adapter/conversion.ts';
import type { Stmt } from '../ast.ts';
import type { Block } from './block.ts';
import { gatherNames } from './gather-names.ts';
import { resolveNames } from './resolve-names.ts';

/** Finds what CPython's `symtable` refuses: `global` after use, `nonlocal` without binding, misplaced `:=` and `import *`. */
export function checkScopes(body: readonly Stmt[]): readonly Problem[] {
  const { module, problems } = gatherNames(body);
  // All other names may be there at run time, wherever they live.
  if (hasNonlocal(module)) resolveNames(module, problems);
  return problems;
}

function hasNonlocal({ nonlocals, children }: Block): boolean {
  return nonlocals.size > 0 || children.some(hasNonlocal);
}
