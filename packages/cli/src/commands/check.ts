import {
  analyze,
  checkGraph,
  checkOrder,
  type Diagnostic,
  type Execution,
  outlineProject,
  type PlanOptions,
  type PlanOutline,
  planProject,
  printGraph,
  printModule,
  printNotebook,
  printPlan,
  readExecution,
  suggest,
  toJson,
  type Understood,
  whatItTouches,
  withLiftedFunctions,
  withoutControls,
} from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { notebooksAt } from '../notebooks-at.ts';
import { forShell, printDiagnostics, writeJson } from '../output.ts';
import { prepareSecretFinder } from '../secret-scanner.ts';
import { planSources } from '../sources.ts';
import { createReader, type Reader, type UnderstandFileOptions, understandFile } from '../understand-file.ts';

export interface CheckOptions {
  readonly order: 'top-to-bottom' | 'executed';
  readonly json?: boolean;
  readonly print?: string;
}

interface Checked {
  readonly path: string;
  readonly understood: Understood | null;
  readonly plan: PlanOutline | null;
  readonly execution: Execution | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The digest of the notebook is for projects: nothing that is printed here tells it. */
const PLANNING: PlanOptions = { sources: planSources, digest: () => '' };

const PHASES = ['notebook', 'syntax', 'dataflow', 'plan'];

/** `cellwright check PATH`: what a notebook computes and what stands in the way; reads only. */
export async function check(path: string, options: CheckOptions): Promise<number> {
  const files = notebooksAt(path);
  if (files.length === 0) {
    process.stderr.write(`error: there is no notebook in \`${path}\`.\n`);
    return EXIT.usage;
  }
  const reader = await createReader();
  const single = files.length === 1 && files[0] === path;
  const findSecrets = await prepareSecretFinder(files);
  const checked = files.map((file) => checkFile(reader, file, { order: options.order, findSecrets }));
  if (options.print) return printPhase(checked, options.print);
  if (options.json) writeJson(toDocument(checked));
  else if (single) for (const one of checked) printOne(one);
  else printTable(checked);
  // Among many, one that cannot be read is a finding; alone, it is not what was asked for.
  if (single && checked[0]?.understood === null) return EXIT.usage;
  return checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))
    ? EXIT.findings
    : EXIT.ok;
}

function checkFile(reader: Reader, path: string, options: UnderstandFileOptions): Checked {
  const { value, diagnostics } = understandFile(reader, path, { ...options, sharing: true });
  if (value === null) return { path, understood: null, plan: null, execution: null, diagnostics };
  const planned = outlineProject([withLiftedFunctions(value.graph, PLANNING, reader)], PLANNING);
  const execution = readExecution(value.graph.module);
  const found = [...checkGraph(value.graph), ...planned.diagnostics];
  if (execution !== null && !execution.isTopToBottom && options.order === 'top-to-bottom') {
    const { libraries } = reader;
    found.push(...checkOrder(value.graph, analyze(value.graph.module, { libraries, order: 'executed' })));
  }
  return {
    path,
    understood: value,
    plan: planned.value,
    execution,
    diagnostics: [...diagnostics, ...found],
  };
}

function printPhase(checked: readonly Checked[], phase: string): number {
  if (!PHASES.includes(phase)) {
    const near = suggest(phase, PHASES);
    process.stderr.write(
      `error: there is no phase \`${phase}\`${near ? `; did you mean ${near}?` : ''} (${PHASES.join(', ')}).\n`,
    );
    return EXIT.usage;
  }
  for (const { understood, plan, diagnostics } of checked) {
    process.stderr.write(printDiagnostics(diagnostics, understood ? [understood.notebook] : []));
    if (understood === null || plan === null) return EXIT.usage;
    if (phase === 'notebook') process.stdout.write(printNotebook(understood.notebook));
    if (phase === 'syntax') process.stdout.write(printModule(understood.graph.module));
    if (phase === 'dataflow') process.stdout.write(printGraph(understood.graph));
    if (phase === 'plan') process.stdout.write(printPlan(planProject([understood.graph], PLANNING).value));
  }
  return EXIT.ok;
}

function printOne({ path, understood, plan, execution, diagnostics }: Checked): void {
  if (understood !== null && plan !== null) process.stdout.write(describe(path, understood, plan, execution));
  process.stderr.write(printDiagnostics(diagnostics, understood ? [understood.notebook] : []));
  if (understood !== null) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    const folder = plan?.package ?? 'project';
    const hasStages = (plan?.stages.length ?? 0) > 0;
    process.stdout.write(
      `${count(errors, 'error')}, ${count(warnings, 'warning')}\n${hasStages ? `Next: cellwright build ${forShell(path)} -o ${folder} --dry-run\n` : ''}`,
    );
  }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function describe(
  path: string,
  { notebook, graph }: Understood,
  plan: PlanOutline,
  execution: Execution | null,
): string {
  const code = notebook.cells.filter(({ kind }) => kind === 'code').length;
  const lines = [
    `${path}   ${notebook.cells.length} cells · ${code} code${notebook.kernel ? ` · kernel ${notebook.kernel}` : ''}`,
    `Artifacts  ${plan.artifacts.map(({ name, reason }) => `${name} (${reason})`).join('\n           ') || 'none found'}`,
    `Stages     ${plan.stages.map(({ name }) => name).join(' → ') || 'none'}   (${plan.dropped} of ${plan.statements} statements stay in the notebook)`,
  ];
  if (plan.inputs.length > 0)
    lines.push(
      `Reads      ${plan.inputs.map(({ original, copy }) => `${original}${copy ? '' : whyNoCopy(original)}`).join(', ')}`,
    );
  if (plan.settings.length > 0) lines.push(`Settings   ${plan.settings.map(({ name }) => name).join(', ')}`);
  const session = execution === null ? [] : describeSession(execution);
  if (session.length > 0) lines.push(`Session    ${session.join('; ')}`);
  const outside = whatItTouches(graph).filter(({ external }) => external);
  if (outside.length > 0)
    lines.push(
      `Changes    ${outside.map(({ what, cells }) => `${what} (cell ${cells.join(', ')})`).join(', ')}`,
    );
  return `${lines
    .flatMap((line) => line.split('\n'))
    .map(withoutControls)
    .join('\n')}\n`;
}

/** What the saved counts and outputs tell, where it is more than one run from top to bottom. */
function describeSession({ order, isTopToBottom, lostRuns, neverRan, editedSince }: Execution): string[] {
  return [
    ...(isTopToBottom ? [] : [`cells ran last in the order ${ranges(order)}`]),
    ...(lostRuns === 0 ? [] : [`${count(lostRuns, 'run')} of cells that ran again or are gone`]),
    ...(neverRan.length === 0 || order.length === 0 ? [] : [`never run: ${cells(neverRan)}`]),
    ...(editedSince.length === 0 ? [] : [`edited since: ${cells(editedSince)}`]),
  ];
}

/** Cells in the order in which they ran; what ran as it stands is written from its first to its last cell. */
function ranges(order: readonly number[]): string {
  const places = [...order].sort((one, other) => one - other);
  const runs: { first: number; last: number }[] = [];
  for (const cell of order) {
    const run = runs.at(-1);
    if (run !== undefined && places[places.indexOf(run.last) + 1] === cell) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function cells(numbers: readonly number[]): string {
  return `cell${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

function whyNoCopy(path: string): string {
  return path.includes('://') ? ' (from the network)' : ' (not found here)';
}

/** One row a notebook, those with most in the way first. */
function printTable(checked: readonly Checked[]): void {
  const errors = ({ diagnostics }: Checked) =>
    diagnostics.filter(({ severity }) => severity === 'error').length;
  const weight = (row: Checked) => (row.understood === null ? Number.POSITIVE_INFINITY : errors(row));
  const rows = [...checked].sort((one, other) => {
    const [first, second] = [weight(one), weight(other)];
    return first === second ? (one.path < other.path ? -1 : 1) : second > first ? 1 : -1;
  });
  const width = Math.max(10, ...rows.map(({ path }) => path.length));
  for (const row of rows) {
    const first = row.diagnostics.find(({ severity }) => severity === 'error');
    const path = withoutControls(row.path).padEnd(width);
    const summary = row.plan
      ? `${row.plan.artifacts.length} artifacts, ${row.plan.stages.length} stages`
      : 'not readable';
    process.stdout.write(
      `${path}  ${String(errors(row)).padStart(3)} errors  ${summary.padEnd(24)}  ${withoutControls(first?.message ?? '')}\n`,
    );
  }
}

function toDocument(checked: readonly Checked[]): object {
  const diagnostics = checked.flatMap((one) => one.diagnostics);
  return {
    ok: !diagnostics.some(({ severity }) => severity === 'error'),
    summary: {
      notebooks: checked.length,
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
      warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    },
    diagnostics: toJson(diagnostics),
    notebooks: checked.map(({ path, plan, understood, execution }) => ({
      path,
      artifacts: plan?.artifacts.map(({ name, variable, reason }) => ({ name, variable, reason })) ?? [],
      stages: plan?.stages.map(({ name, cells }) => ({ name, cells })) ?? [],
      touches: understood === null ? [] : whatItTouches(understood.graph),
      execution,
    })),
  };
}
