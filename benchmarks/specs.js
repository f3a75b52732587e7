// `npm run specs`: executes every entry of every library spec against its library, in two environments with different majors.
// Ends with 1 when an entry is not true. `-- pandas numpy` checks only these, `--environment old` only one, and
// `--list` names what was not executed.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkSpecs } from '../scripts/check-specs.js';
import { loadTypeScript } from '../scripts/load-typescript.js';
import { pythonEnvironment } from '../scripts/python-env.js';

/** scikit-learn has no second major: the versions are as far apart as one Python can install. */
const ENVIRONMENTS = ['old', 'new'];

const { values: options, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { environment: { type: 'string' }, list: { type: 'boolean', default: false } },
});

const say = (text) => process.stdout.write(`${text}\n`);

function count(outcomes, outcome) {
  return outcomes.filter((entry) => entry.outcome === outcome).length;
}

/** A reason with what differs from entry to entry left out. */
function reasonOf({ details: [detail = ''] }) {
  return detail.startsWith('no call succeeded') ? 'no call succeeded' : detail;
}

function printLibrary(module, outcomes) {
  const counts = ['true', 'untrue', 'not executed'].map((outcome) => count(outcomes, outcome));
  const columns = [outcomes.length, counts[0] + counts[1], ...counts];
  say(`${module.padEnd(18)}${columns.map((number) => String(number).padStart(13)).join('')}`);
}

function printTotals(outcomes) {
  say('');
  printLibrary('all', outcomes);
  const reasons = new Map();
  for (const entry of outcomes.filter(({ outcome }) => outcome === 'not executed')) {
    const reason = reasonOf(entry);
    reasons.set(reason, [...(reasons.get(reason) ?? []), entry]);
  }
  for (const [reason, entries] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
    say(`  not executed ${String(entries.length).padStart(5)}  ${reason}`);
    if (options.list) for (const { name, details } of entries) say(`      ${name}: ${details[0]}`);
  }
  for (const { name, details } of outcomes.filter(({ outcome }) => outcome === 'untrue'))
    say(`  untrue: ${name} ${details.join('; ')}`);
}

/** The standard library is checked in one process, every other library in its own. */
function groups(libraries) {
  const standard = libraries.filter(({ distribution }) => distribution === undefined);
  const others = libraries.filter(({ distribution }) => distribution !== undefined);
  return [...others.map((library) => [library]), ...(standard.length > 0 ? [standard] : [])];
}

async function checkAll(python, libraries, all) {
  const waiting = groups(libraries);
  const found = new Map();
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const outcomes = await checkSpecs(python, group, all);
      for (const { module } of group)
        found.set(
          module,
          outcomes.filter(({ name }) => name.startsWith(`${module}.`)),
        );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

async function main() {
  const { allLibraries } = await loadTypeScript('packages/core/src/libraries/index.ts');
  const libraries = allLibraries.filter(({ module }) => chosen.length === 0 || chosen.includes(module));
  let untrue = 0;
  for (const name of ENVIRONMENTS.filter((name) => name === (options.environment ?? name))) {
    const python = pythonEnvironment({
      requirements: `requirements/specs-${name}.txt`,
      name: `specs-${name}`,
    });
    const found = await checkAll(python, libraries, allLibraries);
    const heads = ['entries', 'executed', 'true', 'untrue', 'not executed'];
    say(`\n${name}: requirements/specs-${name}.txt`);
    say(`${'library'.padEnd(18)}${heads.map((head) => head.padStart(13)).join('')}`);
    for (const { module } of libraries) printLibrary(module, found.get(module) ?? []);
    const outcomes = [...found.values()].flat();
    printTotals(outcomes);
    untrue += count(outcomes, 'untrue');
  }
  process.exitCode = untrue > 0 ? 1 : 0;
}

await main();
