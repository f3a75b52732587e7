import { cellOf, type DataflowGraph, type Step } from '../dataflow/index.ts';
import type { Resource } from '../libraries/index.ts';
import { isRooted } from '../text/index.ts';

/** Something outside its own variables that a notebook touches when it runs. */
export interface Touch {
  readonly kind: 'reads' | 'writes' | 'network' | 'database' | 'environment' | 'process';
  /** A path, or what is known of it: `unknown file`. */
  readonly what: string;
  /** 1-based, ascending. */
  readonly cells: readonly number[];
  /** It changes something that a scratch copy does not hold: needs `--allow-writes`. */
  readonly external: boolean;
}

const RESOURCES = [
  { resource: 'network', what: 'the network' },
  { resource: 'database', what: 'a database' },
  { resource: 'environment', what: 'environment variables' },
  { resource: 'process', what: 'other programs' },
] as const satisfies readonly { readonly resource: Resource & Touch['kind']; readonly what: string }[];
const SERVER =
  /\b(postgres\w*|mysql|mariadb|mssql|oracle|snowflake|redshift|bigquery|clickhouse)[\w+]*:\/\//i;
/** Commands that show something, whatever their arguments are. */
const LOOKING = new Set(
  'ls head tail cat wc pwd echo du df date which free uname grep nproc lscpu nvidia-smi whoami hostname file'.split(
    ' ',
  ),
);
const STARTS_PROGRAMS = /\b(subprocess|os\.(system|popen|exec\w*|spawn\w*))\b/;
const LOCAL_DATABASE = /\bsqlite3?\b/;

/** Lists what a notebook will touch when it runs, as far as its text tells, for the question before it does. */
export function whatItTouches(graph: DataflowGraph): readonly Touch[] {
  const touches = new Map<string, { touch: Omit<Touch, 'cells'>; cells: Set<number> }>();
  const local = isLocalDatabase(graph);
  const add = (step: Step, touch: Omit<Touch, 'cells'>) => {
    const key = `${touch.kind} ${touch.what}`;
    const known = touches.get(key);
    const external = touch.external || (known?.touch.external ?? false);
    touches.set(key, { touch: { ...touch, external }, cells: (known?.cells ?? new Set()).add(step.cell) });
  };
  for (const step of graph.steps) {
    for (const { mode, path } of step.files) {
      const what = path ?? 'a file whose name is known only when it runs';
      add(step, {
        kind: mode === 'read' ? 'reads' : 'writes',
        what,
        external: mode === 'write' && isOutside(path),
      });
    }
    if (step.resourceReads.length === 0 && step.resourceWrites.length === 0) continue;
    for (const { resource, what } of RESOURCES) {
      const writes = step.resourceWrites.includes(resource);
      if (!writes && !step.resourceReads.includes(resource)) continue;
      const isHarmless =
        resource === 'environment' ||
        (resource === 'database' && local) ||
        (resource === 'process' && onlyLooks(graph, step));
      add(step, { kind: resource, what, external: writes && !isHarmless });
    }
  }
  return [...touches.values()].map(({ touch, cells }) => ({
    ...touch,
    cells: [...cells].sort((a, b) => a - b),
  }));
}

/** Tells whether running needs the consent to change things that a scratch copy does not hold. */
export function needsAllowWrites(touches: readonly Touch[]): boolean {
  return touches.some((touch) => touch.external);
}

function isOutside(path: string | null): boolean {
  if (path === null) return false;
  // What lies above the notebook by a relative path is in the scratch copy too.
  return isRooted(path);
}

/** Tells whether the programs that a cell starts are shell commands that show something and change nothing. */
function onlyLooks(graph: DataflowGraph, step: Step): boolean {
  const cell = cellOf(graph, step);
  const commands = (cell?.python.magics ?? []).filter((magic) => magic.kind === 'shell');
  if (cell === undefined || commands.length === 0 || STARTS_PROGRAMS.test(cell.source)) return false;
  return commands.every((magic) => {
    const parts = magic.arguments.replace(/^!+/, '').split(/[|;&]+/);
    return (
      !/[>`$]/.test(magic.arguments) && parts.every((part) => LOOKING.has(part.trim().split(/\s/)[0] ?? ''))
    );
  });
}

/** A database in a file beside the notebook is copied with it; a server is not. */
function isLocalDatabase(graph: DataflowGraph): boolean {
  const text = graph.module.cells.map(({ cell }) => cell.python.text).join('\n');
  return LOCAL_DATABASE.test(text) && !SERVER.test(text);
}
