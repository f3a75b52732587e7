import type { DataflowGraph, Step } from '../dataflow/index.ts';
import { isRooted } from '../text/index.ts';
import { calleesOf, importTable } from './callees.ts';

/** A graph whose file names are relative to the notebook's folder, and the steps that only changed the directory. */
export interface SettledGraph {
  readonly graph: DataflowGraph;
  /** Steps that say nothing once the names are settled. */
  readonly moves: ReadonlySet<number>;
  /** First step after which the directory is not known; the number of steps where it always is. */
  readonly lost: number;
}

/** Writes the working directory into the file names, so that no stage depends on it. */
export function settleDirectory(graph: DataflowGraph): SettledGraph {
  const imports = importTable(graph);
  const moves = new Set<number>();
  let directory = '';
  let lost = graph.steps.length;
  const steps = graph.steps.map((step): Step => {
    if (!step.resourceWrites.includes('working-directory')) return settled(step, directory);
    const { node } = step.statement;
    const moved =
      node.type === 'Expr' ? calleesOf(node, imports).find(({ path }) => path === 'os.chdir') : undefined;
    const [target] = moved?.call.args ?? [];
    if (target?.type === 'Constant' && target.value !== undefined) {
      directory = joined(directory, target.value);
      moves.add(step.index);
    } else lost = Math.min(lost, step.index);
    return step;
  });
  return { graph: moves.size > 0 ? { ...graph, steps } : graph, moves, lost };
}

function settled(step: Step, directory: string): Step {
  if (directory === '' || step.files.length === 0) return step;
  const files = step.files.map((use) =>
    use.path === null ? use : { ...use, path: joined(directory, use.path) },
  );
  return { ...step, files };
}

function joined(directory: string, path: string): string {
  if (directory === '' || isRooted(path)) return path;
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
