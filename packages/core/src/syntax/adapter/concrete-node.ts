import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/index.ts';
import type { ConcreteTree } from '../types.ts';

/** A node of tree-sitter's concrete tree, copied out of the wasm heap, without comments and line continuations. */
export interface ConcreteNode {
  /** Name of the grammar rule, or the token itself: `call`, `(`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly ConcreteNode[];
}

/** A concrete tree with what the walk has met on the way. */
export interface ConcreteText {
  readonly root: ConcreteNode;
  readonly comments: readonly Span[];
  /** Where the parser has left something out or made something up; `null` where the text is grammatical. */
  readonly errorOffset: number | null;
}

// All later walks recurse; what is nested deeper than this is refused instead of overflowing the stack.
const DEEPEST = 1000;

const LEAF: readonly ConcreteNode[] = [];

/** Copies a concrete tree in one walk of the cursor; `base` is added to every offset. */
export function readConcreteTree(tree: ConcreteTree, base: number): ConcreteText {
  const cursor = tree.walk();
  const comments: Span[] = [];
  // Children wait here for their siblings, so that each list of them is made once, in its size.
  const waiting: ConcreteNode[] = [];
  let count = 0;
  let tooDeep: number | null = null;

  const read = (depth: number): ConcreteNode => {
    const type = cursor.nodeType;
    const start = cursor.startIndex + base;
    const end = cursor.endIndex + base;
    const first = count;
    if (depth > DEEPEST) tooDeep ??= start;
    else if (cursor.gotoFirstChild()) {
      do {
        const child = read(depth + 1);
        if (child.type === 'comment') comments.push({ start: child.start, end: child.end });
        else if (child.type !== 'line_continuation') waiting[count++] = child;
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    const children = count > first ? waiting.slice(first, count) : LEAF;
    count = first;
    return { type, start, end, children };
  };

  const root = read(0);
  cursor.delete();
  const { rootNode } = tree;
  const error = rootNode.hasError ? firstError(rootNode) + base : null;
  return { root, comments, errorOffset: error ?? tooDeep };
}

/** Follows the error flag down the tree: the tokens that the parser makes up are often hidden. */
function firstError(root: Node): number {
  for (let node = root; ; ) {
    if (node.type === 'ERROR' || node.isMissing) return node.startIndex;
    const inner = node.children.find((each) => each.hasError);
    if (!inner) return node.endIndex;
    node = inner;
  }
}

/** The end of the last token that has a width: CPython ends a compound statement there. */
export function lastTokenEnd(node: ConcreteNode): number {
  for (let index = node.children.length - 1; index >= 0; index--) {
    const child = node.children[index];
    if (child && child.end > child.start) return lastTokenEnd(child);
  }
  return node.end;
}
