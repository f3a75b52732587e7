import type { RunRecord } from '../record/index.ts';
import type { Line } from './crossing.ts';
import type { DraftDataset, DraftStage } from './draft.ts';
import { isPredictor, TRANSFORMERS, typeOf } from './facts.ts';
import { RANDOM_STATES } from './flow.ts';
import { isVague, wordsOf } from './identifiers.ts';
import type { Role } from './roles.ts';
import { nodesOf } from './tree.ts';

/** Words for what a stage does and to what, best first. */
export interface Purpose {
  readonly verbs: readonly string[];
  readonly subjects: readonly string[];
}

const VERBS: Readonly<Record<Role, readonly string[]>> = {
  load: ['load', 'read'],
  clean: ['clean', 'prepare', 'refine'],
  features: ['prepare', 'transform', 'derive'],
  split: ['split', 'partition'],
  train: ['train', 'fit'],
  predict: ['predict', 'score'],
  evaluate: ['evaluate', 'assess'],
  plot: ['plot', 'draw'],
  export: ['export', 'write'],
  compute: ['compute', 'derive'],
};

/** Words for what a stage is for: the models that it fits, the file that it writes, the table or value that it gives. */
export function purposeOf(
  line: Line,
  stage: DraftStage,
  role: Role,
  artifacts: ReadonlySet<string>,
  record: RunRecord | undefined,
): Purpose {
  const typeIn = ({ variable, step }: DraftDataset) => typeOf(line.flow, record, variable, step)?.name ?? '';
  const values = stage.outputs.filter((output) => !(output.variable in RANDOM_STATES));
  // What prepares data comes beside the data.
  const isBeside = (output: DraftDataset) => values.length > 1 && TRANSFORMERS.test(typeIn(output));
  const telling = values.filter((output) => isTelling(output.variable) && !isBeside(output));
  const wanted = telling.filter(({ variable }) => artifacts.has(variable));
  const tables = telling.filter((output) => typeIn(output) === 'pandas.DataFrame');
  const main = wanted.at(-1) ?? tables.at(-1) ?? telling.at(-1);
  const own = main ? [wordsIn(main.variable)] : [];
  // A stage that gives no value is for the file that it writes.
  const files = values.length === 0 ? writtenStem(stage) : [];
  const verbs = VERBS[role];
  switch (role) {
    case 'load':
    case 'clean':
    case 'features':
    case 'split': {
      // A stage that works on several tables is for none of them alone.
      const only = wanted.length > 0 || tables.length === 1 || values.length === 1 ? own : [];
      return { verbs, subjects: [...only, ...files, 'data'] };
    }
    case 'train': {
      const models = values.filter((output) => isPredictor(typeIn(output)));
      if (models.length > 0) return { verbs, subjects: modelSubjects(models, typeIn) };
      if (stage.core.some((step) => clusters(step.statement.node)))
        return { verbs: ['cluster', ...verbs], subjects: [...own, 'data'] };
      const makesModel =
        own.length === 0 || stage.core.some(({ statement }) => statement.node.type === 'For');
      return makesModel ? { verbs, subjects: ['model', ...own] } : { verbs: VERBS.compute, subjects: own };
    }
    case 'evaluate': {
      const models = stage.inputs.filter((input) => isPredictor(typeIn(input)));
      const judged = models.length > 1 ? ['models'] : models.length === 1 ? ['model'] : [];
      return { verbs, subjects: [...judged, ...own, ...files, 'predictions'] };
    }
    case 'predict':
      return { verbs, subjects: [...own, ...files, ''] };
    case 'plot':
    case 'export':
      return { verbs, subjects: [...writtenStem(stage), ...own, 'results'] };
    case 'compute':
      return {
        verbs,
        subjects: [...own, ...files, ...lastNamed(values), notebookWords(line) || 'results', 'values'],
      };
  }
}

/** Words that tell nothing of a value: any notebook has such names. */
const GENERIC = new Set(
  (
    'df dfs data dataset datasets frame table tmp temp res result results out outs output arr array obj val vals value values ' +
    'foo bar new old all raw full final my sample samples x y z train training test testing valid validation dev holdout ' +
    'clf cls reg est estimator estimators classifier regressor mdl model models best winner columns cols features target targets ' +
    'labels count size shape idxmax idxmin agg aggregate groupby apply merge concat sum mean median min max sort head tail pred preds predicted prediction predictions yhat hat score scores params config item items'
  ).split(' '),
);

/** Words that begin names of counts and of parts: `n_rows`, `by_region`. */
const RELATIONS = new Set('n num len by in of per from to with for at on'.split(' '));

function isTelling(variable: string): boolean {
  const words = wordsOf(variable);
  if (RELATIONS.has(words[0] ?? '')) return false;
  return words.some((word) => word.length > 2 && !GENERIC.has(word) && !/^\d/.test(word));
}

/** Names that are placeholders. */
const PLACEHOLDER = /^(..?|df\d*|data|tmp|temp|res|results?|outs?|output|arr|obj|val|values?|foo|bar|new)$/i;

/** The last value that has a name at all: of what is computed even `best` tells something. */
function lastNamed(values: readonly DraftDataset[]): readonly string[] {
  const last = values.findLast(({ variable }) => !PLACEHOLDER.test(variable));
  return last ? [wordsIn(last.variable)] : [];
}

function wordsIn(text: string): string {
  return wordsOf(text)
    .filter((word) => !/^\d|^dfs?$/.test(word))
    .join('_');
}

/** Several models are `models`; one has its name where that tells, else that of its class. */
function modelSubjects(
  models: readonly DraftDataset[],
  typeIn: (output: DraftDataset) => string,
): readonly string[] {
  const classes = models.map((model) => classWords(typeIn(model))).filter((words) => words !== 'model');
  if (models.length > 1) return ['models', ...classes];
  const names = models.flatMap(({ variable }) => (isTelling(variable) ? [wordsIn(variable)] : []));
  return [...names, ...classes, 'model'];
}

/** `sklearn.linear_model.LogisticRegression` is a `logistic_regression`; what holds another model is a `model`. */
function classWords(type: string): string {
  const name = type.split('.').at(-1) ?? '';
  const words = wordsOf(name.replace(/(?<=.)(Classifier|Regressor)$/, ''));
  return /(Pipeline|SearchCV|Wrapper|Results|Module|Sequential)/.test(name) || words.length > 3
    ? 'model'
    : words.join('_');
}

function clusters(statement: Parameters<typeof nodesOf>[0]): boolean {
  return nodesOf(statement).some((node) => node.type === 'Attribute' && node.attr === 'fit_predict');
}

/** Name of the file that a stage writes last, without its suffix. */
function writtenStem(stage: DraftStage): readonly string[] {
  const file = stage.core.flatMap((step) => step.files).findLast((use) => use.mode === 'write' && use.path);
  const name = file?.path?.split(/[\\/]/).at(-1) ?? '';
  const words = wordsIn(name.replace(/\.\w+$/, ''));
  return words === '' ? [] : [words];
}

/** The notebook's own name, for a stage whose values have names that tell nothing. */
function notebookWords(line: Line): string {
  const file = line.flow.graph.module.notebook.path.split(/[\\/]/).at(-1) ?? '';
  const words = wordsOf(file.replace(/\.\w+$/, '')).filter((word) => !/^\d/.test(word) && !isVague(word));
  return words.length <= 3 ? words.join('_') : '';
}
