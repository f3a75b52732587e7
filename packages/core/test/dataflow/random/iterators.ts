import { changeOf, fromOf } from './containers.ts';
import { block, fresh, indented, inside, type Maker, nameOf, target } from './draft.ts';
import { list, number } from './expressions.ts';

/** Generators, iterators and lazy functions; whoever reads them is bounded, for what they read may grow. */
export const iteratorMakers: readonly Maker[] = [
  (draft) => `${target(draft, 'it')} = iter(${list(draft)})`,
  (draft) => `${target(draft, 'it')} = (x + ${number(draft)} for x in ${list(draft)})`,
  (draft) => `${target(draft, 'it')} = itertools.count(${number(draft)})`,
  (draft) => {
    const f = nameOf(draft, 'f');
    return f ? `${target(draft, 'it')} = map(${f}, ${list(draft)})` : null;
  },
  (draft) => {
    const it = nameOf(draft, 'it');
    if (!it || draft.depth > 0) return null;
    const lazy = draft.draws.pick([
      `filter(None, itertools.islice(${it}, 5))`,
      `itertools.chain([1], itertools.islice(${it}, 4))`,
      `(y for y, _ in zip(${it}, 'abcd'))`,
      `(len(str(p)) for p in enumerate(itertools.islice(${it}, 4)))`,
    ]);
    return `${fresh(draft, 'it')} = ${lazy}`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const inner = inside(draft, [['i', 'step']], new Set());
    const body = block(inner, 1);
    const declared =
      inner.globals && inner.globals.size > 0 ? `    global ${[...inner.globals].sort().join(', ')}\n` : '';
    const make = `gen${draft.counter.next}`;
    const last = nameOf(draft, 'l');
    return `def ${make}(n):
${declared}    for step in range(n):
${indented(body)}
        yield step
    ${last ? `${last}.append(n)` : 'pass'}
${fresh(draft, 'it')} = ${make}(${draft.draws.integer(1, 3)})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const l = fresh(draft, 'l');
    return `def sender${draft.counter.next}():
    got = []
    while True:
        got.append((yield got))
co${draft.counter.next} = sender${draft.counter.next}()
next(co${draft.counter.next})
${l} = co${draft.counter.next}.send(${number(draft)})
co${draft.counter.next++}.send(${number(draft)})`;
  },
  changeOf('it', (it) => `next(${it}, None)`),
  fromOf('it', 'i', (it) => `next(${it}, 3)`),
  fromOf('it', 'l', (it) => `list(itertools.islice(${it}, 3))`),
  fromOf('it', 'i', (it) => `int(2 in itertools.islice(${it}, 4))`),
  fromOf('it', 'i', (it) => `sum(itertools.islice(${it}, 2)) % 97`),
  fromOf('it', 'i', (it) => `int(any(x > 2 for x in itertools.islice(${it}, 4)))`),
  fromOf('it', 'it', (it) => it),
  changeOf(
    'it',
    (it, draft) => `for step in itertools.islice(${it}, 3):\n${block(inside(draft, [['i', 'step']]), 1)}`,
  ),
  changeOf('it', (it, draft) => `for step in ${it}:\n${block(inside(draft, [['i', 'step']]), 1)}\n    break`),
  (draft) => {
    const it = nameOf(draft, 'it');
    return it && draft.depth === 0
      ? `${fresh(draft, 'i')}, *${fresh(draft, 'l')} = itertools.chain([0], itertools.islice(${it}, 2))`
      : null;
  },
];
