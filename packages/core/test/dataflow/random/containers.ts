import { type Draft, fresh, type Maker, nameOf, target } from './draft.ts';
import { KEYS, list, number } from './expressions.ts';

const key = (draft: Draft): string => draft.draws.pick(KEYS);

/** Names, containers, aliases, copies, comprehensions. */
export const containerMakers: readonly Maker[] = [
  (draft) => `${target(draft, 'i')} = ${number(draft)}`,
  (draft) => `${target(draft, 'l')} = ${list(draft)}`,
  (draft) => `${target(draft, 'l')} = ${list(draft)}`,
  (draft) => {
    const value = list(draft);
    return `${target(draft, 'l')} = ${target(draft, 'l')} = ${value}`;
  },
  (draft) => `${target(draft, 'll')} = [${list(draft)}, ${list(draft)}]`,
  (draft) => `${target(draft, 'll')} = [${list(draft)}] * 2`,
  (draft) => `${target(draft, 'd')} = {'p': ${number(draft)}, 'q': ${number(draft)}}`,
  (draft) => `${target(draft, 'dl')} = {'p': ${list(draft)}, '${key(draft)}': ${list(draft)}}`,
  (draft) => `${target(draft, 's')} = f'{${number(draft)}}-{${list(draft)}!r}'`,
  changeOf('l', (l, draft) => `${l}.append(${number(draft)})`),
  changeOf('l', (l, draft) => `${l} += [${number(draft)}]`, true),
  changeOf('l', (l, draft) => `${l}.extend(${list(draft)}[-2:])`),
  changeOf('l', (l, draft) => `${l}[:1] = [${number(draft)}]`),
  changeOf('l', (l, draft) => `${l}.insert(0, ${number(draft)}); ${l}.reverse()`),
  changeOf('l', (l) => `del ${l}[3:]`),
  changeOf('l', (l) => `${l}.sort()`),
  changeOf('l', (l) => `heapq.heapify(${l})`),
  changeOf('i', (i, draft) => `${i} += ${number(draft)}`, true),
  changeOf('i', (i, draft) => `${i} = (${i} + ${number(draft)}) % 97`, true),
  changeOf('ll', (ll, draft) => `${ll}.append(${list(draft)})`),
  changeOf('ll', (ll, draft) => `${ll}[0] = ${list(draft)}`),
  changeOf('ll', (ll, draft) => `${ll}[-1].append(${number(draft)})`),
  changeOf('ll', (ll, draft) => `[row.append(${number(draft)}) for row in ${ll}]`),
  changeOf('ll', (ll, draft) => `for row in ${ll}: row += [${number(draft)}]`),
  changeOf('ll', (ll, draft) => `for at, row in enumerate(${ll}[:3]): row.append(at + ${number(draft)})`),
  changeOf('d', (d, draft) => `${d}['${key(draft)}'] = ${number(draft)}`),
  changeOf('d', (d, draft) => `${d}.update(r=${number(draft)})`),
  changeOf('d', (d) => `${d}.pop('r', None)`),
  changeOf('d', (d, draft) => `${d}['p'] += ${number(draft)}`),
  changeOf('dl', (dl, draft) => `${dl}['${key(draft)}'] = ${list(draft)}`),
  changeOf('dl', (dl, draft) => `${dl}['p'].append(${number(draft)})`),
  changeOf('dl', (dl, draft) => `${dl}.setdefault('r', ${list(draft)}).append(${number(draft)})`),
  changeOf('dl', (dl, draft) => `for key, part in ${dl}.items(): part.append(len(key) + ${number(draft)})`),
  (draft) => {
    const one = nameOf(draft, 'l');
    const other = nameOf(draft, 'l');
    if (!one || !other || draft.depth > 0) return null;
    return `${one}, ${other} = ${other}, ${one}`;
  },
  fromOf('ll', 'l', (ll) => `${ll}.pop() if len(${ll}) > 1 else ${ll}[0]`),
  fromOf('ll', 'l', (ll) => `functools.reduce(lambda one, other: one if len(one) > 1 else other, ${ll})`),
  fromOf('ll', 'll', (ll) => `list(reversed(${ll}))`),
  fromOf('ll', 'll', (ll) => `copy.deepcopy(${ll})`),
  fromOf('ll', 'll', (ll) => `[part for part in ${ll} if part]  + [[]]`),
  fromOf('ll', 'dl', (ll) => `dict(zip('pq', [${ll}[0], ${ll}[-1]]))`),
  fromOf('ll', 'dl', (ll) => `{name: ${ll}[0] for name in 'pq'}`),
  fromOf('dl', 'll', (dl) => `list(${dl}.values())`),
  fromOf('dl', 'dl', (dl) => `dict(${dl})`),
  fromOf('l', 'i', (l) => `sum(x for x in ${l} if x % 2) % 97`),
  fromOf('l', 'i', (l) => `${l}.pop() if ${l} else 0`),
  (draft) => {
    const ll = nameOf(draft, 'll');
    if (!ll || draft.depth > 0) return null;
    return `${fresh(draft, 'l')}, *${fresh(draft, 'll')} = ${ll}[:2] + [[7]]`;
  },
  (draft) => {
    const l = nameOf(draft, 'l');
    if (!l || draft.depth > 0) return null;
    return `${fresh(draft, 'l')} = [${fresh(draft, 'i')} := x for x in [0, *${l}][-3:]]`;
  },
];

/** A statement that changes what a name holds; `binds` when it binds the name, too. */
export function changeOf(
  kind: Parameters<typeof nameOf>[1],
  write: (name: string, draft: Draft) => string,
  binds = false,
): Maker {
  return (draft) => {
    const name = nameOf(draft, kind);
    if (name === undefined) return null;
    if (binds && /\d$/.test(name)) draft.globals?.add(name);
    return write(name, draft);
  };
}

/** A statement that binds a name of one kind to something made of another. */
export function fromOf(
  from: Parameters<typeof nameOf>[1],
  to: Parameters<typeof nameOf>[1],
  write: (name: string, draft: Draft) => string,
): Maker {
  return (draft) => {
    const name = nameOf(draft, from);
    if (name === undefined) return null;
    const value = write(name, draft);
    return `${target(draft, to)} = ${value}`;
  };
}
