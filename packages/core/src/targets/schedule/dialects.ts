import { FIELDS, type FieldKind, toRanges, WEEKDAYS } from './cron-field.ts';
import type { Schedule } from './schedule.ts';

/** Gives the five fields that cron, Kubernetes, GitHub and Airflow all take in the same way. */
export function toCron(schedule: Schedule): string {
  const { minutes, hours, days, months, weekdays } = schedule;
  return [
    withSteps(minutes, FIELDS.minutes),
    withSteps(hours, FIELDS.hours),
    // A step behind `*` is no star for some of them, and then the days of the week count in another way.
    days === null ? '*' : toRanges(days),
    withSteps(months, FIELDS.months),
    weekdays === null ? '*' : toRanges(weekdays),
  ].join(' ');
}

/** `*` for all, a step behind `*` where that is the same set, else ranges. */
function withSteps(numbers: readonly number[], { least, most }: FieldKind): string {
  const [first = least, second] = numbers;
  if (numbers.length === most - least + 1) return '*';
  if (first !== least || second === undefined || numbers.length < 3) return toRanges(numbers);
  const step = second - first;
  const isEven = numbers.every((number, index) => number === least + index * step);
  const isWhole = (numbers.at(-1) ?? least) + step > most;
  return step > 1 && isEven && isWhole ? `*/${step}` : toRanges(numbers);
}

/** Gives the values of `OnCalendar=`, one a line: a timer with several elapses at each. */
export function toOnCalendar(schedule: Schedule): readonly string[] {
  const { minutes, hours, days, months, weekdays, timezone } = schedule;
  const field = (numbers: readonly number[], { least, most }: FieldKind) =>
    numbers.length === most - least + 1 ? '*' : toRanges(numbers, twoDigits, '..');
  const time = `${field(hours, FIELDS.hours)}:${field(minutes, FIELDS.minutes)}:00 ${timezone}`;
  const date = (of: readonly number[] | null) =>
    `*-${field(months, FIELDS.months)}-${of === null ? '*' : field(of, FIELDS.days)}`;
  const week = weekdays === null ? '' : `${toRanges(weekdays, capitalised, '..')} `;
  if (days === null || weekdays === null) return [`${week}${date(days)} ${time}`];
  return [`${date(days)} ${time}`, `${week}${date(null)} ${time}`];
}

/** Gives the six fields of Quartz; `null` where days of the month and of the week are both named, which it cannot say. */
export function toQuartz({ minutes, hours, days, months, weekdays }: Schedule): string | null {
  if (days !== null && weekdays !== null) return null;
  const field = (numbers: readonly number[], { least, most }: FieldKind) =>
    numbers.length === most - least + 1 ? '*' : toRanges(numbers);
  return [
    '0',
    field(minutes, FIELDS.minutes),
    field(hours, FIELDS.hours),
    weekdays === null ? (days === null ? '*' : toRanges(days)) : '?',
    field(months, FIELDS.months),
    weekdays === null ? '?' : toRanges(weekdays, (day) => WEEKDAYS[day] ?? ''),
  ].join(' ');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function capitalised(day: number): string {
  const word = WEEKDAYS[day] ?? '';
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
