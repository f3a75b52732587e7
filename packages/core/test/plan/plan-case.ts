import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { withLiftedFunctions } from '../../src/compile.ts';
import { analyze, type DataflowGraph } from '../../src/dataflow/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import {
  outlineProject,
  type Plan,
  type PlanOptions,
  type PlanOutline,
  planProject,
} from '../../src/plan/index.ts';
import { parseNotebook } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { notebookOf } from './notebook-text.ts';

/** A notebook with the files beside it. */
export interface PlanCase {
  readonly name: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly artifacts?: readonly string[];
  /** The notebook is meant to fail half-way. */
  readonly mayFail?: boolean;
}

export interface PlannedCase {
  /** Of the notebook as it is written. */
  readonly graph: DataflowGraph;
  readonly plan: Plan;
  /** What is said of the project without writing its code. */
  readonly outline: { readonly value: PlanOutline; readonly diagnostics: readonly Diagnostic[] };
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A path as a notebook in `work/` names it. */
function asNamed(path: string): string {
  return path.startsWith('work/') ? path.slice(5) : `../${path}`;
}

/** Plans a case. */
export async function planCase(one: PlanCase, more: Partial<PlanOptions> = {}): Promise<PlannedCase> {
  const parser = await loadPythonParser();
  const module = parseNotebook(notebookOf(one.text), parser).value;
  const written = analyze(module, {
    libraries,
    sharing: true,
  });
  const options: PlanOptions = {
    ...(one.artifacts ? { artifacts: one.artifacts } : {}),
    sources: {
      text: (path) => one.files?.[asNamed(path)],
      stat: (path) => {
        const text = one.files?.[asNamed(path)];
        return text === undefined ? null : { size: text.length };
      },
      list: () => [],
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    ...more,
  };
  const graph = withLiftedFunctions(written, options, { parser, libraries });
  const { value: plan, diagnostics } = planProject([graph], options);
  const outline = outlineProject([graph], options);
  return { graph: written, plan, outline, codes: diagnostics.map((each) => each.code), diagnostics };
}

const libraries = createLibraryIndex(allLibraries);

const driver = fileURLToPath(new URL('./run_plan.py', import.meta.url));

/** Runs notebooks and plans in Python; gives what differs, per case. */
export function runPlans(cases: readonly (PlanCase & PlannedCase)[]): readonly (readonly string[])[] {
  const input = cases.map(({ plan, graph, files, mayFail }) => ({
    plan,
    files: files ?? {},
    mayFail: mayFail ?? false,
    statements: graph.module.cells.flatMap(({ cell, statements }) =>
      statements.map(({ id, node, outer }, at) => ({
        id,
        text: cell.python.text.slice(outer.start, outer.end),
        shows: node.type === 'Expr' && at === statements.length - 1,
      })),
    ),
  }));
  const output = execFileSync(pythonPath(), [driver], { input: JSON.stringify(input), maxBuffer: 1 << 28 });
  return JSON.parse(output.toString());
}

let python: string | undefined;

function pythonPath(): string {
  const script = fileURLToPath(new URL('../../../../scripts/python-env.js', import.meta.url));
  python ??= execFileSync(process.execPath, [script]).toString().trim();
  return python;
}
