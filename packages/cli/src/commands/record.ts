import { basename } from 'node:path';
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
    writeJson({ schemaVersion: 1, ok: outcome.kind === 'completed', outcome, folder: found.value.folder });
  else
    process.stdout.write(`${outcome.kind}: ${steps.length} statements recorded in ${found.value.folder}\n`);
  return outcome.kind === 'completed'
    ? EXIT.ok
    : outcome.kind === 'interrupted'
      ? EXIT.interrupted
      : EXIT.findings;
}
