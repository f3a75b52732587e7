import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pythonEnvironment } from '../../../../scripts/python-env.js';
import { readSchedule, type Schedule, toCron, toOnCalendar, toQuartz } from '../../src/targets/index.ts';
import { NAMED, SCHEDULES, ZONES } from './schedules.ts';

const COUNT = 50;

function schedule(text: string, zone = 'UTC'): Schedule {
  const { value } = readSchedule(text, zone);
  if (value === null) throw new Error(`${text} is no schedule`);
  return value;
}

/** The next times in UTC, as croniter gives them. */
function byCroniter(
  rows: readonly { readonly cron: string; readonly zone: string; readonly after: string }[],
) {
  const python = pythonEnvironment({ requirements: 'requirements/schedules.txt', name: 'schedules' });
  const input = rows.map((row) => JSON.stringify({ ...row, count: COUNT })).join('\n');
  const { stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'firing_times.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (stdout === '') throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line): readonly string[] => JSON.parse(line));
}

/** The next times in UTC of each expression, as `systemd-analyze` gives them; it ends with the year 2200. */
function bySystemd(expressions: readonly string[], after: string): readonly (readonly string[])[] {
  const time = `--base-time=${after.slice(0, 16).replace('T', ' ')}:00 UTC`;
  const { stdout } = spawnSync(
    'systemd-analyze',
    ['calendar', `--iterations=${COUNT}`, time, ...expressions],
    {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC', SYSTEMD_COLORS: '0' },
      maxBuffer: 2 ** 28,
    },
  );
  const parts = stdout.split(/^(?=\s*(?:Original|Normalized) form:)/m).filter((part) => /elapse:/.test(part));
  return parts.map((part) =>
    [...part.matchAll(/(?:elapse|Iter\. #\d+): \w+ ([\d-]+ [\d:]{5}):00 UTC/g)].flatMap(([, at]) => at ?? []),
  );
}

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the next 50 times', () => {
  const cases = Object.entries(ZONES).flatMap(([zone, starts]) =>
    starts.map((after) => [zone, after] as const),
  );

  test.skipIf(!hasSystemd).each(cases)('in %s after %s are those of systemd and croniter', (zone, after) => {
    // What engines take in different ways is reported, and only that.
    const clear = SCHEDULES.filter((text) => readSchedule(text, zone).diagnostics.length === 0);
    const expected = byCroniter(clear.map((text) => ({ cron: NAMED[text] ?? text, zone, after })));
    const lines = clear.map((text) => toOnCalendar(schedule(text, zone)));
    const found = bySystemd(lines.flat(), after);
    expect(found.length).toBe(lines.flat().length);
    let next = 0;
    clear.forEach((text, index) => {
      const own = lines[index]?.flatMap(() => found[next++] ?? []) ?? [];
      const times = [...new Set(own)].sort().slice(0, COUNT);
      expect(times.length, text).toBeGreaterThan(40);
      expect({ text, times }).toEqual({ text, times: expected[index]?.slice(0, times.length) });
    });
    expect(clear.length).toBeGreaterThan(25);
  });
});

test('cron says the same in fewer words', () => {
  const rows = SCHEDULES.map((text) => ({ text, cron: toCron(schedule(text)) }));
  const at = { zone: 'UTC', after: '2026-03-28T20:00:00+00:00' };
  expect(byCroniter(rows.map(({ cron }) => ({ cron, ...at })))).toEqual(
    byCroniter(rows.map(({ text }) => ({ cron: NAMED[text] ?? text, ...at }))),
  );
  expect(toCron(schedule('0 6 * * MON-FRI'))).toBe('0 6 * * 1-5');
  expect(toCron(schedule('0,15,30,45 * * * *'))).toBe('*/15 * * * *');
});

test('what is written as cron is read as the same schedule', () => {
  const field = (least: number, most: number) =>
    fc.oneof(
      fc.constant('*'),
      fc
        .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 6 })
        .map((all) => all.join(',')),
      fc
        .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: 7 }))
        .map(([at, step]) => `${at}/${step}`),
    );
  const cron = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6));
  fc.assert(
    fc.property(cron, (fields) => {
      const read = schedule(fields.join(' '));
      expect(schedule(toCron(read))).toEqual(read);
    }),
  );
});

test('Quartz has the same sets, and one question mark', () => {
  for (const text of SCHEDULES) {
    const read = schedule(text);
    const quartz = toQuartz(read);
    expect(quartz === null).toBe(read.days !== null && read.weekdays !== null);
    if (quartz === null) continue;
    const [second, minute, hour, day, month, weekday] = quartz.split(' ');
    expect([second, quartz.split('?').length]).toEqual(['0', 2]);
    const back = [minute, hour, day, month, weekday].join(' ').replaceAll('?', '*');
    expect(schedule(back)).toEqual(read);
  }
  expect(toQuartz(schedule('0 6 * * 1-5'))).toBe('0 0 6 ? * MON-FRI');
});

test.each([
  ['30 2 * * *', 'Europe/Paris', '`02:30`'],
  ['0 * * * *', 'Europe/Paris', '`02:00`'],
  ['0 0 * * *', 'America/Havana', '`00:00`'],
  ['*/10 1 * * *', 'Australia/Lord_Howe', '`01:30`, `01:40` and 1 more'],
])('%s in %s: clocks that skip or repeat it are named', (text, zone, times) => {
  const { diagnostics } = readSchedule(text, zone);
  expect(diagnostics).toMatchObject([{ code: 'C005', message: expect.stringContaining(times) }]);
});

test.each([
  ['0 6 * *', 'has 4 fields instead of 5'],
  ['', 'has 1 field instead of 5'],
  ['0 0 6 * * ?', 'has 6 fields instead of 5'],
  ['60 6 * * *', '`60` is no minute (0 to 59)'],
  ['0 24 * * *', '`24` is no hour (0 to 23)'],
  ['0 6 0 * *', '`0` is no day of the month (1 to 31)'],
  ['0 6 * 13 *', '`13` is no month (1 to 12)'],
  ['0 6 * * 8', '`8` is no day of the week (0 to 7)'],
  ['0 6 * * FRI-MON', '`FRI-MON` ends before it begins'],
  ['*/0 6 * * *', '`*/0` has no step from 1 to 59'],
  ['0 6 L * *', '`L` is no day of the month (1 to 31)'],
  ['0 6 * * 1#2', '`1#2` is no day of the week'],
  ['0 6,,7 * * *', '`` is no hour'],
  ['0 6 -1 * *', '`-1` is no day of the month'],
  ['0 0 30 2 *', 'names a day that never comes'],
  ['0 0 31 4,6,9,11 *', 'names a day that never comes'],
  ['0 6 * * * ; rm -rf ~', 'has 9 fields instead of 5'],
])('%s %s', (text, why) => {
  const { value, diagnostics } = readSchedule(text);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'C003', message: expect.stringContaining(why) }]);
});

test.each(['europe/paris', 'Europe/Pariss', '+02:00', 'Local', '', 'UTC\nExecStart=rm', '../../etc'])(
  '%j is no time zone',
  (zone) => {
    expect(readSchedule('@daily', zone).diagnostics).toMatchObject([{ code: 'C004' }]);
  },
);
