import type { Stmt } from '../ast.ts';
import { convertExpressionStatement } from './assignments.ts';
import { convertFor, convertIf, convertWhile, convertWith } from './compound-statements.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, excerpt, fail } from './conversion.ts';
import { convertDecorated, convertDefinition } from './definitions.ts';
import { convertFuture, convertImport, convertImportFrom } from './imports.ts';
import { convertMatch } from './match-statement.ts';
import {
  convertAssert,
  convertDelete,
  convertPrint,
  convertRaise,
  convertReturn,
  convertScopeDeclaration,
  convertWordStatement,
} from './simple-statements.ts';
import { convertTry } from './try-statement.ts';
import { convertTypeAlias } from './type-alias.ts';

type Convert = (conversion: Conversion, node: ConcreteNode) => Stmt | null;

const CONVERTERS: Readonly<Record<string, Convert>> = {
  expression_statement: convertExpressionStatement,
  print_statement: convertPrint,
  exec_statement: convertExec,
  import_statement: convertImport,
  import_from_statement: convertImportFrom,
  future_import_statement: convertFuture,
  assert_statement: convertAssert,
  return_statement: convertReturn,
  delete_statement: convertDelete,
  raise_statement: convertRaise,
  pass_statement: convertWordStatement,
  break_statement: convertWordStatement,
  continue_statement: convertWordStatement,
  global_statement: convertScopeDeclaration,
  nonlocal_statement: convertScopeDeclaration,
  type_alias_statement: convertTypeAlias,
  if_statement: convertIf,
  for_statement: convertFor,
  while_statement: convertWhile,
  with_statement: convertWith,
  try_statement: convertTry,
  match_statement: convertMatch,
  function_definition: convertDefinition,
  class_definition: convertDefinition,
  decorated_definition: convertDecorated,
};

/** Converts one statement; `null`, with a problem noted, where it is none. */
export function statement(conversion: Conversion, node: ConcreteNode): Stmt | null {
  const convert = CONVERTERS[node.type];
  if (convert) return convert(conversion, node);
  fail(conversion, node, `invalid syntax at \`${excerpt(conversion, node)}\``);
  return null;
}

/** Converts the statements of a block, which must not be empty. */
export function block(
  conversion: Conversion,
  node: ConcreteNode | undefined,
  owner: ConcreteNode,
): readonly Stmt[] {
  const body: Stmt[] = [];
  for (const each of node?.children ?? []) {
    if (each.type === ';') continue;
    const converted = statement(conversion, each);
    if (converted) body.push(converted);
  }
  if (body.length === 0)
    fail(conversion, { start: owner.start, end: owner.start + 1 }, 'expected an indented block', 'S003');
  return body;
}

function convertExec(conversion: Conversion, node: ConcreteNode): null {
  fail(conversion, node, '`exec` without parentheses is Python 2', 'S002');
  return null;
}
