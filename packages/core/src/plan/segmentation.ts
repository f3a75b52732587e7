/** What a segmentation is decided on: positions `0 … length`, a cut at `p` lies before item `p`. */
export interface SegmentationProblem {
  readonly length: number;
  readonly mayCut: (position: number) => boolean;
  /** Costs of the items `start … end - 1` as one segment, for each of some ascending starts. */
  readonly costs: (starts: readonly number[], end: number) => readonly number[];
  readonly most: number;
}

/**
 * Finds the segmentation of least cost by dynamic programming, with at most `most` segments.
 *
 * @returns the starts of the segments, ascending, the first 0; empty for no items. Of equal costs the one with fewer segments.
 */
export function segment(problem: SegmentationProblem): readonly number[] {
  const { length } = problem;
  if (length === 0) return [];
  const cuts = [0];
  for (let position = 1; position < length; position++) if (problem.mayCut(position)) cuts.push(position);
  cuts.push(length);
  const costs = cuts.map((end, column) => problem.costs(cuts.slice(0, column), end));
  const layers: Cell[][] = [[{ total: 0, from: -1 }]];
  for (let count = 1; count <= Math.min(problem.most, cuts.length - 1); count++) {
    const before = layers[count - 1] ?? [];
    layers.push(cuts.map((_, column) => cheapest(before, costs[column] ?? [])));
  }
  return readBack(layers, cuts);
}

interface Cell {
  readonly total: number;
  readonly from: number;
}

function cheapest(before: readonly (Cell | undefined)[], costs: readonly number[]): Cell {
  let best: Cell = { total: Number.POSITIVE_INFINITY, from: -1 };
  for (let start = 0; start < costs.length; start++) {
    const total = (before[start]?.total ?? Number.POSITIVE_INFINITY) + (costs[start] ?? 0);
    if (total < best.total - 1e-9) best = { total, from: start };
  }
  return best;
}

function readBack(layers: readonly (readonly Cell[])[], cuts: readonly number[]): readonly number[] {
  const end = cuts.length - 1;
  let count = 1;
  for (let other = 2; other < layers.length; other++) {
    const [here, best] = [layers[other]?.[end]?.total, layers[count]?.[end]?.total];
    if (here !== undefined && best !== undefined && here < best - 1e-9) count = other;
  }
  const starts: number[] = [];
  let column = end;
  for (let layer = count; layer > 0; layer--) {
    column = layers[layer]?.[column]?.from ?? 0;
    starts.unshift(cuts[column] ?? 0);
  }
  return starts;
}
