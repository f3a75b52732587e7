import type { Executor, Outcome } from '../execute.ts';
import { graphOf, sliceOf } from '../slice-program.ts';

/** What came of one program: how many variables were compared, how many slices were executed, and which are wrong. */
export interface Finding {
  /** The program itself raises, so that it says nothing. */
  readonly invalid: boolean;
  readonly variables: number;
  readonly keptSteps: number;
  readonly steps: number;
  readonly wrong: readonly WrongSlice[];
}

interface WrongSlice {
  readonly name: string;
  readonly script: string;
  readonly detail: string;
}

const INVALID: Finding = { invalid: true, variables: 0, keptSteps: 0, steps: 0, wrong: [] };

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
  const graph = await graphOf(statements);
  const slices = names.map((name) => ({ name, slice: sliceOf(graph, name) }));
  const scripts = new Map<string, string[]>();
  for (const { name, slice } of slices) {
    const script = slice?.script ?? '';
    scripts.set(script, [...(scripts.get(script) ?? []), name]);
  }
  const outcomes = await executor.execute([...scripts].map(([code, of]) => ({ code, names: of })));
  const wrong: WrongSlice[] = [];
  [...scripts].forEach(([script, of], at) => {
    for (const name of of) {
      const detail = difference(name, truth, outcomes[at]);
      if (detail !== null) wrong.push({ name, script, detail });
    }
  });
  const certain = wrong.length > 0 ? await repeatable(executor, whole, truth, wrong) : wrong;
  const keptSteps = slices.reduce((sum, { slice }) => sum + (slice?.keptSteps ?? 0), 0);
  return {
    invalid: false,
    variables: names.length,
    keptSteps,
    steps: graph.steps.length * names.length,
    wrong: certain,
  };
}

/** Leaves out what two plain runs of the program do not agree on. */
async function repeatable(
  executor: Executor,
  whole: string,
  truth: Outcome,
  wrong: readonly WrongSlice[],
): Promise<readonly WrongSlice[]> {
  const [again] = await executor.execute([{ code: whole, names: wrong.map(({ name }) => name) }]);
  return wrong.filter(({ name }) => again?.values[name] === truth.values[name]);
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
