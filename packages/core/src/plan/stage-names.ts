import type { RunRecord } from '../record/index.ts';
import type { Line } from './crossing.ts';
import { headingOf } from './cut.ts';
import type { DraftDataset, DraftStage } from './draft.ts';
import { isModel, typeOf } from './facts.ts';
import { RANDOM_STATES } from './flow.ts';
import { isReserved, unusedName, wordsOf } from './identifiers.ts';
import type { Role } from './roles.ts';

/** How a stage is called and why. */
export interface StageName {
  readonly name: string;
  readonly heading?: string;
}

/** Headings that say nothing of what is computed. */
const VAGUE = new Set(
  (
    'introduction setup set imports import libraries library overview notebook analysis data code main part step section ' +
    'results result conclusion summary intro background exercise solution task lab chapter figure table question problem'
  ).split(' '),
);

const VERBS: Readonly<Record<Role, string>> = {
  load: 'load',
  clean: 'clean',
  features: 'prepare',
  split: 'split',
  train: 'train',
  predict: 'predict',
  evaluate: 'evaluate',
  plot: 'plot',
  export: 'export',
  compute: 'compute',
};

/** Names stages after the heading that covers mainly them, else after their role and main output. */
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
  return stages.map((stage, position) => {
    const heading = mainHeading(line, stage, counts);
    const role = roles[position] ?? 'compute';
    const fromHeading = heading === undefined ? '' : headingName(heading, isTaken);
    const name = fromHeading === '' ? roleName(line, stage, role, isTaken, artifacts, record) : fromHeading;
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
  const telling = words.some((word) => word.length > 1 && !/^\d+$/.test(word) && !VAGUE.has(word));
  if (!telling || words.length === 0 || words.length > 4 || /^\d/.test(words[0] ?? '')) return '';
  const name = words.join('_');
  return name.length > 32 || isTaken(name) || /^get_/.test(name) ? '' : name;
}

function roleName(
  line: Line,
  stage: DraftStage,
  role: Role,
  isTaken: (name: string) => boolean,
  artifacts: ReadonlySet<string>,
  record: RunRecord | undefined,
): string {
  const fits = stage.outputs.some((output) =>
    isModel(typeOf(line.flow, record, output.variable, output.step)),
  );
  const subject = mainOutput(line, stage, artifacts, role, record) || notebookWords(line);
  const verb = role === 'train' && !fits && record ? 'make' : VERBS[role];
  const full = subject === '' ? verb : wordsOf(subject).length > 3 ? subject : `${verb}_${subject}`;
  const candidates = [full, `${full}_stage`];
  return candidates.find((name) => !isTaken(name)) ?? unusedName(full, isTaken);
}

/** Names that tell nothing of their value. */
const PLAIN = /^(.|df\d*|data|tmp|temp|res|results?|outs?|output|arr|obj|val|values?|foo|bar|new)$/i;

/** The value or file that a stage is for: what its role makes, an artifact, a table, what it gives last, or a file. */
function mainOutput(
  line: Line,
  stage: DraftStage,
  artifacts: ReadonlySet<string>,
  role: Role,
  record: RunRecord | undefined,
): string {
  const file = stage.core.flatMap((step) => step.files).findLast((use) => use.mode === 'write' && use.path);
  const values = stage.outputs.filter((output) => !(output.variable in RANDOM_STATES));
  const stem =
    file?.path
      ?.split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const typeIn = (output: DraftDataset) => typeOf(line.flow, record, output.variable, output.step);
  const telling = values.filter(({ variable }) => !PLAIN.test(variable));
  const isTable = (output: DraftDataset) => typeIn(output)?.name === 'pandas.DataFrame';
  const named = (output: DraftDataset | undefined) => output?.variable;
  // A stage that reads or cleans several tables is for none of them alone.
  const handsOnTables =
    ['load', 'clean', 'features'].includes(role) &&
    telling.length > 1 &&
    telling.every((output) => isTable(output) && !artifacts.has(output.variable));
  const models = telling.filter((output) => isModel(typeIn(output)));
  const subject =
    (role === 'train'
      ? named(models.findLast(({ variable }) => artifacts.has(variable)) ?? models.at(-1))
      : undefined) ??
    (handsOnTables ? 'data' : undefined) ??
    (role === 'load' ? named(telling.findLast(isTable)) : undefined) ??
    named(telling.findLast(({ variable }) => artifacts.has(variable))) ??
    named(telling.findLast(isTable)) ??
    named(telling.at(-1)) ??
    (values.length > 0 ? '' : stem);
  return wordsOf(subject)
    .filter((word) => !/^\d/.test(word))
    .join('_');
}

/** The notebook's own name, for a stage whose values have names that tell nothing. */
function notebookWords(line: Line): string {
  const file = line.flow.graph.module.notebook.path.split(/[\\/]/).at(-1) ?? '';
  const words = wordsOf(file.replace(/\.\w+$/, '')).filter((word) => !/^\d/.test(word) && !VAGUE.has(word));
  return words.length <= 3 ? words.join('_') : '';
}

const PARTICIPLES: Readonly<Record<string, string>> = {
  split: 'split',
  find: 'found',
  make: 'made',
  build: 'built',
  add: 'extended',
  drop: 'reduced',
  plan: 'planned',
  plot: 'plotted',
};

/** The participle of a stage's verb: `prepare` → `prepared`; its whole name where the first word is no known verb. */
export function participleOf(stage: string): string {
  const [verb = stage] = stage.split('_');
  const known = Object.hasOwn(PARTICIPLES, verb) ? PARTICIPLES[verb] : undefined;
  if (known) return known;
  if (!REGULAR.has(verb)) return stage;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

const REGULAR = new Set(
  (
    'load clean prepare train predict evaluate export compute score encode scale normalize normalise transform merge join ' +
    'filter select extract impute aggregate resample fill process preprocess tokenize featurize engineer explore label cluster rank'
  ).split(' '),
);
