import type { Step } from '../dataflow/index.ts';
import { findMentions } from './mentions.ts';
import { bindingNames, nodesOf } from './tree.ts';

/** Every name that stands in the text of some steps, in whatever scope. */
export function namesInText(steps: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of steps) {
    nodesOf(step.statement.node).forEach((node) => {
      if (node.type === 'Name') names.add(node.id);
      else if (node.type === 'arg') names.add(node.arg);
      else if (node.type === 'FunctionDef' || node.type === 'ClassDef' || node.type === 'AsyncFunctionDef')
        names.add(node.name);
      else if (node.type === 'ExceptHandler' && node.name) names.add(node.name);
      else if (node.type === 'alias') names.add(node.asname ?? node.name.split('.')[0] ?? node.name);
      else if ((node.type === 'MatchAs' || node.type === 'MatchStar') && node.name) names.add(node.name);
    });
  }
  return names;
}

/** Names that steps bind as locals once they stand in a function. */
export function boundInText(steps: readonly Step[]): ReadonlySet<string> {
  return bindingNames(steps.map((step) => step.statement.node));
}

/** Names that steps mention in the notebook's namespace, and the first step of each. */
export function firstMentions(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const first = new Map<string, Step>();
  for (const step of steps) {
    for (const { name } of findMentions(step.statement.node)) if (!first.has(name)) first.set(name, step);
  }
  return first;
}
