import type { ConcreteCursor } from '@cellwright/core';
import type { Tree } from 'web-tree-sitter';

type OfTree = (tree: number) => number;

/** What emscripten exports of tree-sitter for a cursor; where the cursor stands is kept in tree-sitter's own buffer. */
const EXPORTS = {
  root: '_ts_tree_root_node_wasm',
  open: '_ts_tree_cursor_new_wasm',
  close: '_ts_tree_cursor_delete_wasm',
  typeId: '_ts_tree_cursor_current_node_type_id_wasm',
  start: '_ts_tree_cursor_start_index_wasm',
  end: '_ts_tree_cursor_end_index_wasm',
  firstChild: '_ts_tree_cursor_goto_first_child_wasm',
  nextSibling: '_ts_tree_cursor_goto_next_sibling_wasm',
  parent: '_ts_tree_cursor_goto_parent_wasm',
} as const;

type CursorExports = Readonly<Record<keyof typeof EXPORTS, OfTree>>;

/** Gives what reads a tree with one call into WebAssembly a step; `null` where the runtime is another than expected. */
export function findCursorExports(runtime: object): CursorExports | null {
  const found: Record<string, unknown> = {};
  for (const [name, exported] of Object.entries(EXPORTS)) found[name] = Reflect.get(runtime, exported);
  return isComplete(found) ? found : null;
}

function isComplete(found: Record<string, unknown>): found is CursorExports {
  return Object.values(found).every((value) => typeof value === 'function');
}

/**
 * A cursor at the root of a tree. tree-sitter's own copies where it stands to the wasm heap before each question and back after
 * each step, two dozen accesses a node. Nothing else of tree-sitter may be used until it is deleted.
 */
export function openCursor(calls: CursorExports, tree: Tree): ConcreteCursor {
  const address: unknown = Reflect.get(tree, 0);
  if (typeof address !== 'number') return tree.walk();
  const { types } = tree.language;
  calls.root(address);
  calls.open(address);
  return {
    get nodeType() {
      return types[calls.typeId(address)] ?? 'ERROR';
    },
    get startIndex() {
      return calls.start(address);
    },
    get endIndex() {
      return calls.end(address);
    },
    gotoFirstChild: () => calls.firstChild(address) === 1,
    gotoNextSibling: () => calls.nextSibling(address) === 1,
    gotoParent: () => calls.parent(address) === 1,
    delete: () => {
      calls.close(address);
    },
  };
}
