import {
  analyze,
  checkSecrets,
  type DataflowGraph,
  type Diagnostic,
  type FindSecrets,
  findSecrets,
  maskRecord,
  type Notebook,
  type RunRecord,
  type Understood,
  workingOrder,
} from '@cellwright/core';
import { type Reader, understandFile } from './understand-file.ts';

type Order = 'top-to-bottom' | 'executed';

/** Notebooks as they are: for what runs them. */
export interface OpenedNotebooks {
  readonly graphs: readonly DataflowGraph[];
  readonly notebooks: readonly Notebook[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads notebooks, each in an order in which it works. */
export function openNotebooks(
  reader: Reader,
  files: readonly string[],
  order: Order | undefined,
): OpenedNotebooks {
  const graphs: DataflowGraph[] = [];
  const notebooks: Notebook[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const first = understandFile(reader, file, { sharing: true, order: order ?? 'top-to-bottom' });
    diagnostics.push(...first.diagnostics);
    if (first.value === null) continue;
    const { graph, notebook } = first.value;
    const { libraries } = reader;
    const executed = () => analyze(graph.module, { libraries, sharing: true, order: 'executed' });
    const chosen = order === undefined ? workingOrder(graph, executed) : graph;
    if (chosen !== graph)
      process.stderr.write(
        `note: ${file} works only in the order in which it was executed; that order is used.\n`,
      );
    graphs.push(chosen);
    notebooks.push(notebook);
  }
  return { graphs, notebooks, diagnostics };
}

/** What projects are made from: a notebook without credentials, and what its run has shown, without them. */
export interface Publishable extends Understood {
  readonly record?: RunRecord;
}

/** The record of a notebook's run among several. */
export function recordFor(
  graph: DataflowGraph,
  records: readonly { readonly record: RunRecord }[],
): RunRecord | undefined {
  return records.find(({ record }) => record.notebook.path === graph.module.notebook.path)?.record;
}

/** Analyses a notebook again without its credentials and with the types of its run, where there is either. */
export function withoutSecrets(
  reader: Reader,
  graph: DataflowGraph,
  find: FindSecrets,
  record?: RunRecord,
): { value: Publishable; diagnostics: readonly Diagnostic[] } {
  const { notebook } = graph.module;
  const secrets = findSecrets(graph.module, find);
  if (secrets.length === 0 && record === undefined)
    return { value: { notebook, graph, secrets }, diagnostics: [] };
  const masked = record === undefined ? undefined : maskRecord(record, secrets);
  const { value } = understandFile(reader, notebook.path, {
    sharing: true,
    order: graph.order,
    ...(masked === undefined ? {} : { record: masked }),
    ...(secrets.length === 0 ? {} : { findSecrets: find }),
  });
  const shown = value ?? { notebook, graph, secrets };
  return {
    value: { ...shown, ...(masked === undefined ? {} : { record: masked }) },
    diagnostics: checkSecrets(secrets),
  };
}
