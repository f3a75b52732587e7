import type { Problem } from '../adapter/conversion.ts';
import type { Stmt } from '../ast.ts';
import { checkScopes } from '../scopes/check-scopes.ts';
import { checkControlFlow } from './control-flow.ts';
import { checkFutures } from './futures.ts';
import { checkMatchPatterns } from './match-patterns.ts';
import { checkUnpacking } from './unpacking.ts';

/** Finds the statements that CPython's compiler refuses although they are grammatical, with the first problem of each. */
export function checkSemantics(body: readonly Stmt[], text: string): ReadonlyMap<Stmt, Problem> {
  const found = new Map<Stmt, Problem>();
  const hasMatch = /\bmatch\b/.test(text);
  const futures = text.includes('__future__') ? checkFutures(body) : [];
  for (const statement of body) {
    const [problem] = [
      ...checkUnpacking(statement),
      ...checkControlFlow(statement),
      ...(hasMatch ? checkMatchPatterns(statement) : []),
    ];
    if (problem) found.set(statement, problem);
  }
  for (const problem of [...futures, ...checkScopes(body)]) {
    const statement = body.find((each) => isInside(problem, each));
    if (statement && !found.has(statement)) found.set(statement, problem);
  }
  return found;
}

/** Decorators stand before the span of their definition. */
function isInside(problem: Problem, statement: Stmt): boolean {
  const isDefinition =
    statement.type === 'FunctionDef' ||
    statement.type === 'AsyncFunctionDef' ||
    statement.type === 'ClassDef';
  const start = isDefinition ? (statement.decorator_list[0]?.start ?? statement.start) : statement.start;
  return problem.start >= start && problem.start <= statement.end;
}
