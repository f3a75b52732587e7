import type { DataflowGraph, FileUse, Step } from '../dataflow/index.ts';
import { type Callee, calleesOf, importTable } from './callees.ts';
import { besideNotebook } from './files.ts';
import type { PlanSources } from './options.ts';

/** Text that is a file's name rather than a word: a folder or a suffix. */
const FILE_NAME = /^[^\n:*?]*[^\s.:*?]\.\w{1,8}$/;

/** Methods whose first argument names a file that they write, whatever object has them. */
const WRITES =
  /^(to_(csv|parquet|excel|json|pickle|feather|html|hdf|stata|markdown|latex)|savefig|save_model|write_(html|image|csv|parquet))$/;

/**
 * Notes the files of calls that are not known, where text says enough: a method that writes a literal name, or a literal
 * argument that names a file beside the notebook.
 */
export function withFileCalls(graph: DataflowGraph, sources: PlanSources): DataflowGraph {
  const imports = importTable(graph);
  const isThere = (path: string) => {
    const found = sources.stat(besideNotebook(graph.module.notebook.path, path));
    return found !== null && !found.folder;
  };
  const steps = graph.steps.map((step): Step => {
    const found = calleesOf(step.statement.node, imports)
      .flatMap((callee) => [...writtenBy(callee), ...readBy(callee, isThere)])
      .filter(({ span }) =>
        step.files.every((use) => use.span.end <= span.start || span.end <= use.span.start),
      );
    const files = step.files.map((use) =>
      makesDatabase(use, isThere) ? { ...use, mode: 'write' as const } : use,
    );
    return { ...step, files: [...files, ...found] };
  });
  return { ...graph, steps };
}

/** Connecting to a database file that is not there makes it. */
export function isDatabase({ via }: FileUse): boolean {
  return via === 'sqlite3.connect';
}

function makesDatabase(use: FileUse, isThere: (path: string) => boolean): boolean {
  return (
    isDatabase(use) &&
    use.mode === 'read' &&
    use.path !== null &&
    use.path !== ':memory:' &&
    !isThere(use.path)
  );
}

function writtenBy({ call, method }: Callee): readonly FileUse[] {
  const [first] = call.args;
  if (call.func.type !== 'Attribute' || !WRITES.test(method)) return [];
  if (first?.type !== 'Constant' || !first.value?.includes('.')) return [];
  return [{ mode: 'write', path: first.value, span: { start: first.start, end: first.end }, via: method }];
}

function readBy({ call, path, method }: Callee, isThere: (path: string) => boolean): readonly FileUse[] {
  if (WRITES.test(method)) return [];
  return [...call.args, ...call.keywords.map(({ value }) => value)].flatMap(
    (argument): readonly FileUse[] => {
      if (argument.type !== 'Constant' || argument.kind !== 'str' || !FILE_NAME.test(argument.value ?? ''))
        return [];
      const { value, start, end } = argument;
      return value !== undefined && isThere(value)
        ? [{ mode: 'read', path: value, span: { start, end }, via: path }]
        : [];
    },
  );
}
