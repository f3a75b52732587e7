import { type DataflowGraph, findSecrets, maskText, printGraph } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { printDiagnostics, printJson, writeOut } from '../output.ts';
import { prepareSecretFinder } from '../secret-scanner.ts';
import { createReader, understandFile } from '../understand-file.ts';

export interface GraphOptions {
  readonly order: 'top-to-bottom' | 'executed';
  readonly format: 'text' | 'mermaid' | 'dot' | 'json';
  readonly json?: boolean;
  readonly output?: string;
}

/** `cellwright graph FILE`: which statement needs which. */
export async function graph(file: string, options: GraphOptions): Promise<number> {
  const reader = await createReader();
  const { value, diagnostics } = understandFile(reader, file, { order: options.order });
  process.stderr.write(printDiagnostics(diagnostics, value === null ? [] : [value.notebook]));
  if (value === null) return EXIT.usage;
  const format = options.json ? 'json' : options.format;
  const secrets = findSecrets(value.graph.module, await prepareSecretFinder([file]));
  const text = format === 'json' ? toJson(value.graph) : printGraph(value.graph, format);
  writeOut(maskText(text, secrets), options.output);
  return EXIT.ok;
}

function toJson({ steps, edges, order }: DataflowGraph): string {
  const nodes = steps.map((step) => ({
    id: step.id,
    index: step.index,
    cell: step.cell,
    span: [step.statement.node.start, step.statement.node.end],
    binds: step.binds.map(({ name, kind, certainty }) => ({ name, kind, certainty })),
    reads: step.reads,
    changes: step.mutates,
    files: step.files.map(({ mode, path }) => ({ mode, path })),
  }));
  const reasons = edges.map(({ mixed: _, ...edge }) => edge);
  return printJson({ ok: true, order, steps: nodes, edges: reasons });
}
