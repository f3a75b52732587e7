import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/index.ts';
import { suggest } from '../../text/index.ts';
import { FIELDS, readField } from './cron-field.ts';
import { findUnclearTimes, isTimeZone, timeZones } from './time-zone.ts';

/** When a pipeline runs: every minute whose local time is in all sets. */
export interface Schedule {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Days of the month; `null` where they do not matter. */
  readonly days: readonly number[] | null;
  readonly months: readonly number[];
  /** 0 is Sunday; `null` where they do not matter. With `days` too, either is enough, as POSIX says. */
  readonly weekdays: readonly number[] | null;
  /** IANA name. */
  readonly timezone: string;
}

const NAMED: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HINT = 'Give minute, hour, day of the month, month and day of the week, such as "0 6 * * 1-5".';

/**
 * Reads the five fields of a cron expression as POSIX has them, with steps and names of months and days; `@daily` and the
 * like too. `null` and a diagnostic for anything else, for a time that never comes, and for a time zone that is none.
 */
export function readSchedule(text: string, timezone = 'UTC'): Result<Schedule | null> {
  const refuse = (why: string): Result<null> => ({ value: null, diagnostics: [invalid(text, why)] });
  if (!isTimeZone(timezone)) return { value: null, diagnostics: [unknownTimeZone(timezone)] };
  const expression = NAMED[text.trim().toLowerCase()] ?? text;
  const parts = expression.trim().split(/[ \t]+/);
  if (parts.length !== 5)
    return refuse(`has ${parts.length} field${parts.length === 1 ? '' : 's'} instead of 5`);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
  const minutes = readField(minute, FIELDS.minutes);
  const hours = readField(hour, FIELDS.hours);
  const months = readField(month, FIELDS.months);
  const daysOfMonth = readField(day, FIELDS.days);
  const daysOfWeek = readField(weekday, FIELDS.weekdays);
  if (typeof minutes === 'string') return refuse(minutes);
  if (typeof hours === 'string') return refuse(hours);
  if (typeof months === 'string') return refuse(months);
  if (typeof daysOfMonth === 'string') return refuse(daysOfMonth);
  if (typeof daysOfWeek === 'string') return refuse(daysOfWeek);
  const days = day === '*' ? null : daysOfMonth;
  const weekdays = weekday === '*' ? null : daysOfWeek;
  const isEvery = days?.length === 31 || weekdays?.length === 7;
  const schedule: Schedule = {
    minutes,
    hours,
    months,
    days: isEvery ? null : days,
    weekdays: isEvery ? null : weekdays,
    timezone,
  };
  if (neverComes(schedule)) return refuse('names a day that never comes');
  return { value: schedule, diagnostics: warnings(text, schedule, [day, weekday]) };
}

function neverComes({ days, weekdays, months }: Schedule): boolean {
  if (days === null || weekdays !== null) return false;
  return !months.some((month) => days.some((day) => day <= (LONGEST_MONTHS[month - 1] ?? 0)));
}

/** What engines would take in different ways, were it not written out for them; and what they do take in different ways. */
function warnings(text: string, schedule: Schedule, dayFields: readonly string[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const unclear = (message: string, hint: string) =>
    found.push(diagnostic('C005', { message, hint, location: { file: '--schedule' } }));
  if (schedule.days && schedule.weekdays && dayFields.some((field) => field.startsWith('*/')))
    unclear(
      `\`${text}\` names days of the month and of the week: either is taken as enough.`,
      'Write the days as a list without `*`.',
    );
  const times = findUnclearTimes(schedule);
  if (times.length > 0) {
    const named = times.slice(0, 2).map((time) => `\`${time}\``);
    const all = times.length > 2 ? `${named.join(', ')} and ${times.length - 2} more` : named.join(', ');
    unclear(
      `The clocks of \`${schedule.timezone}\` skip or repeat ${all} when they change; engines differ in what they do then.`,
      'Choose an hour that every day has once, or UTC.',
    );
  }
  return found;
}

function invalid(text: string, why: string): Diagnostic {
  const message = `The schedule \`${text}\` ${/^`/.test(why) ? `cannot be read: ${why}` : why}.`;
  return diagnostic('C003', { message, location: { file: '--schedule' }, hint: HINT });
}

function unknownTimeZone(timezone: string): Diagnostic {
  const near = suggest(timezone, timeZones());
  return diagnostic('C004', {
    message: `\`${timezone}\` is no time zone.`,
    location: { file: '--timezone' },
    hint: near === undefined ? 'Give an IANA name such as `Europe/Paris`.' : `Did you mean \`${near}\`?`,
  });
}
