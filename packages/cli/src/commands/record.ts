import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Diagnostic, type RunRecord, toJson } from '@cellwright/core';
import { askConsent } from '../consent.ts';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { printDiagnostics, showProgress, writeJson } from '../output.ts';
import { recordOnce } from '../recording.ts';
import { createReader, understandFile } from '../understand-file.ts';

export interface RecordCommandOptions {
  readonly output?: string;
  readonly python?: string;
  readonly timeout?: number;
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
  readonly json?: boolean;
}

/** `cellwright record FILE`: runs a notebook once and keeps what was seen. */
export async function record(file: string, options: RecordCommandOptions): Promise<number> {
  if (options.output !== undefined && !mayHoldRecord(options.output)) {
    process.stderr.write(`error: \`${options.output}\` holds other things; give a new or empty folder.\n`);
    return EXIT.usage;
  }
  const reader = await createReader();
  const { value, diagnostics } = understandFile(reader, file);
  if (value === null) {
    process.stderr.write(printDiagnostics(diagnostics));
    return EXIT.usage;
  }
  const refused = await askConsent([value.graph], [basename(file)], options);
  if (refused !== null) return refused;
  const found = await recordOnce(
    value,
    { ...options, ...(options.output ? { into: options.output } : {}) },
    nodeEffects(showProgress),
  );
  process.stderr.write(printDiagnostics(found.diagnostics, [value.notebook]));
  if (found.value === null) return EXIT.inconclusive;
  const { outcome, steps } = found.value.record;
  if (options.json)
    writeJson({
      ok: outcome.kind === 'completed',
      outcome,
      statements: steps.length,
      folder: found.value.folder,
      diagnostics: toJson(found.diagnostics),
    });
  else
    process.stdout.write(
      `${WORDS[outcome.kind]}: ${steps.length} statements recorded in ${found.value.folder}\n`,
    );
  return exitCode(outcome, found.diagnostics);
}

const WORDS: Readonly<Record<RunRecord['outcome']['kind'], string>> = {
  completed: 'completed',
  raised: 'ended by an error',
  died: 'ended because Python was killed',
  timeout: 'ended because its time was over',
  interrupted: 'interrupted',
  input: 'ended because it asks for input',
  exited: 'ended by itself',
  memory: 'ended for lack of memory',
};

/** A folder that is not there yet, is empty, or holds an older record: nothing else is ever replaced. */
function mayHoldRecord(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  return existsSync(join(folder, 'record.json')) || readdirSync(folder).length === 0;
}

/** A notebook that raises is a finding; what stops a run from outside says nothing about the notebook. */
function exitCode({ kind }: RunRecord['outcome'], diagnostics: readonly Diagnostic[]): number {
  if (kind === 'completed') return EXIT.ok;
  if (kind === 'interrupted') return EXIT.interrupted;
  const isLacking = diagnostics.some(({ code }) => code === 'V003' || code === 'V011');
  return kind === 'raised' && !isLacking ? EXIT.findings : EXIT.inconclusive;
}
