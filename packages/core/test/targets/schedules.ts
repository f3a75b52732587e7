/** Schedules that use each part of the language, and the time zones that try them. */
export const SCHEDULES: readonly string[] = [
  ...[
    '* * * * *',
    '*/5 * * * *',
    '*/7 * * * *',
    '3-59/10 * * * *',
    '5,17,42 * * * *',
    '0 * * * *',
    '59 23 * * *',
  ],
  ...['0 0 * * *', '0 6 * * *', '30 5 * * 1-5', '15 9-17 * * *', '0 */6 * * *', '0 8-18/2 * * MON-FRI'],
  ...['0 12 1 * *', '0 12 1,15 * *', '0 12 31 * *', '0 12 29 2 *', '0 12 28-31 * *', '0 12 */10 * *'],
  ...['0 12 * * 0', '0 12 * * 7', '0 12 * * SUN', '0 12 * * 5-7', '0 12 * * 1,3,5', '0 12 * * */2'],
  ...['0 12 13 * 5', '0 12 1-7 * 1', '0 12 */2 * 1', '0 12 1 1 *', '0 12 * 6 *', '0 12 * JAN,JUL *'],
  ...['0 12 * */3 *', '0 12 15 3-10 *', '10-20 4 * 2-4 2', '0,30 7,19 * * *', '45 22 * DEC SAT,SUN'],
  ...['0 12 1-31 * 1', '0 12 5 * 0-6', '@hourly', '@daily', '@weekly', '@monthly', '@yearly'],
];

/** What croniter calls by their fields. */
export const NAMED: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
};

/** Zones whose clocks never change, change at night, at midnight, by half an hour; and times shortly before they do. */
export const ZONES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2026-03-28T20:00:00+00:00'],
  'Europe/Paris': ['2026-03-28T20:00:00+00:00', '2026-10-24T20:00:00+00:00'],
  'America/New_York': ['2026-03-08T02:00:00+00:00'],
  'America/Havana': ['2026-11-01T02:00:00+00:00'],
  'Australia/Lord_Howe': ['2026-04-04T10:00:00+00:00'],
};
