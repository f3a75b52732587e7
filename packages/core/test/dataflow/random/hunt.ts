import type { Executor, Outcome } from '../execute.ts';
import { graphOf, sliceOf } from '../slice-program.ts';

/** What came of one program: how many variables were compared, how many slices were executed, and which are wrong. */
export interface Finding {
  /** The program itself raises, so that it says nothing. */
  readonly invalid: boolean;
  readonly variables: number;
  readonly keptSteps: number;
  readonly steps: number;
  /** CPU time of the analysis, in milliseconds. */
  readonly milliseconds: number;
  readonly wrong: readonly WrongSlice[];
}

interface WrongSlice {
  readonly name: string;
  readonly script: string;
  readonly detail: string;
}

const INVALID: Finding = {
  invalid: true,
  variables: 0,
  keptSteps: 0,
  steps: 0,
  milliseconds: 0,
  wrong: [],
};

/** Executes a program whole and as the slice of every variable (or of `only` one), and compares the values. */
export async function examine(
  executor: Executor,
  statements: readonly string[],
  only?: string,
): Promise<Finding> {
  const whole = `${statements.join('\n')}\n`;
  const wanted = only === undefined ? null : [only];
  const [truth] = await executor.execute([{ code: whole, names: wanted }]);
  if (!truth || truth.error !== null) return INVALID;
  const names = Object.keys(truth.values);
  const slices = await slicesOf(statements, names);
  if (slices.failure !== null) {
    const wrong = names.slice(0, 1).map((name) => ({ name, script: '', detail: slices.failure ?? '' }));
    return { ...INVALID, invalid: false, variables: names.length, wrong };
  }
  const scripts = new Map<string, string[]>();
  for (const { name, script } of slices.found) scripts.set(script, [...(scripts.get(script) ?? []), name]);
  const outcomes = await executor.execute([...scripts].map(([code, of]) => ({ code, names: of })));
  const wrong: WrongSlice[] = [];
  [...scripts].forEach(([script, of], at) => {
    for (const name of of) {
      const detail = difference(name, truth, outcomes[at]);
      if (detail !== null) wrong.push({ name, script, detail });
    }
  });
  return {
    invalid: false,
    variables: names.length,
    keptSteps: slices.found.reduce((sum, { keptSteps }) => sum + keptSteps, 0),
    steps: slices.steps * names.length,
    milliseconds: slices.milliseconds,
    wrong: wrong.length > 0 ? await confirmed(executor, whole, wrong) : wrong,
  };
}

interface Slices {
  readonly found: readonly { readonly name: string; readonly script: string; readonly keptSteps: number }[];
  readonly steps: number;
  readonly milliseconds: number;
  /** What the analysis threw. */
  readonly failure: string | null;
}

async function slicesOf(statements: readonly string[], names: readonly string[]): Promise<Slices> {
  const started = process.cpuUsage();
  try {
    const graph = await graphOf(statements);
    const found = names.map((name) => ({ name, ...(sliceOf(graph, name) ?? { script: '', keptSteps: 0 }) }));
    const { user, system } = process.cpuUsage(started);
    return { found, steps: graph.steps.length, milliseconds: (user + system) / 1000, failure: null };
  } catch (error) {
    return { found: [], steps: 0, milliseconds: 0, failure: `the analysis throws: ${error}` };
  }
}

/**
 * Executes program and slices again, each in a process of its own and for one name: leaves out what is no difference there.
 * Describing an object may run its methods, which change what is described next.
 */
async function confirmed(
  executor: Executor,
  whole: string,
  wrong: readonly WrongSlice[],
): Promise<readonly WrongSlice[]> {
  const found: WrongSlice[] = [];
  for (const { name, script } of wrong) {
    const alone = (code: string) => ({ code, names: [name], fresh: true });
    const [truth, again, sliced] = await executor.execute([alone(whole), alone(whole), alone(script)]);
    if (!truth || truth.error !== null || again?.values[name] !== truth.values[name]) continue;
    const detail = difference(name, truth, sliced);
    if (detail !== null) found.push({ name, script, detail });
  }
  return found;
}

function difference(name: string, truth: Outcome, outcome: Outcome | undefined): string | null {
  if (outcome === undefined || outcome.error !== null) return outcome?.error ?? 'no answer';
  const got = outcome.values[name];
  if (got === truth.values[name]) return null;
  return `${got ?? 'not bound'} instead of ${truth.values[name]}`;
}

/** Makes a program with a wrong slice smaller as long as the slice stays wrong: statements go, then lines. */
export async function shrink(
  executor: Executor,
  statements: readonly string[],
  name: string,
): Promise<readonly string[]> {
  const isWrong = async (cells: readonly string[]): Promise<boolean> =>
    (await examine(executor, cells, name)).wrong.length > 0;
  const fewer = await dropParts(statements, isWrong);
  const lines = fewer.join('\n').split('\n');
  return (await isWrong([lines.join('\n')])) ? dropParts(lines, (kept) => isWrong([kept.join('\n')])) : fewer;
}

async function dropParts(
  parts: readonly string[],
  isWrong: (parts: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let smallest = parts;
  for (let size = Math.max(1, Math.floor(parts.length / 2)); size >= 1; size = Math.floor(size / 2)) {
    for (let at = smallest.length - size; at >= 0; at -= size) {
      const fewer = [...smallest.slice(0, at), ...smallest.slice(at + size)];
      if (await isWrong(fewer)) smallest = fewer;
    }
  }
  return smallest;
}
