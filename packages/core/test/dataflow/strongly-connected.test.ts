import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stronglyConnected } from '../../src/dataflow/strongly-connected.ts';

const graphs = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 12, maxLength: 12 });

test('two nodes are in one group where each reaches the other', () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }), (next, roots) => {
      const groups = stronglyConnected(roots, (node, into: number[]) => into.push(...(next[node] ?? [])));
      const live = new Set(roots.flatMap((root) => [...reachedFrom(next, root)]));
      expect(groups.flat().sort()).toEqual([...live].sort());
      for (const one of live) {
        const group = groups.find((nodes) => nodes.includes(one)) ?? [];
        const both = [...reachedFrom(next, one)].filter((other) => reachedFrom(next, other).has(one));
        expect([...group].sort()).toEqual(both.sort());
      }
    }),
  );
});

test('a long chain is followed without recursion', () => {
  const groups = stronglyConnected([0], (node, into: number[]) => into.push((node + 1) % 100_000));
  expect(groups.map((group) => group.length)).toEqual([100_000]);
});

function reachedFrom(next: readonly (readonly number[])[], start: number): ReadonlySet<number> {
  const found = new Set<number>();
  const pending = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    pending.push(...(next[node] ?? []));
  }
  return found;
}
