import type { RunRecord } from '../record/index.ts';
import { stagesWanted } from './cell-tags.ts';
import type { Line } from './crossing.ts';
import { headingOf } from './cut.ts';
import type { DraftStage } from './draft.ts';
import { isReserved, isVague, unusedName, wordsOf } from './identifiers.ts';
import type { Role } from './roles.ts';
import { type Purpose, purposeOf } from './stage-purpose.ts';

/** How a stage is called and why. */
export interface StageName {
  readonly name: string;
  readonly heading?: string;
}

/** Names stages as a person has tagged them, else after the heading that covers mainly them, else after their role and main output. */
export function nameStages(
  line: Line,
  stages: readonly DraftStage[],
  roles: readonly Role[],
  taken: ReadonlySet<string>,
  artifacts: ReadonlySet<string>,
  record: RunRecord | undefined,
): readonly StageName[] {
  const used = new Set(taken);
  const isTaken = (name: string) => used.has(name) || isReserved(name);
  const counts = headingCounts(line, stages);
  const tags = stagesWanted(line.flow.graph);
  return stages.map((stage, position) => {
    const tag = commonest(stage.core.map((step) => tags.get(step.cell) ?? ''));
    if (tag !== '' && !isTaken(tag)) {
      used.add(tag);
      return { name: tag };
    }
    const heading = mainHeading(line, stage, counts);
    const role = roles[position] ?? 'compute';
    const said = heading === undefined ? '' : headingName(heading, isTaken);
    // Under "Train a model" data is split, too, but that is not what such a stage does.
    const onlyPrepares = role === 'load' || role === 'clean' || role === 'features' || role === 'split';
    const fromHeading = onlyPrepares && /^(train|training|fit|fitting)(_|$)/.test(said) ? '' : said;
    const name =
      fromHeading === '' ? roleName(purposeOf(line, stage, role, artifacts, record), isTaken) : fromHeading;
    used.add(name);
    return heading !== undefined ? { name, heading } : { name };
  });
}

/** How many stages each heading is the main one of. */
function headingCounts(line: Line, stages: readonly DraftStage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stage of stages) {
    const heading = commonest(stage.core.map((step) => headingOf(line, step)));
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return counts;
}

function mainHeading(line: Line, stage: DraftStage, counts: ReadonlyMap<string, number>): string | undefined {
  const headings = stage.core.map((step) => headingOf(line, step));
  const main = commonest(headings);
  const share = headings.filter((heading) => heading === main).length / headings.length;
  return main !== '' && main !== titleHeading(line) && share > 0.5 && counts.get(main) === 1
    ? main
    : undefined;
}

/** The heading that names the notebook, no part of it. */
function titleHeading(line: Line): string {
  const first = line.flow.graph.module.cells.find(({ cell }) => cell.heading !== undefined)?.cell.heading;
  return first?.level === 1 ? first.text : '';
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = values[0] ?? '';
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function headingName(heading: string, isTaken: (name: string) => boolean): string {
  const plain = heading
    .replace(/[`*_~]+/g, ' ')
    .replace(
      /^\s*(?:(?:step|part|section|chapter|exercise|task)\s+)?(?:\d+(?:\.\d+)*[.:)–-]*\s+|[IVX]+[.:)–-]+\s+)/i,
      '',
    );
  const words = wordsOf(plain).filter(
    (word) => !['the', 'a', 'an', 'our', 'and', 'of', 'let', 's', 'us'].includes(word),
  );
  const telling = words.some((word) => word.length > 1 && !/^\d+$/.test(word) && !isVague(word));
  if (!telling || words.length === 0 || words.length > 4 || /^\d/.test(words[0] ?? '')) return '';
  const name = words.join('_');
  return name.length > 32 || isTaken(name) || /^get_/.test(name) ? '' : name;
}

/** The first free name of those that say what a stage does to what; numbered only where none is free. */
function roleName(purpose: Purpose, isTaken: (name: string) => boolean): string {
  const names = purpose.verbs.flatMap((verb) =>
    purpose.subjects.map((subject) => {
      const words = subject.split('_').length;
      return subject === '' ? verb : words > 3 ? subject : `${verb}_${subject}`;
    }),
  );
  return names.find((name) => !isTaken(name)) ?? unusedName(names[0] ?? 'compute', isTaken);
}
