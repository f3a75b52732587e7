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
  const message = whyNotHere(node, place);
  if (message !== null) problems.push({ code: 'S001', start: node.start, end: node.end, message });
  checkInside(problems, node, place);
}

/** What is wrong with a node where it stands. */
function whyNotHere(node: Node, place: Place): string | null {
  switch (node.type) {
    case 'Return':
      return whyNoReturn(node.value, place);
    case 'Break':
    case 'Continue':
      return whyNoJump(node.type === 'Break' ? 'break' : 'continue', place);
    case 'Yield':
    case 'YieldFrom':
      return whyNoYield(node.type, place);
    case 'Await':
      return whyNoAwait('await', place);
    case 'AsyncFor':
      return place.scope === 'module' ? null : whyNoAwait('async for', place);
    case 'AsyncWith':
      return place.scope === 'module' ? null : whyNoAwait('async with', place);
    case 'NamedExpr':
      return place.scope === 'type' ? '`:=` cannot stand in a type' : null;
    default:
      return null;
  }
}

function whyNoReturn(value: Expr | null, place: Place): string | null {
  if (place.scope !== 'function' && place.scope !== 'async-function') return '`return` outside a function';
  if (place.inGroupHandler) return '`return` cannot stand in an `except*` block';
  return value && place.isAsyncGenerator ? '`return` with a value in an asynchronous generator' : null;
}

function whyNoJump(word: string, place: Place): string | null {
  if (place.inLoop) return null;
  return place.inGroupHandler
    ? `\`${word}\` cannot stand in an \`except*\` block`
    : `\`${word}\` outside a loop`;
}

function whyNoYield(type: 'Yield' | 'YieldFrom', place: Place): string | null {
  if (place.scope === 'comprehension') return '`yield` inside a comprehension';
  if (place.scope !== 'function' && place.scope !== 'async-function') return '`yield` outside a function';
  return type === 'YieldFrom' && place.scope === 'async-function'
    ? '`yield from` inside an async function'
    : null;
}

function whyNoAwait(word: string, place: Place): string | null {
  const isAllowed = ['module', 'async-function', 'comprehension'].includes(place.scope);
  return isAllowed ? null : `\`${word}\` outside an async function`;
}

/** Goes on with the children, each in the place that it has. */
function checkInside(problems: Problem[], node: Node, place: Place): void {
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkEach(problems, node.decorator_list, place);
      checkEach(problems, outsideOf(node.args), place);
      checkEach(problems, [node.returns], place);
      checkEach(problems, node.type_params, { ...TOP, scope: 'type' });
      checkEach(problems, node.body, placeInFunction(node.type === 'AsyncFunctionDef', node.body));
      break;
    case 'Lambda':
      checkEach(problems, outsideOf(node.args), place);
      checkEach(problems, [node.body], { ...TOP, scope: 'function' });
      break;
    case 'ClassDef':
      checkEach(problems, [...node.decorator_list, ...node.bases, ...node.keywords], place);
      checkEach(problems, node.type_params, { ...TOP, scope: 'type' });
      checkEach(problems, node.body, { ...TOP, scope: 'class' });
      break;
    case 'TypeAlias':
      checkEach(problems, [...node.type_params, node.value], { ...TOP, scope: 'type' });
      break;
    case 'For':
    case 'AsyncFor':
      checkEach(problems, [node.target, node.iter], place);
      checkEach(problems, node.body, { ...place, inLoop: true });
      checkEach(problems, node.orelse, place);
      break;
    case 'While':
      checkEach(problems, [node.test], place);
      checkEach(problems, node.body, { ...place, inLoop: true });
      checkEach(problems, node.orelse, place);
      break;
    case 'TryStar':
      checkEach(problems, node.body, place);
      checkEach(problems, node.handlers, { ...place, inLoop: false, inGroupHandler: true });
      checkEach(problems, [...node.orelse, ...node.finalbody], place);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(problems, node, place);
      break;
    default:
      checkEach(problems, childNodes(node), place);
  }
}

function checkEach(problems: Problem[], nodes: readonly (Node | null)[], place: Place): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node) check(problems, node, place);
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
  checkEach(problems, inside, inner);
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
