import type { Problem } from '../adapter/conversion.ts';
import type { Arguments, Expr, Node, Stmt } from '../ast.ts';
import { childNodes } from '../walk.ts';

/** What the code around a node is, as far as it decides which statements may stand there. */
interface Place {
  readonly scope: 'module' | 'class' | 'function' | 'async-function' | 'comprehension' | 'type';
  readonly inLoop: boolean;
  /** Inside a handler of `except*`, which control may not leave. */
  readonly inGroupHandler: boolean;
  /** The function around is an asynchronous generator. */
  readonly isAsyncGenerator: boolean;
}

const TOP: Place = { scope: 'module', inLoop: false, inGroupHandler: false, isAsyncGenerator: false };

/** Checks that `return`, `yield`, `await`, `break`, `continue` and `async` stand where they may; `await` may at top level. */
export function checkControlFlow(statement: Stmt): readonly Problem[] {
  const problems: Problem[] = [];
  check(problems, statement, TOP);
  return problems;
}

function check(problems: Problem[], node: Node, place: Place): void {
  const report = (message: string) =>
    problems.push({ code: 'S001', start: node.start, end: node.end, message });
  switch (node.type) {
    case 'Return':
      checkReturn(node.value, place, report);
      break;
    case 'Break':
    case 'Continue':
      checkJump(node.type === 'Break' ? 'break' : 'continue', place, report);
      break;
    case 'Yield':
    case 'YieldFrom':
      checkYield(node.type, place, report);
      break;
    case 'Await':
      checkAwait('await', place, report);
      break;
    case 'AsyncFor':
    case 'AsyncWith':
      if (place.scope !== 'module')
        checkAwait(node.type === 'AsyncFor' ? 'async for' : 'async with', place, report);
      break;
    case 'NamedExpr':
      if (place.scope === 'type') report('`:=` cannot stand in a type');
      break;
    default:
  }
  checkInside(problems, node, place);
}

function checkReturn(value: Expr | null, place: Place, report: (message: string) => void): void {
  if (place.scope !== 'function' && place.scope !== 'async-function') report('`return` outside a function');
  else if (place.inGroupHandler) report('`return` cannot stand in an `except*` block');
  else if (value && place.isAsyncGenerator) report('`return` with a value in an asynchronous generator');
}

function checkJump(word: string, place: Place, report: (message: string) => void): void {
  if (place.inLoop) return;
  report(
    place.inGroupHandler ? `\`${word}\` cannot stand in an \`except*\` block` : `\`${word}\` outside a loop`,
  );
}

function checkYield(type: 'Yield' | 'YieldFrom', place: Place, report: (message: string) => void): void {
  if (place.scope === 'comprehension') report('`yield` inside a comprehension');
  else if (place.scope !== 'function' && place.scope !== 'async-function')
    report('`yield` outside a function');
  else if (type === 'YieldFrom' && place.scope === 'async-function')
    report('`yield from` inside an async function');
}

function checkAwait(word: string, place: Place, report: (message: string) => void): void {
  const isAllowed = ['module', 'async-function', 'comprehension'].includes(place.scope);
  if (!isAllowed) report(`\`${word}\` outside an async function`);
}

/** Goes on with the children, each in the place that it has. */
function checkInside(problems: Problem[], node: Node, place: Place): void {
  const each = (nodes: readonly (Node | null)[], inner: Place) => {
    for (const child of nodes) if (child) check(problems, child, inner);
  };
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      each(node.decorator_list, place);
      each(outsideOf(node.args), place);
      each([node.returns], place);
      each(node.type_params, { ...TOP, scope: 'type' });
      each(node.body, placeInFunction(node.type === 'AsyncFunctionDef', node.body));
      break;
    case 'Lambda':
      each(outsideOf(node.args), place);
      each([node.body], { ...TOP, scope: 'function' });
      break;
    case 'ClassDef':
      each([...node.decorator_list, ...node.bases, ...node.keywords], place);
      each(node.type_params, { ...TOP, scope: 'type' });
      each(node.body, { ...TOP, scope: 'class' });
      break;
    case 'TypeAlias':
      each([...node.type_params, node.value], { ...TOP, scope: 'type' });
      break;
    case 'For':
    case 'AsyncFor':
      each([node.target, node.iter], place);
      each(node.body, { ...place, inLoop: true });
      each(node.orelse, place);
      break;
    case 'While':
      each([node.test], place);
      each(node.body, { ...place, inLoop: true });
      each(node.orelse, place);
      break;
    case 'TryStar':
      each(node.body, place);
      each(node.handlers, { ...place, inLoop: false, inGroupHandler: true });
      each([...node.orelse, ...node.finalbody], place);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(problems, node, place);
      break;
    default:
      each(childNodes(node), place);
  }
}

type AnyComprehension = Extract<Expr, { type: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>;

function checkComprehension(problems: Problem[], node: AnyComprehension, place: Place): void {
  const [first] = node.generators;
  const inner: Place = { ...place, scope: 'comprehension' };
  const inside = childNodes(node).flatMap((child) =>
    child === first ? childNodes(child).filter((part) => part !== first.iter) : [child],
  );
  if (first) check(problems, first.iter, place);
  for (const child of inside) check(problems, child, inner);
  const isAsync = node.generators.some((generator) => generator.is_async === 1) || inside.some(hasAwait);
  const mayBeAsync = ['module', 'async-function', 'comprehension'].includes(place.scope);
  if (isAsync && node.type !== 'GeneratorExp' && !mayBeAsync) {
    const message = 'asynchronous comprehension outside an async function';
    problems.push({ code: 'S001', start: node.start, end: node.end, message });
  }
}

function hasAwait(node: Node): boolean {
  if (node.type === 'Await') return true;
  if (node.type === 'Lambda' || node.type === 'GeneratorExp') return false;
  return childNodes(node).some(hasAwait);
}

/** What of a parameter list is evaluated outside the function. */
function outsideOf(args: Arguments): readonly (Node | null)[] {
  return childNodes(args);
}

function placeInFunction(isAsync: boolean, body: readonly Stmt[]): Place {
  const scope = isAsync ? 'async-function' : 'function';
  return { ...TOP, scope, isAsyncGenerator: isAsync && body.some(hasYield) };
}

function hasYield(node: Node): boolean {
  if (node.type === 'Yield') return true;
  if (['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda'].includes(node.type)) return false;
  return childNodes(node).some(hasYield);
}
