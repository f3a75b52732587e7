import type { DataflowGraph, FileUse, Step } from '../dataflow/index.ts';
import { calleesOf, importTable } from './callees.ts';

/** Methods whose first argument names a file that they write, whatever object has them. */
const WRITES =
  /^(to_(csv|parquet|excel|json|pickle|feather|html|hdf|stata|markdown|latex)|savefig|save_model|write_(html|image|csv|parquet))$/;

/** Notes the files of calls on objects of unknown type, where the method and a literal name say enough. */
export function withFileCalls(graph: DataflowGraph): DataflowGraph {
  const imports = importTable(graph);
  const steps = graph.steps.map((step): Step => {
    const found = calleesOf(step.statement.node, imports).flatMap(({ call, method }): readonly FileUse[] => {
      const [first] = call.args;
      if (call.func.type !== 'Attribute' || !WRITES.test(method)) return [];
      if (first?.type !== 'Constant' || !first.value?.includes('.')) return [];
      const span = { start: first.start, end: first.end };
      const isKnown = step.files.some((use) => use.span.start === span.start);
      return isKnown ? [] : [{ mode: 'write', path: first.value, span, via: method }];
    });
    return found.length > 0 ? { ...step, files: [...step.files, ...found] } : step;
  });
  return { ...graph, steps };
}
