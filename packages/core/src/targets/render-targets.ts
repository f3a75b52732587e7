import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import {
  type LockedTarget,
  type Project,
  type TextFile,
  type Toolchain,
  withTargets,
} from '../project/index.ts';
import { findTarget, type TargetRequest } from './choose-targets.ts';
import { fillIn } from './options.ts';
import { type Pipeline, toPipeline } from './pipeline.ts';
import { readSchedule, type Schedule } from './schedule/schedule.ts';
import type { Target } from './target.ts';

export interface RenderTargetsOptions {
  readonly toolchain: Toolchain;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  readonly digest: (text: string) => string;
  /** Text of `params.yaml` where the project stands written already: it may have been edited. */
  readonly params?: string;
}

/**
 * Renders a project for all of the targets that are asked for, and for no other: their files and the lock.
 * A target that cannot do what it must is a diagnostic, and its files are not part of the result.
 */
export function renderTargets(
  project: Project,
  requests: readonly TargetRequest[],
  options: RenderTargetsOptions,
): Result<Project> {
  const { value: pipeline, diagnostics: problems } = toPipeline(project.lock, options.params);
  if (pipeline === null) return { value: project, diagnostics: problems };
  const diagnostics: Diagnostic[] = [];
  const files: TextFile[] = [];
  const targets: LockedTarget[] = [];
  for (const request of requests) {
    const target = findTarget(request.id);
    if (target === undefined) continue;
    const made = renderTarget(target, request, pipeline, options.toolchain);
    diagnostics.push(...made.diagnostics);
    files.push(...made.value);
    targets.push({ ...request, files: made.value.map(({ path }) => path) });
  }
  const collisions = findCollisions(project, files);
  return {
    value: withTargets(project, targets, files, options.digest),
    diagnostics: [...withoutRepeats(diagnostics), ...checkClocks(requests), ...collisions],
  };
}

function renderTarget(
  target: Target,
  request: TargetRequest,
  pipeline: Pipeline,
  toolchain: Toolchain,
): Result<readonly TextFile[]> {
  const when = findSchedule(target, request);
  const options = findOptions(target, request, pipeline);
  const found = [...when.diagnostics, ...options.diagnostics];
  if (found.some(isError)) return { value: [], diagnostics: found };
  const made = target.render(pipeline, { schedule: when.value, options: options.value });
  const diagnostics = [...found, ...made.diagnostics];
  if (made.diagnostics.some(isError)) return { value: [], diagnostics };
  const format = (text: string) =>
    toolchain.formatPython(text, { firstParty: [pipeline.package], python: pipeline.python });
  const value = Object.entries(made.value).map(
    ([path, text]): TextFile => ({
      kind: 'text',
      path,
      text: path.endsWith('.py') ? format(text) : text,
      origin: [],
    }),
  );
  return { value, diagnostics };
}

function findSchedule(target: Target, { schedule, timezone }: TargetRequest): Result<Schedule | null> {
  const { capabilities, id } = target;
  if (schedule !== undefined) {
    const read = readSchedule(schedule, timezone);
    return capabilities.schedule === 'none' && read.value !== null ? { value: null, diagnostics: [] } : read;
  }
  if (capabilities.schedule !== 'required') return { value: null, diagnostics: [] };
  const message = `\`${id}\` needs a schedule.`;
  const hint = 'Say when with `--schedule "0 6 * * 1-5"`.';
  return { value: null, diagnostics: [diagnostic('C006', { message, location: { file: id }, hint })] };
}

/** Names the targets that cannot do anything with the schedule that they were given. */
function checkClocks(requests: readonly TargetRequest[]): readonly Diagnostic[] {
  const scheduled = requests.filter(({ schedule }) => schedule !== undefined);
  const idle = scheduled.filter(({ id }) => findTarget(id)?.capabilities.schedule === 'none');
  if (idle.length === 0) return [];
  const names = idle.map(({ id }) => `\`${id}\``).join(', ');
  const [starts, is] = idle.length === 1 ? ['starts', 'it is'] : ['start', 'they are'];
  const message = `${names} ${starts} nothing by the clock; ${is} written without the schedule.`;
  const hint = 'Take `cron` or `systemd` too, which can start it.';
  const hasClock = idle.length < scheduled.length;
  return [diagnostic('R004', { message, location: { file: '--schedule' }, ...(hasClock ? {} : { hint }) })];
}

function findOptions(
  target: Target,
  request: TargetRequest,
  pipeline: Pipeline,
): Result<Readonly<Record<string, string>>> {
  const diagnostics: Diagnostic[] = [];
  const values: Record<string, string> = {};
  const location = { file: `--option` };
  for (const { name, doc, fallback, pattern, isNeeded } of target.options) {
    const value = request.options[name] ?? (fallback === null ? null : fillIn(fallback, pipeline.package));
    if (value === null) {
      const message = `\`${target.id}\` needs the option \`${name}\`: ${doc}.`;
      const hint = `Say it with \`--option ${name}=…\`.`;
      if (isNeeded?.(pipeline) ?? true) diagnostics.push(diagnostic('C006', { message, location, hint }));
    } else if (!pattern.test(value)) {
      const message = `\`${target.id}\` cannot use \`${value}\` as \`${name}\`: ${doc}.`;
      diagnostics.push(diagnostic('C006', { message, location }));
    } else values[name] = value;
  }
  return { value: values, diagnostics };
}

/** A file of a target may not stand on one of the project or of another target. */
function findCollisions({ lock }: Project, files: readonly TextFile[]): readonly Diagnostic[] {
  const own = new Set(lock.targets.flatMap((target) => target.files));
  const taken = new Set(
    Object.keys(lock.files)
      .filter((path) => !own.has(path))
      .map((path) => path.toLowerCase()),
  );
  return files.flatMap(({ path }) => {
    const key = path.toLowerCase();
    const isTaken = taken.has(key);
    taken.add(key);
    const message = `\`${path}\` stands for two files.`;
    return isTaken ? [diagnostic('R002', { message, location: { file: path } })] : [];
  });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** Several targets say the same of one schedule. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
