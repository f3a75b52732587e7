import { isRooted, type Span } from '../text/index.ts';
import { type Machine, need } from './state.ts';
import { overwritten, updated, type Version } from './versions.ts';

/** A change of the file system. */
export interface FileEvent {
  /** As written, made plain; `null` when it is not known which. */
  readonly path: string | null;
  readonly version: Version;
  /** Everything that the file held before is gone. */
  readonly whole: boolean;
}

/** `look` reads, `change` appends or updates, `replace` writes anew. */
export type FileMode = 'look' | 'change' | 'replace';

/** Reads or writes a file; `null` stands for any. */
export function touchFile(machine: Machine, path: string | null, mode: FileMode): void {
  const plain = path === null || (machine.directoryChanged && !isRooted(path)) ? null : plainPath(path);
  machine.step.resourceReads.add('files');
  if (path === null || !isRooted(path)) {
    need(machine, machine.resources.get('working-directory') ?? null, 'resource', 'working-directory');
  }
  for (let at = machine.fileEvents.length - 1; at >= 0; at--) {
    const event = machine.fileEvents[at];
    if (event === undefined || !mayConcern(event.path, plain)) continue;
    need(machine, event.version, 'resource', event.path ?? 'files');
    if (event.whole && plain !== null && event.path === plain) break;
  }
  if (mode === 'look') return;
  machine.step.resourceWrites.add('files');
  const { number } = machine.step.part;
  const last = machine.fileEvents.at(-1);
  if (last && last.path === plain && last.version.writer === number && (mode === 'change' || last.whole))
    return;
  const sure = mode === 'replace' && machine.conditional === 0;
  const version = sure ? overwritten(number) : updated(number, []);
  machine.fileEvents.push({ path: plain, version, whole: sure && plain !== null });
}

/** Notes for the planner that the statement names a file. */
export function noteFile(
  machine: Machine,
  mode: 'read' | 'write',
  path: string | null,
  span: Span,
  via: string,
): void {
  const known = machine.step.files.some(
    (use) => use.mode === mode && use.span.start === span.start && use.via === via,
  );
  if (!known) machine.step.files.push({ mode, path, span: { start: span.start, end: span.end }, via });
}

function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}

/** A folder concerns what is in it, and the reverse; a pattern or an unknown path concerns everything. */
function mayConcern(written: string | null, touched: string | null): boolean {
  if (written === null || touched === null) return true;
  if (written === touched || /[*?[]/.test(touched)) return true;
  return (
    touched.startsWith(`${written}/`) || written.startsWith(`${touched}/`) || touched === '' || written === ''
  );
}
