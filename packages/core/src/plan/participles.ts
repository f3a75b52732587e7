const IRREGULAR: Readonly<Record<string, string>> = {
  split: 'split',
  read: 'read',
  find: 'found',
  make: 'made',
  build: 'built',
  add: 'extended',
  drop: 'reduced',
  plan: 'planned',
  plot: 'plotted',
  fit: 'fitted',
  write: 'written',
  draw: 'drawn',
  derive: 'derived',
};

const REGULAR = new Set(
  (
    'load clean prepare train predict evaluate export compute score encode scale normalize normalise transform merge join ' +
    'filter select extract impute aggregate resample fill process preprocess tokenize featurize engineer explore label cluster rank ' +
    'tune refine assess partition'
  ).split(' '),
);

/** The participle of a stage's verb: `prepare` → `prepared`; its whole name where the first word is no known verb. */
export function participleOf(stage: string): string {
  const [verb = stage] = stage.split('_');
  const known = Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb] : undefined;
  if (known) return known;
  if (!REGULAR.has(verb)) return stage;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}
