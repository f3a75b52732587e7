import { changeOf } from './containers.ts';
import {
  block,
  type Draft,
  fresh,
  indented,
  inside,
  type Maker,
  nameOf,
  statement,
  target,
} from './draft.ts';
import { condition, list, number } from './expressions.ts';

const inner = (draft: Draft): string => block(inside(draft), 2);
const loop = (draft: Draft): string => block(inside(draft, [['i', 'step']]), 2);

/** Branches, loops with jumps, exceptions, context managers, patterns. */
const blockMakers: readonly Maker[] = [
  (draft) => `if ${condition(draft)}:\n${inner(draft)}`,
  (draft) => `if ${condition(draft)}:\n${inner(draft)}\nelse:\n${inner(draft)}`,
  (draft) => `for step in range(${draft.draws.integer(1, 4)}):\n${loop(draft)}`,
  (draft) =>
    `for step in list(${list(draft)})[:4]:\n${loop(draft)}\n    if ${condition(draft)}:\n        break\n${loop(draft)}\nelse:\n${inner(draft)}`,
  (draft) => `for step in [3, 1, 2]:\n    if step == ${number(draft)}:\n        continue\n${loop(draft)}`,
  (draft) => {
    const left = `left${draft.counter.next++}`;
    return `${left} = 3\nwhile ${left} > 0:\n    ${left} -= 1\n${inner(draft)}\n    if ${condition(draft)}: break`;
  },
  (draft) =>
    `try:\n${inner(draft)}\n    [][${number(draft)}]\n${inner(draft)}\nexcept IndexError as error:\n    caught = str(error)\n${inner(draft)}`,
  (draft) =>
    `try:\n    if ${condition(draft)}:\n        raise KeyError('no')\n${inner(draft)}\nexcept KeyError:\n${inner(draft)}\nelse:\n${inner(draft)}\nfinally:\n${inner(draft)}`,
  (draft) =>
    `with contextlib.suppress(ValueError):\n${inner(draft)}\n    if ${condition(draft)}:\n        raise ValueError\n${inner(draft)}`,
  (draft) =>
    `match ${list(draft)}:\n    case [first, *others] if first > ${number(draft)}:\n${indented(
      block(
        inside(draft, [
          ['i', 'first'],
          ['l', 'others'],
        ]),
        2,
      ),
    )}\n    case _:\n${indented(inner(draft))}`,
  (draft) => {
    if (draft.depth > 0) return null;
    const l = nameOf(draft, 'l');
    if (!l) return null;
    const manager = `manager${draft.counter.next++}`;
    return `@contextlib.contextmanager
def ${manager}(value):
    ${l}.append(value)
    try:
        yield [value]
    finally:
        ${l}.append(-value)
with ${manager}(${number(draft)}) as held:
${block(inside(draft, [['l', 'held']]), 2)}`;
  },
];

const barrierMakers: readonly Maker[] = [
  changeOf('i', (i, draft) =>
    draft.globals ? 'pass' : `exec('${i} = ${i} + ${draft.draws.integer(1, 9)}')`,
  ),
  changeOf('l', (l, draft) => (draft.globals ? 'pass' : `exec('${l}.append(${draft.draws.integer(1, 9)})')`)),
  changeOf('i', (i, draft) => `globals()['${i}'] = ${number(draft)}`),
  (draft) => `${target(draft, 'i')} = eval('len(str(${number(draft).replaceAll("'", '"')}))')`,
  (draft) => {
    const i = nameOf(draft, 'i');
    if (!i || draft.depth > 0) return null;
    return `del ${i}\n${i} = ${draft.draws.integer(1, 9)}`;
  },
];

/** Blocks do not nest without end. */
export const controlMakers: readonly Maker[] = [
  ...blockMakers.map(
    (make): Maker =>
      (draft) =>
        draft.depth < 2 ? make(draft) : null,
  ),
  (draft) => {
    if (draft.depth > 0) return null;
    return `if ${condition(draft)}:\n    ${fresh(draft, 'l')} = ${list(draft)}\nelse:\n    ${draft.bound.at(-1)?.[1]} = ${list(draft)}`;
  },
  (draft) => (draft.depth > 0 && draft.depth < 3 ? statement(inside(draft)) : null),
];

export { barrierMakers };
