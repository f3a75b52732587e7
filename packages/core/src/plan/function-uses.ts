import type { Step } from '../dataflow/index.ts';
import type { Call, Expr, FunctionDef, Node } from '../syntax/index.ts';
import { findMentions, type Mention, quotedNames } from './mentions.ts';
import { nodesOf } from './tree.ts';

/** A place where a function of the notebook is used: called there, or handed to something that calls it with one argument. */
export interface FunctionUse {
  readonly step: Step;
  readonly mention: Mention;
  readonly call: Call | null;
}

/** Finds every use of a function outside its own head; `null` when one of them is neither a plain call nor handed on so. */
export function findUses(steps: readonly Step[], definition: FunctionDef): readonly FunctionUse[] | null {
  const { name } = definition;
  const uses: FunctionUse[] = [];
  for (const step of steps) {
    const { node } = step.statement;
    if (quotedNames(node).has(name)) return null;
    for (const mention of findMentions(node)) {
      if (mention.name !== name || mention.span.start === definition.nameSpan.start) continue;
      const use = useAt(node, mention, definition);
      if (use === null) return null;
      uses.push({ step, mention, call: use === 'handed' ? null : use });
    }
  }
  return uses;
}

function useAt(statement: Node, mention: Mention, definition: FunctionDef): Call | 'handed' | null {
  const isHere = (node: Expr | undefined) =>
    node?.type === 'Name' && node.start === mention.span.start && node.end === mention.span.end;
  for (const node of nodesOf(statement)) {
    if (node.type !== 'Call') continue;
    if (isHere(node.func)) return isPlain(node) ? node : null;
    if (isHere(node.args[0]) && callsOnce(node) && takesOne(definition)) return 'handed';
    const key = node.keywords.find(({ arg, value }) => arg === 'key' && isHere(value));
    if (key && isSorting(node) && takesOne(definition)) return 'handed';
  }
  return null;
}

/** A call whose arguments are written out, so that one more can follow them. */
function isPlain({ args, keywords }: Call): boolean {
  const [only] = args;
  const isBareGenerator = args.length === 1 && keywords.length === 0 && only?.type === 'GeneratorExp';
  return !isBareGenerator && keywords.every(({ arg }) => arg !== null);
}

/** Calls that give each element to the function and never look at the function itself. */
function callsOnce({ func, args, keywords }: Call): boolean {
  if (func.type === 'Name') return func.id === 'map' && args.length === 2 && keywords.length === 0;
  const isMapping = func.type === 'Attribute' && /^(map|apply|applymap|transform)$/.test(func.attr);
  return isMapping && args.length === 1 && keywords.every(({ arg }) => arg === 'axis' || arg === 'na_action');
}

function isSorting({ func }: Call): boolean {
  return func.type === 'Name'
    ? /^(sorted|min|max)$/.test(func.id)
    : func.type === 'Attribute' && func.attr === 'sort';
}

/** Whether a function can be called with one positional argument and takes it by a name. */
function takesOne({ args }: FunctionDef): boolean {
  const positional = [...args.posonlyargs, ...args.args];
  return positional.length > 0 && positional.length - args.defaults.length <= 1;
}
