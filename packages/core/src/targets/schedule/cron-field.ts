/** One of the five fields of a cron expression. */
export interface FieldKind {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Words for numbers, the first for `least`. */
  readonly words: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
export const WEEKDAYS: readonly string[] = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** In the order of an expression; 7 is Sunday too. */
export const FIELDS = {
  minutes: { name: 'minute', least: 0, most: 59, words: [] },
  hours: { name: 'hour', least: 0, most: 23, words: [] },
  days: { name: 'day of the month', least: 1, most: 31, words: [] },
  months: { name: 'month', least: 1, most: 12, words: MONTHS },
  weekdays: { name: 'day of the week', least: 0, most: 7, words: WEEKDAYS },
} as const satisfies Readonly<Record<string, FieldKind>>;

/** Reads a field: the numbers that it stands for, sorted; or what is wrong with it, in the words of a sentence. */
export function readField(text: string, kind: FieldKind): readonly number[] | string {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const numbers = readItem(item, kind);
    if (typeof numbers === 'string') return numbers;
    for (const number of numbers) found.add(kind.most === 7 ? number % 7 : number);
  }
  return [...found].sort((one, other) => one - other);
}

/** `*`, `5`, `1-5`, `MON-FRI`, each with a step behind a slash. */
function readItem(item: string, kind: FieldKind): readonly number[] | string {
  const [, from, , to, step] = /^(\*|\w+)(-(\w+))?(?:\/(\d+))?$/.exec(item) ?? [];
  const isAll = from === '*';
  if (from === undefined || (isAll && to !== undefined)) return `\`${item}\` is no ${kind.name}`;
  const first = isAll ? kind.least : readNumber(from, kind);
  // The week ends with Saturday: 7 is Sunday once more.
  const end = kind.most === 7 ? 6 : kind.most;
  const last = to === undefined ? (isAll || step !== undefined ? end : first) : readNumber(to, kind);
  if (first === undefined || last === undefined)
    return `\`${item}\` is no ${kind.name} (${kind.least} to ${kind.most})`;
  if (last < first) return `\`${item}\` ends before it begins`;
  const width = step === undefined ? 1 : Number(step);
  if (width < 1 || width > kind.most) return `\`${item}\` has no step from 1 to ${kind.most}`;
  const count = Math.floor((last - first) / width) + 1;
  return Array.from({ length: count }, (_, index) => first + index * width);
}

function readNumber(text: string, kind: FieldKind): number | undefined {
  const word = kind.words.indexOf(text.toUpperCase());
  const number = word >= 0 ? word + kind.least : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= kind.least && number <= kind.most ? number : undefined;
}

/** Writes numbers as a list of ranges: `0,15,30-32`. */
export function toRanges(
  numbers: readonly number[],
  write: (number: number) => string = String,
  dash = '-',
): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === number - 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([first, last]) => {
      if (first === last) return write(first);
      return `${write(first)}${last === first + 1 ? ',' : dash}${write(last)}`;
    })
    .join(',');
}
