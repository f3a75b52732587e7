import type {
  AsyncFor,
  AsyncWith,
  For,
  If,
  Match,
  Stmt,
  Try,
  TryStar,
  While,
  With,
} from '../syntax/index.ts';
import { attempt } from './attempts.ts';
import { loadAttribute } from './attributes.ts';
import { callValue } from './calls.ts';
import { callDunders } from './classes.ts';
import type { Scope } from './environment.ts';
import { evaluate, evaluateTested } from './expressions.ts';
import { type AbstractObject, ELEMENTS, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, changeDeep, changeState } from './objects.ts';
import { operate } from './operators.ts';
import { bindPattern } from './patterns.ts';
import { bindName, branch, join } from './scopes.ts';
import type { Jumps, Machine } from './state.ts';
import { type Ending, execute } from './statements.ts';
import { bindTarget } from './targets.ts';

/** Interprets alternatives of which one runs, and joins those that go on. */
function alternatives(machine: Machine, scope: Scope, bodies: readonly (() => Ending)[]): Ending {
  const endings: Ending[] = [];
  const environments = bodies.map((body) =>
    branch(machine, scope, () => {
      endings.push(body());
    }),
  );
  const going = environments.filter((_, at) => endings[at] === 'falls through');
  join(machine, scope, going);
  if (going.length > 0) return 'falls through';
  return endings.includes('jumps') ? 'jumps' : 'leaves';
}

export function executeIf(machine: Machine, scope: Scope, node: If): Ending {
  evaluateTested(machine, scope, node.test);
  return alternatives(machine, scope, [
    () => execute(machine, scope, node.body),
    () => execute(machine, scope, node.orelse),
  ]);
}

export function executeMatch(machine: Machine, scope: Scope, node: Match): Ending {
  const subject = evaluate(machine, scope, node.subject);
  operate(machine, [subject], node);
  const bodies = node.cases.map((one) => () => {
    bindPattern(machine, scope, one.pattern, subject);
    if (one.guard) evaluateTested(machine, scope, one.guard);
    return execute(machine, scope, one.body);
  });
  return alternatives(machine, scope, [...bodies, () => 'falls through']);
}

export function executeFor(machine: Machine, scope: Scope, node: For | AsyncFor): Ending {
  const iterated = evaluate(machine, scope, node.iter);
  return executeLoop(machine, scope, node.orelse, () => {
    bindTarget(machine, scope, node.target, consume(machine, iterated, node));
    execute(machine, scope, node.body);
  });
}

export function executeWhile(machine: Machine, scope: Scope, node: While): Ending {
  return executeLoop(
    machine,
    scope,
    node.orelse,
    () => {
      evaluateTested(machine, scope, node.test);
      execute(machine, scope, node.body);
    },
    () => evaluateTested(machine, scope, node.test),
  );
}

const MOST_ROUNDS = 5;

/** Interprets a loop's body until another round adds nothing; it may run never, once, or often. */
function executeLoop(
  machine: Machine,
  scope: Scope,
  orelse: readonly Stmt[],
  round: () => void,
  atStart: () => void = () => undefined,
): Ending {
  atStart();
  const outer = machine.jumps;
  // Parts of a step see what later parts wrote in the round before: the first round is not enough.
  const isDivided = machine.step.parts.size > 1 && machine.calls.length === 0;
  for (let count = 0; count < MOST_ROUNDS; count++) {
    const { epoch, localEpoch } = machine;
    if (isDivided && count === MOST_ROUNDS - 1) machine.step.indivisible = true;
    const jumps: Jumps = { outside: scope.environment, exits: [], outer };
    machine.jumps = jumps;
    const body = branch(machine, scope, round);
    machine.jumps = outer;
    join(machine, scope, [body, ...jumps.exits, { outer: scope.environment, bindings: new Map() }]);
    const isSettled = machine.epoch === epoch && machine.localEpoch === localEpoch;
    if (isSettled && (count > 0 || !isDivided)) break;
  }
  if (orelse.length === 0) return 'falls through';
  return alternatives(machine, scope, [() => execute(machine, scope, orelse), () => 'falls through']);
}

export function executeWith(machine: Machine, scope: Scope, node: With | AsyncWith): Ending {
  const managers: Value[] = [];
  for (const item of node.items) {
    const manager = evaluate(machine, scope, item.context_expr);
    managers.push(manager);
    const entered = enter(machine, manager, node);
    if (item.optional_vars) bindTarget(machine, scope, item.optional_vars, entered);
  }
  const swallows = managers.some((manager) => [...manager].some((object) => maySwallow(object)));
  let ending: Ending = 'falls through';
  if (swallows) {
    const { done, partial } = attempt(machine, scope, () => {
      ending = execute(machine, scope, node.body);
    });
    join(machine, scope, ending === 'falls through' ? [done, partial] : [partial]);
    ending = 'falls through';
  } else {
    ending = execute(machine, scope, node.body);
  }
  for (const manager of managers) exit(machine, manager, node);
  return ending;
}

const KEEP_EXCEPTIONS = new Set([
  '_io.TextIOWrapper',
  'io.TextIOWrapper',
  'io.IOBase',
  'io.StringIO',
  'io.BytesIO',
]);

function maySwallow(object: AbstractObject): boolean {
  if (object.file) return false;
  return !(object.type !== null && KEEP_EXCEPTIONS.has(object.type));
}

function enter(machine: Machine, manager: Value, node: object): Value {
  return union(
    ...[...manager].map((object) => {
      if (object.kind === 'instance')
        return callDunders(machine, object, ['__enter__', '__aenter__'], [], node);
      if (object.kind === 'generator') return consume(machine, one(object), node);
      if (object.kind === 'opaque' && object.type === null)
        return union(one(object), consume(machine, one(object), node));
      return one(object);
    }),
  );
}

function exit(machine: Machine, manager: Value, node: object): void {
  for (const object of manager) {
    if (object.kind === 'instance') callDunders(machine, object, ['__exit__', '__aexit__'], [NOTHING], node);
    else if (object.kind === 'generator') consume(machine, one(object), node);
    else if (object.file) {
      changeState(machine, object);
      object.closed = true;
    } else if (object.type === null || machine.libraries.method(object.type, '__exit__') === undefined)
      leave(machine, object, node);
  }
}

/** Leaves a manager of which nothing is known: it may close, roll back, or run what it was given. */
function leave(machine: Machine, object: AbstractObject, node: object): void {
  changeDeep(machine, one(object));
  if (object.kind === 'bound' || object.kind === 'function') return;
  callValue(machine, loadAttribute(machine, one(object), '__exit__', node), { positional: [] }, node);
}

export function executeTry(machine: Machine, scope: Scope, node: Try | TryStar): Ending {
  if (node.finalbody.length === 0) return executeHandled(machine, scope, node);
  let ending: Ending = 'falls through';
  const { done, partial } = attempt(machine, scope, () => {
    ending = executeHandled(machine, scope, node);
  });
  // It runs after an exception, too; what it binds then is seen by nobody here.
  branch(machine, scope, () => {
    join(machine, scope, [partial]);
    execute(machine, scope, node.finalbody);
  });
  join(machine, scope, [done]);
  const last = execute(machine, scope, node.finalbody);
  return last === 'falls through' ? ending : last;
}

function executeHandled(machine: Machine, scope: Scope, node: Try | TryStar): Ending {
  let ended: Ending = 'falls through';
  const { done, partial } = attempt(machine, scope, () => {
    ended = execute(machine, scope, node.body);
  });
  return alternatives(machine, scope, [
    () => {
      join(machine, scope, [done]);
      const after = execute(machine, scope, node.orelse);
      return ended === 'falls through' ? after : ended;
    },
    ...node.handlers.map((handler) => () => {
      join(machine, scope, [partial]);
      if (handler.exception) evaluate(machine, scope, handler.exception);
      if (handler.name) bindName(machine, scope, handler.name, caught(machine, handler));
      const ending = execute(machine, scope, handler.body);
      if (handler.name) bindName(machine, scope, handler.name, NOTHING, 'delete');
      return ending;
    }),
  ]);
}

/** The exception of a handler: one that the step raises itself, or one of the interpreter's. */
function caught(machine: Machine, handler: object): Value {
  const made = allocate(machine, handler, 'data', 'builtins.BaseException');
  addToField(machine, made, ELEMENTS, machine.raised);
  return union(one(made), machine.raised);
}
