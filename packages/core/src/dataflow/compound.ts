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
import { loadAttribute } from './attributes.ts';
import { callValue } from './calls.ts';
import { callDunders } from './classes.ts';
import type { Environment, Scope } from './environment.ts';
import { evaluate, evaluateTested } from './expressions.ts';
import { type AbstractObject, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { changeDeep, changeState } from './objects.ts';
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
  for (let count = 0; count < 5; count++) {
    const { epoch, localEpoch } = machine;
    const jumps: Jumps = { exits: [], outer };
    machine.jumps = jumps;
    const body = branch(machine, scope, round);
    machine.jumps = outer;
    join(machine, scope, [
      body,
      ...flatExits(jumps.exits, body),
      { outer: scope.environment, bindings: new Map() },
    ]);
    if (machine.epoch === epoch && machine.localEpoch === localEpoch) break;
  }
  if (orelse.length === 0) return 'falls through';
  return alternatives(machine, scope, [() => execute(machine, scope, orelse), () => 'falls through']);
}

/** Bindings at a `break` or `continue`, flattened down to the loop's body. */
function flatExits(exits: readonly Environment[], body: Environment): Environment[] {
  return exits.map((exit) => {
    const bindings = new Map(exit.bindings);
    for (let at = exit.outer; at !== null && at !== body.outer; at = at.outer) {
      for (const [name, binding] of at.bindings) if (!bindings.has(name)) bindings.set(name, binding);
    }
    return { outer: body.outer, bindings };
  });
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
    ending = alternatives(machine, scope, [() => execute(machine, scope, node.body), () => 'falls through']);
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
    else if (object.file) changeState(machine, object);
    else if (object.type === null || machine.libraries.method(object.type, '__exit__') === undefined)
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
  const raised: Environment[] = [];
  const bodies: (() => Ending)[] = [
    () => {
      const ended = execute(machine, scope, node.body);
      raised.push({ outer: scope.environment.outer, bindings: new Map(scope.environment.bindings) });
      const after = execute(machine, scope, node.orelse);
      return ended === 'falls through' ? after : ended;
    },
    ...node.handlers.map((handler) => () => {
      const [partial] = raised;
      // The body ran up to any of its statements.
      if (partial) join(machine, scope, [partial, { outer: partial.outer, bindings: new Map() }]);
      if (handler.exception) evaluate(machine, scope, handler.exception);
      if (handler.name) bindName(machine, scope, handler.name, NOTHING);
      const ended = execute(machine, scope, handler.body);
      if (handler.name) bindName(machine, scope, handler.name, NOTHING, 'delete');
      return ended;
    }),
  ];
  const ending = alternatives(machine, scope, bodies);
  const last = execute(machine, scope, node.finalbody);
  return last === 'falls through' ? ending : last;
}
