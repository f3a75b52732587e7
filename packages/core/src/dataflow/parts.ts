import { childNodes, type Node, type Stmt } from '../syntax/index.ts';
import { addNeed, type Machine, type OpenPart, type OpenStep } from './state.ts';

/**
 * Finds the statements of a step that a slice may leave out by themselves: itself, and what stands in its loops and branches.
 * What may catch an exception (`try`, `with`) is one part, because the code behind a raise then goes on.
 */
export function findParts(node: Stmt, first: number, divided: boolean): readonly [OpenPart, ...OpenPart[]] {
  const root: OpenPart = {
    number: first,
    node,
    parent: null,
    needs: new Map(),
    walked: new Map(),
    updates: new Map(),
  };
  const parts: [OpenPart, ...OpenPart[]] = [root];
  if (divided) addParts(root, null, parts);
  return parts;
}

/** Adds the parts inside a loop or branch; `loop` is the one that a `break` in it leaves. */
function addParts(outer: OpenPart, loop: OpenPart | null, parts: [OpenPart, ...OpenPart[]]): void {
  const { node } = outer;
  if (node.type !== 'If' && node.type !== 'For' && node.type !== 'While') return;
  const add = (body: readonly Stmt[], left: OpenPart | null): void => {
    for (const statement of body) {
      const number = parts[0].number + parts.length;
      const part: OpenPart = {
        number,
        node: statement,
        parent: outer,
        needs: new Map(),
        walked: new Map(),
        updates: new Map(),
      };
      parts.push(part);
      if (DIVIDED.has(statement.type)) addParts(part, left, parts);
      // Whether the loop goes on, and with what, is decided by every jump in it.
      else if (left && mayJump(statement)) addNeed(left.needs, number, 'control', 'jump', 'must');
    }
  };
  add(node.body, node.type === 'If' ? loop : outer);
  add(node.orelse, loop);
}

const DIVIDED: ReadonlySet<string> = new Set(['If', 'For', 'While']);

/** Whether a statement may leave or continue the loop around it. */
function mayJump(node: Node): boolean {
  if (node.type === 'Break' || node.type === 'Continue') return true;
  if (node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'ClassDef')
    return false;
  const isLoop = node.type === 'For' || node.type === 'AsyncFor' || node.type === 'While';
  return (isLoop ? node.orelse : childNodes(node)).some(mayJump);
}

/** The part that a statement of the notebook is, where it is not the one that is being interpreted. */
export function partFor({ step }: Machine, node: Stmt): OpenPart | null {
  if (step.parts.size === 1 || step.part.node === node) return null;
  return step.parts.get(node) ?? null;
}

/** Goes on as another part of the step, and gives the one before. */
export function enterPart(machine: Machine, part: OpenPart): OpenPart {
  const before = machine.step.part;
  machine.step.part = part;
  // Calls were interpreted for that part: this one needs what they read, too.
  machine.handed.clear();
  machine.surrendered = null;
  return before;
}

/** Whether a slice may leave out parts of a step that has been interpreted. */
export function isDivided(machine: Machine, step: OpenStep): boolean {
  return step.parts.size > 1 && !step.indivisible && machine.dropped === null;
}
