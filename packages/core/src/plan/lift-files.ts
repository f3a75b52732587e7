import { cellText, type Step } from '../dataflow/index.ts';
import type { Span } from '../text/index.ts';
import { isPathObject, isPattern, type LocatedFile, locateFiles } from './files.ts';
import { snakeCase, unusedName } from './identifiers.ts';
import { addEdit, type LiftedInput, type LiftingContext, type StageLift } from './lift.ts';

interface StageFile {
  readonly path: string;
  readonly mode: 'read' | 'write';
  readonly places: LocatedFile[];
}

/** Replaces the paths of files that stages read and write by arguments. */
export function liftFiles(context: LiftingContext, lifts: readonly StageLift[]): readonly LiftedInput[] {
  const perStage = context.stages.map((stage) => filesOfStage(context, stage.core));
  const readers = countReaders(perStage);
  const inputs = new Map<string, LiftedInput>();
  context.stages.forEach((_, number) => {
    const [files, lift] = [perStage[number], lifts[number]];
    if (!files || !lift) return;
    for (const file of files) {
      const name = argumentName(file, files, lift);
      lift.taken.add(name);
      const outside = file.mode === 'read' && !context.written.has(file.path);
      const section = (readers.get(file.path) ?? 0) > 1 ? 'common' : (context.names[number] ?? 'common');
      if (outside) {
        const key =
          inputs.get(file.path)?.key ??
          freeKey(inputs, `${section}.${section === 'common' ? pathName(file.path) : name}`);
        inputs.set(file.path, { original: file.path, key });
        lift.arguments.push({ name, source: { kind: 'read', key }, type: { name: 'str' }, copied: false });
      } else {
        const written = context.written.get(file.path) ?? file.path;
        const source =
          file.mode === 'write'
            ? ({ kind: 'write', file: written } as const)
            : ({ kind: 'read', key: written } as const);
        lift.arguments.push({ name, source, type: { name: 'str' }, copied: false });
      }
      for (const place of file.places) replacePath(context, lift, place, name);
    }
  });
  return [...inputs.values()];
}

function freeKey(inputs: ReadonlyMap<string, LiftedInput>, key: string): string {
  const used = new Set([...inputs.values()].map((input) => input.key));
  return unusedName(key, (candidate) => used.has(candidate));
}

/** Files of a stage by path; one that it writes before it reads it is one file. */
function filesOfStage(context: LiftingContext, steps: readonly Step[]): readonly StageFile[] {
  const files: StageFile[] = [];
  for (const step of steps) {
    for (const place of locateFiles(context.flow.kept, step)) {
      const { path, mode } = place.use;
      if (path === null) continue;
      const written = files.find((file) => file.path === path && file.mode === 'write');
      const known =
        mode === 'read' && written ? written : files.find((file) => file.path === path && file.mode === mode);
      if (known) known.places.push(place);
      else files.push({ path, mode, places: [place] });
    }
  }
  return files;
}

function countReaders(perStage: readonly (readonly StageFile[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const files of perStage) {
    for (const file of files)
      if (file.mode === 'read') counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
  }
  return counts;
}

function argumentName(file: StageFile, files: readonly StageFile[], lift: StageLift): string {
  const word = isPattern(file.path) ? 'pattern' : 'path';
  const name = files.length === 1 ? word : pathName(file.path);
  const wanted = lift.taken.has(name) && file.mode === 'write' ? `output_${name}` : name;
  return unusedName(wanted, (candidate) => lift.taken.has(candidate));
}

function pathName(path: string): string {
  const stem =
    path
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const name = snakeCase(stem);
  const word = isPattern(path) ? 'pattern' : 'path';
  return name === '' ? word : `${name.slice(0, 30)}_${word}`;
}

function replacePath(
  context: LiftingContext,
  lift: StageLift,
  { use, holder, expression }: LocatedFile,
  name: string,
): void {
  const isGiven = use.span.start === expression.start && use.span.end === expression.end;
  const wrap = isPathObject(expression, context.flow.kinds) && !(isGiven && TAKES_TEXT.test(use.via));
  if (wrap) lift.imports.push('from pathlib import Path');
  const span = withParentheses(cellText(context.flow.graph, holder), expression);
  addEdit(lift, holder, { span, text: wrap ? `Path(${name})` : name });
}

/** Functions to which a path and its text are the same. */
const TAKES_TEXT = /^(pandas|numpy|joblib|polars)\./;

/** The span of an expression with parentheses that only group it. */
function withParentheses(source: string, { start, end }: Span): Span {
  const [, called, open] = /([\w)\]'"])?\s*(\(\s*)$/.exec(source.slice(0, start)) ?? [];
  const close = /^\s*\)/.exec(source.slice(end))?.[0];
  if (called !== undefined || open === undefined || close === undefined) return { start, end };
  return { start: start - open.length, end: end + close.length };
}
