import type { Step } from '../dataflow/index.ts';
import { childNodes, type Node } from '../syntax/index.ts';
import { pythonString, type TextEdit } from '../text/index.ts';
import { findMentions } from './mentions.ts';
import type { Rewriting } from './rewrites.ts';

/** Changes of a statement's text that every place outside the notebook needs. */
export interface NameEdits {
  /** New names of module constants. */
  readonly constants: ReadonlyMap<string, string>;
  /** Names that stand for a variable of the environment. */
  readonly environment: ReadonlyMap<string, string>;
  readonly rewriting: Rewriting;
}

/** Renames constants, reads the environment where its names are used and says that the code is the main program. */
export function nameEdits(step: Step, { constants, environment }: NameEdits): readonly TextEdit[] {
  return findMentions(step.statement.node).flatMap(({ name, span }) => {
    const variable = environment.get(name);
    if (variable !== undefined) return [{ span, text: `os.environ[${pythonString(variable)}]` }];
    if (name === '__name__') return [{ span, text: '"__main__"' }];
    const renamed = constants.get(name);
    return renamed !== undefined && renamed !== name ? [{ span, text: renamed }] : [];
  });
}

/** Names declared global in functions of a stage, and the edits that make them names of the stage function. */
export interface GlobalEdits {
  readonly names: ReadonlySet<string>;
  readonly edits: readonly { readonly step: Step; readonly edit: TextEdit }[];
}

/** In a stage function, `global x` of an inner function becomes `nonlocal x`; at the top level it says nothing. */
export function globalEdits(steps: readonly Step[]): GlobalEdits {
  const names = new Set<string>();
  const edits: { step: Step; edit: TextEdit }[] = [];
  const visit = (step: Step, node: Node, inFunction: boolean): void => {
    if (node.type === 'Global') {
      const span = { start: node.start, end: node.end };
      edits.push({ step, edit: { span, text: inFunction ? `nonlocal ${node.names.join(', ')}` : 'pass' } });
      if (inFunction) for (const name of node.names) names.add(name);
      return;
    }
    const isFunction =
      node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'Lambda';
    for (const child of childNodes(node)) visit(step, child, inFunction || isFunction);
  };
  for (const step of steps) visit(step, step.statement.node, false);
  return { names, edits };
}
