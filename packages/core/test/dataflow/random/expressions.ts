import { type Draft, nameOf } from './draft.ts';

export const KEYS = ['p', 'q', 'r'] as const;

/** A number, by whatever way the draft's names allow; always small. */
export function number(draft: Draft, deep = 0): string {
  const { draws } = draft;
  const i = nameOf(draft, 'i');
  const l = nameOf(draft, 'l');
  const d = nameOf(draft, 'd');
  const f = nameOf(draft, 'f');
  const o = nameOf(draft, 'o');
  const it = nameOf(draft, 'it');
  const options = [String(draws.integer(0, 9))];
  if (i) options.push(i, i, `(${i} * 3 + ${draws.integer(1, 5)}) % 97`);
  if (l) options.push(`len(${l})`, `sum(${l}) % 97`, `(${l}[-1] if ${l} else 0)`, `max(${l}, default=1)`);
  if (d) options.push(`${d}.get('${draws.pick(KEYS)}', 2)`, `sum(${d}.values()) % 97`);
  if (it) options.push(`next(${it}, 0)`);
  if (o) options.push(...numbersOf(draft, o));
  if (f && deep < 2) options.push(`${f}(${number(draft, deep + 1)})`);
  return draws.pickFrom(options) ?? '0';
}

function numbersOf(draft: Draft, o: string): string[] {
  const has = (hook: string): boolean => draft.hooks.has(hook);
  return [
    `${o}.n`,
    `${o}.get()`,
    `len(${o}.items)`,
    ...(has('property') ? [`${o}.total`] : []),
    ...(has('len') ? [`len(${o})`] : []),
    ...(has('call') ? [`${o}(${draft.draws.integer(1, 4)})`] : []),
    ...(has('getitem') ? [`${o}[${draft.draws.integer(0, 2)}]`] : []),
    ...(has('contains') ? [`int(3 in ${o})`] : []),
    ...(has('class') ? [`${o}.count`, `type(${o}).made`] : []),
    ...(has('getattr') ? [`${o}.missing_part`] : []),
    `getattr(${o}, 'n')`,
  ];
}

/** A list of numbers: a new one, or one that is held somewhere. */
export function list(draft: Draft, deep = 0): string {
  const { draws } = draft;
  const l = nameOf(draft, 'l');
  const ll = nameOf(draft, 'll');
  const dl = nameOf(draft, 'dl');
  const o = nameOf(draft, 'o');
  const g = nameOf(draft, 'g');
  const options = [`[${number(draft, 1)}, ${draws.integer(0, 9)}]`];
  if (l) {
    options.push(l, l, l, `${l}[-4:]`, `list(${l})`, `${l} or [1]`, `[x + 1 for x in ${l}]`, `sorted(${l})`);
    options.push(`(${l} if ${number(draft, 1)} > 3 else ${nameOf(draft, 'l') ?? l})`, `copy.copy(${l})`);
  }
  if (ll)
    options.push(
      `${ll}[0]`,
      `${ll}[-1]`,
      `min(${ll}, key=len)`,
      `sorted(${ll})[0]`,
      `list(${ll})[0]`,
      `${ll}[:1][0]`,
    );
  if (dl)
    options.push(`${dl}['p']`, `${dl}.get('q', ${dl}['p'])`, `list(${dl}.values())[0]`, `{**${dl}}['p']`);
  if (o) options.push(`${o}.items`, `${o}.__dict__['items']`, `vars(${o})['items']`);
  if (o && draft.hooks.has('class')) options.push(`${o}.seen`);
  if (o && draft.hooks.has('iter')) options.push(`list(${o})`);
  if (g && deep < 2) options.push(`${g}(${list(draft, deep + 1)})`);
  return draws.pickFrom(options) ?? '[]';
}

/** A condition. */
export function condition(draft: Draft): string {
  const l = nameOf(draft, 'l');
  const o = nameOf(draft, 'o');
  return draft.draws.pick([
    `${number(draft)} % 2 == 0`,
    `${number(draft)} > ${number(draft)}`,
    l ? `len(${l}) > 2 and ${number(draft)} != 4` : 'True',
    l ? `3 in ${l}` : 'False',
    o && draft.hooks.has('len') ? o : 'not None',
    o && draft.hooks.has('eq') ? `${o} == ${o}` : '1 < 2 < 3',
  ]);
}
