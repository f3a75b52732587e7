import type { Schedule } from './schedule.ts';

// No zone changes its clocks twice in a week.
const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;
// Fixed years, so that the same schedule always gives the same answer.
const FIRST_DAY = Date.UTC(2026, 0, 1);
const LAST_DAY = Date.UTC(2029, 0, 1);

/** Gives the time zones that the platform knows. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

/** Tells whether a text names a time zone in the way that every engine takes: by its IANA name, letter by letter. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Another name of a zone is given back as its main one; the same name in other letters, with the right ones.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** Finds the times of day of a schedule that the clocks skip or repeat in some year: `02:30`. */
export function findUnclearTimes({ hours, minutes, timezone }: Schedule): readonly string[] {
  const unclear = unclearMinutes(timezone);
  const times = hours.flatMap((hour) => minutes.map((minute) => 60 * hour + minute));
  return times.filter((time) => unclear.has(time)).map(toTime);
}

function toTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes of the day that are skipped or repeated where the offset from UTC changes. */
function unclearMinutes(timezone: string): ReadonlySet<number> {
  const offsetAt = offsetsOf(timezone);
  const found = new Set<number>();
  for (let week = FIRST_DAY; week < LAST_DAY; week += WEEK) {
    const [before, after] = [offsetAt(week), offsetAt(week + WEEK)];
    if (before === after) continue;
    const change = findChange(week, week + WEEK, offsetAt) / MINUTE;
    const [first, last] = [change + Math.min(before, after), change + Math.max(before, after)];
    for (let minute = first; minute < last; minute++) found.add(((minute % 1440) + 1440) % 1440);
  }
  return found;
}

/** The first minute with the offset of the end. */
function findChange(from: number, to: number, offsetAt: (time: number) => number): number {
  const after = offsetAt(to);
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

/** Gives the minutes that local time is ahead of UTC. */
function offsetsOf(timezone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  return (time) => {
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const offset = 60 * Number(hours ?? 0) + Number(minutes ?? 0);
    return sign === '-' ? -offset : offset;
  };
}
