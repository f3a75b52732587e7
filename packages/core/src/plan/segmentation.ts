/** What a segmentation is decided on: positions `0 … length`, a cut at `p` lies before item `p`. */
export interface SegmentationProblem {
  readonly length: number;
  readonly mayCut: (position: number) => boolean;
  /**
   * Costs of the items `start … end - 1` as one segment, for each of some ascending starts. Those of the first starts may be left
   * out when they, and all that were left out, are more than `spare` above the cost for the last start.
   */
  readonly costs: (starts: readonly number[], end: number, spare: number) => readonly number[];
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
  const starts = segmentFreely(problem, cuts);
  return (starts.length <= problem.most ? starts : segmentAtMost(problem, cuts)).map(
    (column) => cuts[column] ?? 0,
  );
}

/** Totals that differ by less are equal: sums of the same costs in another order. */
const EPSILON = 1e-9;

/** The best segmentation, of however many segments, by columns of cuts. */
function segmentFreely(problem: SegmentationProblem, cuts: readonly number[]): readonly number[] {
  const totals = [0];
  const counts = [0];
  const from = [0];
  for (let end = 1; end < cuts.length; end++) {
    // No total is negative: what costs more than to cut at the last place is not the best.
    const costs = problem.costs(cuts.slice(0, end), cuts[end] ?? 0, totals[end - 1] ?? 0);
    const nearest = end - costs.length;
    let [best, fewest, first] = [Number.POSITIVE_INFINITY, 0, 0];
    for (let start = nearest; start < end; start++) {
      const total = (totals[start] ?? 0) + (costs[start - nearest] ?? 0);
      if (total > best + EPSILON) continue;
      const count = (counts[start] ?? 0) + 1;
      if (total > best - EPSILON && count >= fewest) continue;
      best = total;
      fewest = count;
      first = start;
    }
    totals.push(best);
    counts.push(fewest);
    from.push(first);
  }
  const starts: number[] = [];
  for (let end = cuts.length - 1; end > 0; end = from[end] ?? 0) starts.push(from[end] ?? 0);
  return starts.reverse();
}

/** The best totals with one number of segments, and where the last segment starts. */
interface Layer {
  readonly totals: readonly number[];
  readonly from: readonly number[];
}

/** The best segmentation of at most so many segments, by columns of cuts. */
function segmentAtMost(problem: SegmentationProblem, cuts: readonly number[]): readonly number[] {
  const costs = cuts.map((end, column) =>
    problem.costs(cuts.slice(0, column), end, Number.POSITIVE_INFINITY),
  );
  const layers: Layer[] = [{ totals: [0], from: [0] }];
  for (let count = 1; count <= Math.min(problem.most, costs.length - 1); count++) {
    layers.push(layerAfter(layers[count - 1]?.totals ?? [], costs));
  }
  return readBack(layers, costs.length - 1);
}

function layerAfter(before: readonly number[], costs: readonly (readonly number[])[]): Layer {
  const totals: number[] = [];
  const from: number[] = [];
  for (const row of costs) {
    let [best, first] = [Number.POSITIVE_INFINITY, -1];
    for (let start = 0; start < row.length; start++) {
      const total = (before[start] ?? Number.POSITIVE_INFINITY) + (row[start] ?? 0);
      if (total >= best - EPSILON) continue;
      best = total;
      first = start;
    }
    totals.push(best);
    from.push(first);
  }
  return { totals, from };
}

function readBack(layers: readonly Layer[], end: number): readonly number[] {
  let count = 1;
  for (let other = 2; other < layers.length; other++) {
    const [here, best] = [layers[other]?.totals[end], layers[count]?.totals[end]];
    if (here !== undefined && best !== undefined && here < best - EPSILON) count = other;
  }
  const starts: number[] = [];
  let column = end;
  for (let layer = count; layer > 0; layer--) {
    column = layers[layer]?.from[column] ?? 0;
    starts.push(column);
  }
  return starts.reverse();
}
