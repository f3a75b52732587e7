import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Notebook } from '../notebook/index.ts';
import type { RecordedError, RunRecord } from '../record/index.ts';
import { distributionOf, missingModule } from './distribution-names.ts';
import type { Interpreter } from './interpreter.ts';

const CODES = {
  died: 'V005',
  timeout: 'V006',
  interrupted: 'V007',
  input: 'V008',
  exited: 'V009',
  memory: 'V010',
} as const;

const HINTS: Readonly<Record<keyof typeof CODES, string | undefined>> = {
  died: undefined,
  timeout: 'Give it more time with `--timeout SECONDS`.',
  interrupted: undefined,
  input: 'Assign the value in the cell instead of asking for it.',
  exited: 'Remove the call that ends the process, or tag the cell `raises-exception`.',
  memory: 'Run it with less data, or where there is more memory.',
};

/** Says what ended a run before its time; nothing for one that completed. */
export function describeOutcome(
  notebook: Notebook,
  record: RunRecord,
  interpreter: Interpreter,
): readonly Diagnostic[] {
  const { outcome } = record;
  if (outcome.kind === 'completed') return [];
  if (outcome.kind === 'raised') return [describeError(notebook, outcome.error, interpreter)];
  const hint = HINTS[outcome.kind];
  return [
    diagnostic(CODES[outcome.kind], {
      message: `The notebook's run ended in cell[${outcome.cell}]: ${outcome.detail}.`,
      location: placeIn(notebook, outcome.cell),
      ...(hint !== undefined && { hint }),
    }),
  ];
}

function describeError(notebook: Notebook, error: RecordedError, interpreter: Interpreter): Diagnostic {
  const location = { ...placeIn(notebook, error.cell), start: [error.line, 1] as const };
  const module = missingModule(error.name, error.message);
  if (module !== undefined) {
    return diagnostic('V003', {
      message: `The package \`${module}\` is not installed for \`${interpreter.program}\`.`,
      location,
      hint: `Install it: \`${interpreter.program} -m pip install ${distributionOf(module)}\`.`,
    });
  }
  const first = error.message.split('\n')[0] ?? '';
  return diagnostic(error.name === 'FileNotFoundError' ? 'V011' : 'V004', {
    message: `The notebook stops in cell[${error.cell}], line ${error.line}: ${error.name}${first === '' ? '' : `: ${first}`}`,
    location,
  });
}

function placeIn(notebook: Notebook, index: number): Diagnostic['location'] {
  const cell = notebook.cells.find((candidate) => candidate.index === index);
  return {
    file: notebook.path,
    ...(cell && { cell: { index, ...(cell.id !== undefined && { id: cell.id }) } }),
  };
}
