// What the slices of a corpus came to, as text.

import { SETTINGS } from './corpus-slices.js';

/** The most of a notebook's lines that a slice may keep, in the median. */
const BARS = { 'replay with facts': 0.15, 'pipeline with facts': 0.2, 'without facts': 0.25 };

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.floor(middle)] + sorted[Math.ceil(middle - 0.5)]) / 2;
}

/** One line for a notebook. */
export function rowOfSlices({ name, error, lines, variables }) {
  if (error) return `${name.padEnd(62)} ${error.slice(0, 100)}`;
  const shares = Object.keys(SETTINGS).map((setting) => percent(median(sharesOf(variables, setting, lines))));
  const wrong = variables.filter((variable) =>
    Object.keys(SETTINGS).some((at) => variable[at].verdict === 'wrong'),
  );
  return `${name.padEnd(62)} ${shares.join(' / ')} of ${lines} lines, ${variables.length} variables, ${wrong.length} wrong`;
}

/** Parts of a notebook's lines that the slices of one setting keep; of values that could be judged. */
function sharesOf(variables, setting, lines) {
  const right = variables.filter((variable) => variable[setting].verdict === 'equal');
  return right.map((variable) => variable[setting].lines / lines);
}

/** Says what the slices of each setting came to, and the wrong ones, and whether the bars are cleared. */
export function summarizeSlices(results) {
  const text = [];
  const say = (line) => text.push(line);
  const run = results.filter(({ error, variables }) => !error && variables.length > 0);
  say(`\n${results.length} notebooks, ${run.length} run and bind data`);
  const passed = Object.keys(SETTINGS).map((setting) => {
    const all = run.flatMap(({ name, variables }) =>
      variables.map((variable) => ({ place: `${name}: ${variable.name}`, ...variable[setting] })),
    );
    const count = (wanted) => all.filter(({ verdict }) => verdict === wanted).length;
    const byVariable = median(run.flatMap(({ variables, lines }) => sharesOf(variables, setting, lines)));
    const shares = run.map(({ variables, lines }) => sharesOf(variables, setting, lines));
    const byNotebook = median(shares.filter(({ length }) => length > 0).map(median));
    say(`\n${setting}: ${count('wrong')}/${all.length} wrong`);
    say(
      `  equal ${count('equal')}, refused ${count('refused')}, not the same twice ${count('nondeterministic')}`,
    );
    say(`  median of lines kept: ${percent(byVariable)} by variables, ${percent(byNotebook)} by notebooks`);
    for (const { place, verdict, detail } of all)
      if (verdict === 'wrong' || verdict === 'refused') say(`  ${verdict.padEnd(8)} ${place}: ${detail}`);
    return count('wrong') === 0 && Math.max(byVariable, byNotebook) <= BARS[setting];
  });
  return { text: text.join('\n'), passed: run.length > 0 && passed.every(Boolean) };
}
