// What `npm run corpus -- --quality` prints: each project's measures, and the shares against the bars.

import { LONGEST } from './project-quality.js';

/** At least this part of the projects; ruff, formatting and tests hold for all. */
const BARS = { ruff: 1, closed: 1, format: 1, tests: 1, mypy: 0.9, length: 0.95, equal: 0.95 };
const LINES_SHOWN = 3;

/** The cells that a notebook's row gains. */
export function rowOfQuality(found) {
  const tools = ['ruff', 'format', 'mypy'].filter((name) => !found[name]);
  const missed = [...tools, ...(found.green ? [] : ['all tests']), ...found.excuses];
  const noticed = found.mutants > 0 ? `, ${found.mutants - found.alive.length}/${found.mutants} mutants` : '';
  return `longest ${found.longest}${noticed}${missed.length > 0 ? `, NOT ${missed.join(' ')}` : ''}`;
}

/** Gives the shares as text, and whether every bar is cleared. */
export function summarizeQuality(results) {
  const measured = results.filter(({ quality }) => quality !== undefined);
  const running = results.filter(({ outcome }) => outcome !== 'no run');
  const part = (isRight) =>
    measured.filter(({ quality }) => isRight(quality)).length / Math.max(measured.length, 1);
  const shares = {
    ruff: part(({ ruff }) => ruff),
    closed: part(({ excuses }) => excuses.length === 0),
    format: part(({ format }) => format),
    tests: part(({ green }) => green),
    mypy: part(({ mypy }) => mypy),
    length: part(({ longest }) => longest <= LONGEST),
    equal: running.filter(({ outcome }) => outcome === 'right').length / Math.max(running.length, 1),
  };
  const names = {
    ruff: 'ruff check',
    closed: 'of the closed list alone',
    format: 'ruff format',
    tests: 'all tests',
    mypy: 'mypy --strict',
    length: `functions up to ${LONGEST} lines`,
    equal: 'all artifacts equal',
  };
  const lines = Object.entries(shares).map(
    ([name, share]) =>
      `  ${names[name].padEnd(28)} ${(100 * share).toFixed(1).padStart(5)} %   (bar ${100 * BARS[name]} %)`,
  );
  const total = (count) => measured.reduce((sum, { quality }) => sum + count(quality), 0);
  const tried = total(({ mutants }) => mutants ?? 0);
  const alive = total((quality) => quality.alive?.length ?? 0);
  return {
    text: [
      `\n${measured.length} projects measured, ${running.length} notebooks that run`,
      ...lines,
      ...(tried > 0 ? [`  ${tried - alive} of ${tried} mutants noticed`] : []),
      ...measured.flatMap(complaints),
    ].join('\n'),
    passed: Object.entries(shares).every(([name, share]) => share >= BARS[name]),
  };
}

function complaints({ name, quality }) {
  const said = quality.said.flatMap((text) => text.split('\n').slice(0, LINES_SHOWN));
  const excuses = quality.excuses.map((code) => `excused from ${code}`);
  return [...said, ...excuses].map((line) => `  ${name}: ${line}`);
}
