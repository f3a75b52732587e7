import { block, type Draft, fresh, indented, inside, type Maker, nameOf, target } from './draft.ts';
import { condition, list, number } from './expressions.ts';

/** Functions, closures, decorators, late binding, state that calls keep. */
export const functionMakers: readonly Maker[] = [
  numberFunction,
  numberFunction,
  listFunction,
  (draft) => {
    if (draft.depth > 0) return null;
    const value = number(draft);
    return `${fresh(draft, 'f')} = lambda x: (x + ${value}) % 97`;
  },
  closurePair,
  (draft) => {
    const f = nameOf(draft, 'f');
    if (!f || draft.depth > 0) return null;
    const l = nameOf(draft, 'l') ?? '[]';
    return `def deco${draft.counter.next}(inner):
    def wrapper(*args, **kwargs):
        ${l}.append(len(args))
        return inner(*args, **kwargs)
    return wrapper
${fresh(draft, 'f')} = deco${draft.counter.next - 1}(${f})`;
  },
  (draft) => {
    const f = nameOf(draft, 'f');
    if (!f || draft.depth > 0) return null;
    return `${fresh(draft, 'f')} = functools.lru_cache(None)(${f})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const value = list(draft);
    return `${fresh(draft, 'f')} = functools.partial(lambda held, x: held.append(x) or len(held), ${value})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const held = fresh(draft, 'l');
    const f = fresh(draft, 'f');
    return `def ${f}(x, memo=[]):
    memo.append(x)
    return (sum(memo) + ${number(draft)}) % 97
${held} = ${f}.__defaults__[0]`;
  },
  (draft) => {
    const f = fresh(draft, 'f');
    if (draft.depth > 0) return null;
    return `def ${f}(x):
    ${f}.calls += 1
    return ${f}.calls + x
${f}.calls = ${number(draft)}`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const f = fresh(draft, 'f');
    return `def ${f}(x):
    if x <= 0:
        return ${number(draft, 2)}
    ${indented(effect(draft)).trimStart()}
    return (${f}(min(x - 1, 4)) + x) % 97`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    return `table${draft.counter.next} = []
for step in range(3):
    table${draft.counter.next}.append(lambda x: x + step)
${fresh(draft, 'f')} = table${draft.counter.next - 1}[0]`;
  },
  call('f', (f, draft) => `${f}(${number(draft)})`),
  call('f', (f, draft) => `${target(draft, 'i')} = ${f}(${number(draft)})`),
  call('f', (f, draft) => `${target(draft, 'l')} = list(map(${f}, ${list(draft)}[:3]))`),
  call('g', (g, draft) => `${g}(${list(draft)})`),
  call('g', (g, draft) => `${target(draft, 'l')} = ${g}(${list(draft)})`),
  call(
    'g',
    (g, draft) => `${target(draft, 'l')} = (lambda *parts, **named: ${g}(*parts))(*[${list(draft)}])`,
  ),
];

function call(kind: 'f' | 'g', write: (name: string, draft: Draft) => string): Maker {
  return (draft) => {
    const name = nameOf(draft, kind);
    return name === undefined ? null : write(name, draft);
  };
}

/** One statement without blocks, for bodies whose shape is given. */
function effect(draft: Draft): string {
  const l = nameOf(draft, 'l');
  return l ? `${l}.append(x)` : 'pass';
}

/** Writes a function's body: it declares the names global that it binds. */
function body(
  draft: Draft,
  parameter: readonly ['i' | 'l', string],
  result: (inner: Draft) => string,
): string {
  const globals = new Set<string>();
  const inner = inside(draft, [parameter], globals);
  const written = block(inner, 2);
  const early = draft.draws.chance(0.3)
    ? `    if ${condition(inner)}:\n        return ${result(inner)}\n`
    : '';
  const last = `    return ${result(inner)}`;
  const declared = globals.size > 0 ? `    global ${[...globals].sort().join(', ')}\n` : '';
  return `${declared}${early}${written}\n${last}`;
}

function numberFunction(draft: Draft): string | null {
  if (draft.depth > 0) return null;
  const text = body(draft, ['i', 'x'], (inner) => number(inner, 1));
  return `def ${fresh(draft, 'f')}(x):\n${text}`;
}

function listFunction(draft: Draft): string | null {
  if (draft.depth > 0) return null;
  const text = body(draft, ['l', 'xs'], (inner) => list(inner, 1));
  return `def ${fresh(draft, 'g')}(xs):\n${text}`;
}

function closurePair(draft: Draft): string | null {
  if (draft.depth > 0) return null;
  const make = `make${draft.counter.next}`;
  const start = number(draft);
  const held = list(draft);
  const [one, other] = [fresh(draft, 'f'), fresh(draft, 'g')];
  return `def ${make}(start, held):
    def count(x):
        nonlocal start
        start += x
        return start % 97
    def keep(xs):
        held.append(start % 97)
        xs.append(len(held))
        return held
    return count, keep
${one}, ${other} = ${make}(${start}, ${held})`;
}
