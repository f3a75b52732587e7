import type { Expr } from '../../syntax/index.ts';
import { evaluate } from './evaluate.ts';
import { blocked, type Machine } from './machine.ts';
import { bindTarget } from './statements.ts';
import { joinTraces, rowsOf, traceOf, type Value, whole } from './values.ts';

type Comprehension = Extract<Expr, { type: 'ListComp' | 'GeneratorExp' | 'SetComp' | 'DictComp' }>;

/** `[f(x) for x in column]` works row by row: one element a row, of that row. */
export function evaluateComprehension(machine: Machine, node: Comprehension): Value {
  const [generator, ...others] = node.generators;
  if (generator === undefined) return whole();
  const over = evaluate(machine, generator.iter);
  const rows = rowsOf(over);
  const scope = new Map<string, Value>();
  machine.scopes.push(scope);
  const element = rows && over.kind !== 'frame' ? elementOf(over) : whole(traceOf(over));
  bindTarget(machine, generator.target, element, node);
  const parts = node.type === 'DictComp' ? [node.key, node.value] : [node.elt];
  const inner = others.flatMap((each) => [each.iter, ...each.ifs]);
  const made = [...parts, ...inner, ...generator.ifs].map((part) => evaluate(machine, part));
  machine.scopes.pop();
  const values = [over, ...made];
  if (values.every((value) => rowsOf(value) === null))
    return whole(joinTraces(...values.map(traceOf)), 'builtins.list');
  const isRowByRow =
    node.type === 'ListComp' &&
    others.length === 0 &&
    generator.ifs.length === 0 &&
    rows !== null &&
    over.kind !== 'frame' &&
    made.every((value) => rowsOf(value) === null || value.kind === 'cell');
  if (!isRowByRow || rows === null)
    return blocked(machine, node, 'a comprehension does not give one element a row', values);
  return { kind: 'series', rows, trace: joinTraces(...values.map(traceOf)), type: 'builtins.list' };
}

/** What a loop variable holds of the rows that it goes over; several columns side by side give several cells. */
function elementOf(over: Value): Value {
  const rows = rowsOf(over);
  if (over.kind === 'items' && rows) {
    return {
      kind: 'items',
      items: over.items.map((item) =>
        rowsOf(item) ? { kind: 'cell', rows, trace: traceOf(item) } : whole(traceOf(item)),
      ),
      keys: null,
    };
  }
  return rows ? { kind: 'cell', rows, trace: traceOf(over) } : whole(traceOf(over));
}
