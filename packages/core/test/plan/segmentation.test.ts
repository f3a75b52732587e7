import { array, assert, boolean, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/plan/segmentation.ts';

describe('segment', () => {
  it('gives no segment for nothing, and one where nothing may be cut', () => {
    expect(segment({ length: 0, mayCut: () => true, costs: () => [], most: 9 })).toEqual([]);
    expect(segment({ length: 5, mayCut: () => false, costs: (from) => from.map(() => 1), most: 9 })).toEqual([
      0,
    ]);
  });

  it('is no dearer than any other segmentation that is allowed', () => {
    assert(
      property(
        array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
        array(boolean(), { minLength: 8, maxLength: 8 }),
        integer({ min: 1, max: 4 }),
        (weights, allowed, most) => {
          const cost = (start: number, end: number) =>
            5 + weights.slice(start, end).reduce((sum, weight) => sum + weight, 0) ** 2 / 7;
          const length = weights.length;
          const starts = segment({
            length,
            mayCut: (cut) => allowed[cut] ?? false,
            costs: (from, end, spare) => {
              const all = from.map((start) => cost(start, end));
              return all.filter((each) => each <= spare + (all.at(-1) ?? 0));
            },
            most,
          });
          const all = everySegmentation(length).filter(
            (cuts) => cuts.length < most && cuts.every((cut) => allowed[cut]),
          );
          const best = Math.min(...all.map((cuts) => total([0, ...cuts], length, cost)));
          expect(starts[0]).toBe(0);
          expect(starts.slice(1).every((cut) => allowed[cut])).toBe(true);
          expect(starts.length).toBeLessThanOrEqual(most);
          expect(total(starts, length, cost)).toBeCloseTo(best, 6);
        },
      ),
    );
  });
});

function everySegmentation(length: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** (length - 1) }, (_, bits) =>
    Array.from({ length: length - 1 }, (__, at) => at + 1).filter((cut) => bits & (2 ** (cut - 1))),
  );
}

function total(
  starts: readonly number[],
  length: number,
  cost: (start: number, end: number) => number,
): number {
  return starts.reduce((sum, start, at) => sum + cost(start, starts[at + 1] ?? length), 0);
}
