import type { ClassDef, Expr, Node } from '../syntax/index.ts';
import { nodesOf } from './tree.ts';

/**
 * Whether a class may keep state that its instances share: a container in its body, or a method that sets an attribute of
 * the class. Only then can a call on an instance change the class.
 */
export function sharesState(definition: ClassDef): boolean {
  const inBody = definition.body.some((statement) => {
    if (statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef') return false;
    if (statement.type === 'Pass' || statement.type === 'Expr') return false;
    if (statement.type === 'Assign') return !isImmutable(statement.value);
    if (statement.type === 'AnnAssign') return statement.value !== null && !isImmutable(statement.value);
    return true;
  });
  const nodes = [...nodesOf(definition)];
  const harmless = new Set(nodes.flatMap(readsName));
  return inBody || nodes.some((node) => !harmless.has(node) && reachesClass(node, definition.name));
}

/** The parts of `type(self).__name__` and `self.__class__.__name__`, which only read. */
function readsName(node: Node): readonly Node[] {
  if (node.type !== 'Attribute' || !/^__(name|qualname|module|doc)__$/.test(node.attr)) return [];
  const { value } = node;
  return value.type === 'Call' ? [value.func] : [value];
}

function isImmutable(value: Expr): boolean {
  switch (value.type) {
    case 'Constant':
    case 'Lambda':
      return true;
    case 'Tuple':
      return value.elts.every(isImmutable);
    case 'UnaryOp':
      return isImmutable(value.operand);
    case 'BinOp':
      return isImmutable(value.left) && isImmutable(value.right);
    case 'Call': // of a dataclass: each instance gets its own
      return value.func.type === 'Name' && value.func.id === 'field';
    default:
      return false;
  }
}

/** Whether code inside a class can get hold of the class itself in order to change it. */
function reachesClass(node: Node, name: string): boolean {
  if (node.type === 'Name') return /^(setattr|type|vars|classmethod|cls|__class__)$/.test(node.id);
  if (node.type === 'Attribute' && (node.attr === '__class__' || node.attr === '__dict__')) return true;
  return assignedTargets(node).some((target) =>
    [...nodesOf(target)].some((part) => part.type === 'Name' && part.id === name),
  );
}

/** Whether a statement sets an attribute of whatever class an object has: `type(x).count += 1`. */
export function setsOnClass(statement: Node): boolean {
  return [...nodesOf(statement)].flatMap(assignedTargets).some((target) => {
    if (target.type !== 'Attribute') return false;
    const { value } = target;
    return value.type === 'Call' || (value.type === 'Attribute' && value.attr === '__class__');
  });
}

function assignedTargets(node: Node): readonly Expr[] {
  if (node.type === 'Assign') return node.targets;
  return node.type === 'AugAssign' || node.type === 'AnnAssign' ? [node.target] : [];
}
