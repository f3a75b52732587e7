import {
  analyze,
  cellText,
  type DataflowGraph,
  type Diagnostic,
  explainSlice,
  graphOfRun,
  type Notebook,
  printScript,
  type RunRecord,
  type Slice,
  sliceFor,
  suggest,
  toJson,
} from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { openRecords } from '../open-records.ts';
import { printDiagnostics, printJson } from '../output.ts';
import { type Reader, understandFile } from '../understand-file.ts';

export interface SliceQuestion {
  readonly mode: 'pipeline' | 'replay';
  readonly order: 'top-to-bottom' | 'executed';
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly color?: boolean;
  /** A record of the notebook's run: its facts make slices smaller. */
  readonly record?: string;
}

/** What `slice` says to one question. */
export interface SliceAnswer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A notebook as far as slices need it; `null` where it is none, or an exit code where its record is of no use. */
export interface Opened {
  readonly file: string;
  readonly notebook: Notebook | null;
  readonly graph: DataflowGraph | number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and analyses a notebook, with the facts of its record where there is one. */
export function openForSlices(reader: Reader, file: string, question: SliceQuestion): Opened {
  const { order, record } = question;
  const asked = { order, sharing: question.explain === true, parts: true };
  const { value, diagnostics } = understandFile(reader, file, asked);
  if (value === null) return { file, notebook: null, graph: null, diagnostics };
  const recorded = record === undefined ? [] : openRecords(record, [value.notebook]);
  const graph =
    typeof recorded === 'number' ? recorded : withFacts(reader, value.graph, question, recorded[0]?.record);
  return { file, notebook: value.notebook, graph, diagnostics };
}

/** Answers which statements of a notebook a name's final value needs, or why it cannot be had. */
export function answerSlice(opened: Opened, name: string, question: SliceQuestion): SliceAnswer {
  const { file, notebook, graph, diagnostics } = opened;
  const head = { file, name, mode: question.mode, order: question.order };
  const refuse = (exit: number, reason: string): SliceAnswer => ({
    exit,
    stdout:
      question.json === true
        ? printJson({ ok: false, ...head, reason, script: null, diagnostics: toJson(diagnostics) })
        : '',
    stderr: `error: ${reason}\n${printDiagnostics(diagnostics, notebook ? [notebook] : [], question.color)}`,
  });
  if (graph === null) return refuse(EXIT.usage, `\`${file}\` cannot be read.`);
  if (typeof graph === 'number') return refuse(graph, `\`${question.record}\` is of no use here.`);
  const reason = refusalFor(graph, name);
  if (reason !== null) return refuse(EXIT.findings, reason);
  const found = sliceFor(graph, { names: [name] });
  const rest = { reason: null, diagnostics: toJson(diagnostics) };
  if (question.explain === true) {
    const statements = explain(graph, found, name);
    const stdout = question.json ? printJson({ ok: true, ...head, statements, ...rest }) : print(statements);
    return { exit: EXIT.ok, stdout, stderr: '' };
  }
  const script = printScript(graph, found, [name]);
  const steps = found.steps.map((index) => graph.steps[index]?.id);
  const stdout = question.json ? printJson({ ok: true, ...head, steps, script, ...rest }) : script;
  return { exit: EXIT.ok, stdout, stderr: '' };
}

/** What a run has shown of a notebook: types, and what its statements did not change. */
function withFacts(
  reader: Reader,
  graph: DataflowGraph,
  { order, mode, explain }: SliceQuestion,
  record: RunRecord | undefined,
): DataflowGraph {
  if (record === undefined || record.order !== order) return graph;
  const asked = { order, sharing: explain === true, parts: true };
  const again = analyze(graph.module, { libraries: reader.libraries, ...asked, record, believe: mode });
  return graphOfRun(again, record, mode);
}

/** Why a value cannot be had; `null` when it can. */
function refusalFor(graph: DataflowGraph, name: string): string | null {
  if (!Object.hasOwn(graph.final, name)) return whyUnbound(graph, name);
  const needed = new Set(sliceFor(graph, { names: [name] }).steps);
  const missing = graph.undefinedNames.find(
    (use) => needed.has(use.step) && use.certainty === 'must' && use.name !== 'display',
  );
  if (missing === undefined) return null;
  const reader = graph.steps[missing.step];
  return `\`${name}\` needs \`${missing.name}\`, which cell ${reader?.cell} reads and nothing before it binds.`;
}

function whyUnbound(graph: DataflowGraph, name: string): string {
  const word = new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`);
  const broken = graph.module.cells.find(({ cell, broken: spans }) =>
    spans.some(({ start, end }) => word.test(cell.python.text.slice(start, end))),
  );
  if (broken) return `\`${name}\` is only assigned in cell ${broken.cell.index}, which is no valid Python.`;
  const isDeleted = graph.steps.some((step) => step.binds.some((binding) => binding.name === name));
  if (isDeleted) return `\`${name}\` is deleted before the end of the notebook.`;
  const near = suggest(name, Object.keys(graph.final));
  return `\`${name}\` is never assigned${near === undefined ? '.' : `; did you mean \`${near}\`?`}`;
}

interface ExplainedStatement {
  readonly cell: number;
  readonly line: number;
  readonly kept: boolean;
  readonly text: string;
  readonly reason: string;
}

function explain(graph: DataflowGraph, found: Slice, name: string): readonly ExplainedStatement[] {
  return explainSlice(graph, found, [name]).map(({ step, kept, reason }) => {
    const text = cellText(graph, step);
    const { start, end } = step.statement.node;
    return {
      cell: step.cell,
      line: text.slice(0, start).split('\n').length,
      kept,
      text: text.slice(start, end),
      reason,
    };
  });
}

function print(statements: readonly ExplainedStatement[]): string {
  const lines = statements.map(({ cell, line, kept, text, reason }) => {
    const [first = ''] = text.split('\n', 1);
    return `${kept ? 'kept   ' : 'dropped'} cell[${cell}]:${line}  ${first}\n        ${reason}`;
  });
  return `${lines.join('\n')}\n`;
}
