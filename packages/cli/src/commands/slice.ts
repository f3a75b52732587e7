import { readFileSync } from 'node:fs';
import { type DataflowGraph, explainSlice, printScript, sliceFor } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { printDiagnostics, writeOut } from '../output.ts';
import { createReader, type Reader, understandFile } from '../understand-file.ts';

export interface SliceOptions {
  readonly of?: string;
  readonly mode: 'pipeline' | 'replay';
  readonly order: 'top-to-bottom' | 'executed';
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly output?: string;
  readonly batch?: string;
}

interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `cellwright slice FILE --of NAME`: the statements that a value needs, as a script. */
export async function slice(file: string | undefined, options: SliceOptions): Promise<number> {
  const reader = await createReader();
  if (options.batch !== undefined) return sliceBatch(reader, options.batch, options);
  if (file === undefined || options.of === undefined) {
    process.stderr.write('error: give a notebook and `--of NAME`, or `--batch FILE`.\n');
    return EXIT.usage;
  }
  const answer = answerOne(reader, file, options.of, options);
  process.stderr.write(answer.stderr);
  if (answer.stdout !== '') writeOut(answer.stdout, options.output);
  return answer.exit;
}

/** Answers a JSON list of `{file, of}` with one line of JSON each. */
function sliceBatch(reader: Reader, path: string, options: SliceOptions): number {
  const requests: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(requests)) {
    process.stderr.write(`error: \`${path}\` is no JSON list.\n`);
    return EXIT.usage;
  }
  for (const request of requests) {
    const { file, of } = request as { file: string; of: string };
    process.stdout.write(
      `${JSON.stringify({ file, of, ...answerOne(reader, String(file), String(of), options) })}\n`,
    );
  }
  return EXIT.ok;
}

function answerOne(reader: Reader, file: string, name: string, options: SliceOptions): Answer {
  const { value, diagnostics } = understandFile(reader, file, {
    order: options.order,
    sharing: options.explain === true,
  });
  if (value === null) return { exit: EXIT.usage, stdout: '', stderr: printDiagnostics(diagnostics) };
  const { graph } = value;
  const refusal = refusalFor(graph, name);
  if (refusal !== null) {
    const stderr = `error: ${refusal}\n${printDiagnostics(diagnostics)}`;
    return { exit: EXIT.findings, stdout: '', stderr };
  }
  const found = sliceFor(graph, { names: [name] });
  if (options.explain)
    return { exit: EXIT.ok, stdout: explained(graph, found, name, options.json === true), stderr: '' };
  const script = printScript(graph, found, [name]);
  const document = {
    schemaVersion: 1,
    name,
    steps: found.steps.map((index) => graph.steps[index]?.id),
    script,
  };
  return {
    exit: EXIT.ok,
    stdout: options.json ? `${JSON.stringify(document, null, 2)}\n` : script,
    stderr: '',
  };
}

/** Why a value cannot be had; `null` when it can. */
function refusalFor(graph: DataflowGraph, name: string): string | null {
  if (graph.final[name] === undefined) {
    const broken = graph.module.cells.find(({ cell, broken: spans }) =>
      spans.some(({ start, end }) =>
        new RegExp(`\\b${name.replace(/\W/g, '')}\\b`).test(cell.python.text.slice(start, end)),
      ),
    );
    if (broken) return `\`${name}\` is only assigned in cell ${broken.cell.index}, which is no valid Python.`;
    const deleted = graph.steps.some((step) => step.binds.some((binding) => binding.name === name));
    return deleted
      ? `\`${name}\` is deleted before the end of the notebook.`
      : `\`${name}\` is never assigned.`;
  }
  const needed = new Set(sliceFor(graph, { names: [name] }).steps);
  const missing = graph.undefinedNames.find(
    (use) => needed.has(use.step) && use.certainty === 'must' && use.name !== 'display',
  );
  if (missing === undefined) return null;
  const reader = graph.steps[missing.step];
  return `\`${name}\` needs \`${missing.name}\`, which cell ${reader?.cell} reads and nothing before it binds.`;
}

function explained(
  graph: DataflowGraph,
  found: ReturnType<typeof sliceFor>,
  name: string,
  json: boolean,
): string {
  const explanations = explainSlice(graph, found, [name]).map(({ step, kept, reason }) => {
    const cell = graph.module.cells.find((candidate) => candidate.cell.index === step.cell);
    const text = cell?.cell.python.text ?? '';
    const line = text.slice(0, step.statement.node.start).split('\n').length;
    return {
      cell: step.cell,
      line,
      kept,
      text: text.slice(step.statement.node.start, step.statement.node.end),
      reason,
    };
  });
  if (json) return `${JSON.stringify({ schemaVersion: 1, name, statements: explanations }, null, 2)}\n`;
  const lines = explanations.map(({ cell, line, kept, text, reason }) => {
    const [first = ''] = text.split('\n', 1);
    return `${kept ? 'kept   ' : 'dropped'} cell[${cell}]:${line}  ${first}\n        ${reason}`;
  });
  return `${lines.join('\n')}\n`;
}
