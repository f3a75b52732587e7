import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allTargets,
  type Lock,
  type PlannedWrite,
  type Project,
  printTargets,
  renderTargets,
  type TargetRequest,
  toJson,
} from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { printDifference } from '../line-difference.ts';
import { nodeEffects } from '../node-effects.ts';
import { printDiagnostics, showProgress, writeJson } from '../output.ts';
import { readProjectLock } from '../project-lock.ts';
import { applyWrites, previewWrites, printWrites } from '../project-writer.ts';
import { digestText } from '../sources.ts';
import { readTargets, type TargetFlags } from '../target-flags.ts';
import { createToolchain } from '../toolchain.ts';

export interface ExportOptions extends TargetFlags {
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly json?: boolean;
}

/** `cellwright export FOLDER --target a,b`: writes a project's files for engines; the notebook may be gone. */
export async function exportProject(folder: string | undefined, options: ExportOptions): Promise<number> {
  if (options.list) return list(options);
  if (folder === undefined) return refuse('say which project, or `--list`.');
  const found = readProjectLock(folder);
  if ('problem' in found) {
    process.stderr.write(printDiagnostics([found.problem]));
    return EXIT.usage;
  }
  const before = found.lock.targets ?? [];
  const asked = readTargets(options, before);
  process.stderr.write(printDiagnostics(asked.diagnostics));
  if (asked.diagnostics.length > 0) return EXIT.usage;
  if (asked.value.length === 0) return refuse('name targets with `--target`; `--list` shows them.');
  const params = join(folder, 'params.yaml');
  const { value: project, diagnostics } = renderTargets(
    { package: found.lock.package, files: [], lock: { ...found.lock, targets: before } },
    withOthers(asked.value, before),
    {
      toolchain: createToolchain(),
      digest: digestText,
      ...(existsSync(params) ? { params: readFileSync(params, 'utf8') } : {}),
    },
  );
  process.stderr.write(printDiagnostics(diagnostics));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors.some(({ code }) => !code.startsWith('R')) ? EXIT.usage : EXIT.findings;
  const writes = previewWrites(project, folder, ownedBy(found.lock));
  const isWritten = !options.dryRun && !options.diff;
  if (isWritten) await applyWrites(writes, folder, nodeEffects(showProgress));
  if (options.json) {
    const targets = project.lock.targets.map(({ id, files }) => ({ id, files }));
    writeJson({ ok: true, targets, diagnostics: toJson(diagnostics) });
  } else process.stdout.write(report(project, folder, writes, options));
  return EXIT.ok;
}

function list({ json }: ExportOptions): number {
  if (!json) process.stdout.write(printTargets(allTargets));
  else {
    const targets = allTargets.map(({ id, title, url, summary, capabilities, options }) => ({
      ...{ id, title, url, summary, capabilities },
      options: options.map(({ name, doc, fallback }) => ({ name, doc, default: fallback })),
    }));
    writeJson({ ok: true, targets, diagnostics: [] });
  }
  return EXIT.ok;
}

function refuse(message: string): number {
  process.stderr.write(`error: ${message}\n`);
  return EXIT.usage;
}

/** What was asked for now, and what the project has already. */
function withOthers(
  asked: readonly TargetRequest[],
  before: readonly TargetRequest[],
): readonly TargetRequest[] {
  const others = before.filter(({ id }) => !asked.some((request) => request.id === id));
  return [...others, ...asked].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The files of targets: all others are none of this command's business. */
function ownedBy(lock: Lock): (path: string) => boolean {
  const owned = new Set((lock.targets ?? []).flatMap(({ files }) => files));
  return (path) => owned.has(path);
}

function report(
  project: Project,
  folder: string,
  writes: readonly PlannedWrite[],
  { diff, dryRun }: ExportOptions,
): string {
  const note = diff || dryRun ? `Nothing was written (--${diff ? 'diff' : 'dry-run'}).\n` : '';
  if (!diff) return printWrites(writes) + note;
  const changed = project.files.flatMap((file) => {
    if (file.kind !== 'text' || file.path.startsWith('.cellwright/')) return [];
    const path = join(folder, file.path);
    return [printDifference(file.path, existsSync(path) ? readFileSync(path, 'utf8') : '', file.text)];
  });
  return changed.join('') + note;
}
