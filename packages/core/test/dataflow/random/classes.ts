import { changeOf } from './containers.ts';
import { block, type Draft, fresh, inside, type Maker, nameOf, target } from './draft.ts';
import type { Draws } from './draws.ts';
import { list, number } from './expressions.ts';

/** Text of every hook that a class may have; `L` stands for a list of the notebook that it writes to. */
const HOOKS: Readonly<Record<string, string>> = {
  descriptor: `    class Slot:
        def __get__(self, held, owner=None):
            if held is None:
                return self
            held.n += 1
            return held.items
        def __set__(self, held, value):
            held.items.append(value)
            L.append(value)
    slot = Slot()`,
  property: `    @property
    def total(self):
        self.n += 1
        return sum(self.items) % 97
    @total.setter
    def total(self, value):
        self.items.append(value)`,
  len: `    def __len__(self):
        L.append(1)
        return len(self.items)`,
  iadd: `    def __iadd__(self, other):
        self.items.append(other)
        return self
    def __add__(self, other):
        L.append(other)
        return type(self)(self.n + other, self.items)`,
  call: `    def __call__(self, x):
        self.n += x
        return self.n % 97`,
  getitem: `    def __getitem__(self, at):
        self.n += 1
        return self.n + at
    def __setitem__(self, at, value):
        self.items.append(value + at)`,
  contains: `    def __contains__(self, x):
        L.append(x)
        return x in self.items`,
  iter: `    def __iter__(self):
        self.n += 1
        yield from self.items[:3]`,
  enter: `    def __enter__(self):
        self.items.append(self.n)
        return self
    def __exit__(self, kind, error, trace):
        L.append(self.n)
        return True`,
  class: `    made = 0
    seen = []
    @classmethod
    def build(cls, n):
        cls.made += 1
        return cls(n, cls.seen)
    @staticmethod
    def note(x):
        L.append(x)
        return x
    @property
    def count(self):
        return type(self).made`,
  eq: `    def __eq__(self, other):
        self.n += 1
        return self.n == other.n
    __hash__ = None`,
  getattr: `    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        self.n += len(name)
        return self.n % 97`,
  repr: `    def __repr__(self):
        self.n += 1
        return f'<{self.n % 97}>'`,
};

/** Draws the hooks that all classes of one program have. */
export function drawHooks(draws: Draws): ReadonlySet<string> {
  return new Set(Object.keys(HOOKS).filter(() => draws.chance(0.35)));
}

/** Classes, instances, operators, properties, inheritance, patches. */
export const classMakers: readonly Maker[] = [
  defineClass,
  (draft) => {
    const k = nameOf(draft, 'k');
    if (!k) return null;
    const value = `${k}(${number(draft)}, ${list(draft)})`;
    return `${target(draft, 'o')} = ${value}`;
  },
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class')
      ? `${target(draft, 'o')} = ${nameOf(draft, 'k')}.build(${number(draft)})`
      : null,
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class')
      ? `${nameOf(draft, 'k')}.seen.append(${number(draft)})`
      : null,
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class') ? `${nameOf(draft, 'k')}.note(${number(draft)})` : null,
  changeOf('o', (o, draft) => `${o}.n = ${number(draft)}`),
  changeOf('o', (o, draft) => `${o}.items = ${list(draft)}`),
  changeOf('o', (o, draft) => `${o}.add(${number(draft)})`),
  changeOf('o', (o, draft) => `${o}.add(${number(draft)}).add(${number(draft)})`),
  changeOf('o', (o, draft) => `setattr(${o}, 'n', ${number(draft)})`),
  changeOf('o', (o, draft) => `getattr(${o}, 'ad' + 'd')(${number(draft)})`),
  changeOf('o', (o, draft) => `vars(${o})['n'] = ${number(draft)}`),
  (draft) => {
    const o = nameOf(draft, 'o');
    return o
      ? `${target(draft, 'o')} = ${draft.draws.pick([o, `copy.copy(${o})`, `copy.deepcopy(${o})`, `${o}.add(1)`])}`
      : null;
  },
  (draft) => {
    const o = nameOf(draft, 'o');
    return o && draft.depth === 0 ? `${fresh(draft, 'g')} = lambda xs: ${o}.add(len(xs)).items` : null;
  },
  (draft) => {
    const o = nameOf(draft, 'o');
    return o && draft.depth === 0 ? `${fresh(draft, 'g')} = ${o}.keep` : null;
  },
  (draft) => {
    const k = nameOf(draft, 'k');
    return k && draft.depth === 0 ? `${k}.get = lambda self: self.n + ${number(draft)}` : null;
  },
  hooked('iadd', (o, draft) => `${o} += ${number(draft)}`, true),
  hooked('iadd', (o, draft) => `${o} = ${o} + ${number(draft)}`, true),
  hooked('getitem', (o, draft) => `${o}[${draft.draws.integer(0, 3)}] = ${number(draft)}`),
  hooked('property', (o, draft) => `${o}.total = ${number(draft)}`),
  hooked('descriptor', (o, draft) => `${o}.slot = ${number(draft)}`),
  hooked('descriptor', (o, draft) => `${o}.slot.append(${number(draft)})`),
  hooked('descriptor', (o, draft) => `${target(draft, 'l')} = ${o}.slot`),
  hooked(
    'repr',
    (o, draft) =>
      `${target(draft, 's')} = ${draft.draws.pick([`f'{${o}!r}'`, `repr(${o})`, `str([${o}])`, `'%s' % ${o}`])}`,
  ),
  hooked('repr', (o) => `print(${o})`),
  hooked(
    'iter',
    (o, draft) =>
      `${target(draft, 'i')} = ${draft.draws.pick([`sum(${o}) % 97`, `max(${o}, default=0)`, `len(tuple(${o}))`])}`,
  ),
  hooked('enter', (o, draft) => `with ${o} as held:\n${block(inside(draft, [['o', 'held']]), 2)}`),
  hooked('enter', (o, draft) => `with ${o}:\n${block(inside(draft), 2)}\n    raise ValueError('left')`),
];

function hooked(hook: string, write: (name: string, draft: Draft) => string, binds = false): Maker {
  const make = changeOf('o', write, binds);
  return (draft) => (draft.hooks.has(hook) ? make(draft) : null);
}

function defineClass(draft: Draft): string | null {
  if (draft.depth > 0) return null;
  const base = nameOf(draft, 'k');
  const l = nameOf(draft, 'l') ?? '[]';
  if (base && draft.draws.chance(0.6)) {
    const effect = draft.draws.pick([`${l}.append(x)`, 'self.n += 1', `self.items.append(${number(draft)})`]);
    return `class ${fresh(draft, 'k')}(${base}):
    def add(self, x):
        ${effect}
        return super().add(x)`;
  }
  const hooks = Object.entries(HOOKS)
    .filter(([hook]) => draft.hooks.has(hook))
    .map(([, text]) => text.replace(/\bL\b/g, l));
  const value = number(draft, 2);
  return `class ${fresh(draft, 'k')}:
    def __init__(self, n, items):
        self.n = n
        self.items = items
    def add(self, x):
        self.items.append(x)
        return self
    def keep(self, xs):
        xs.append(self.n % 97)
        self.items = xs
        return xs
    def get(self):
        return (self.n + ${value}) % 97${hooks.map((text) => `\n${text}`).join('')}`;
}
