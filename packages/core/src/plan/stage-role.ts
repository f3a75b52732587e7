import type { DraftStage } from './draft.ts';
import { RANDOM_STATES } from './flow.ts';
import type { Role } from './roles.ts';

/** Of roles that are equally common in a stage, the first decides. */
const ORDER: readonly Role[] = [
  'train',
  'split',
  'evaluate',
  'predict',
  'load',
  'export',
  'features',
  'clean',
  'plot',
];

/** How many steps beside those that read a file still make a stage one that loads it. */
const FEW = 3;

/**
 * Gives the role of a stage from those of its steps: training decides, else the commonest. A stage whose values are no
 * longer what it has read, prepares or computes them.
 */
export function roleOfStage(stage: DraftStage, roles: readonly Role[]): Role {
  const counts = new Map<Role, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  if (counts.has('train')) return 'train';
  const most = Math.max(0, ...ORDER.map((role) => counts.get(role) ?? 0));
  const main = ORDER.find((role) => most > 0 && counts.get(role) === most) ?? 'compute';
  if (main === 'plot' && counts.has('export')) return 'export';
  if (main !== 'load') return main;
  const read = stage.core.flatMap((step, position) =>
    roles[position] === 'load' ? step.binds.map(({ name }) => name) : [],
  );
  if (stage.outputs.some(({ variable }) => read.includes(variable))) return 'load';
  if (counts.has('clean') || counts.has('features') || counts.has('split')) return 'features';
  const given = stage.outputs.some(({ variable }) => !(variable in RANDOM_STATES));
  return given && roles.length - most <= FEW ? 'load' : 'compute';
}
