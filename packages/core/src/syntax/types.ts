import type { Diagnostic } from '../diagnostics/index.ts';
import type { CodeCell, Notebook } from '../notebook/index.ts';
import type { Stmt } from './ast.ts';

/** Cell key and ordinal path, nested statements included: `c09:3`, `c09:3.0`. */
export type StatementId = string;

/** A notebook's code cells as syntax trees. */
export interface Module {
  readonly notebook: Notebook;
  readonly cells: readonly ParsedCell[];
}

export interface ParsedCell {
  readonly cell: CodeCell;
  /** Top-level statements that are valid Python, in order; spans are in `cell.python.text`. */
  readonly statements: readonly TopStatement[];
  /** Statements that are no Python: named by a diagnostic each, without meaning for later phases. */
  readonly broken: readonly { readonly start: number; readonly end: number }[];
}

export interface TopStatement {
  readonly id: StatementId;
  readonly node: Stmt;
  /**
   * With the comment lines directly above and the comment behind; equals the node's span (decorators included) where
   * there are none. In `cell.python.text`.
   */
  readonly outer: { readonly start: number; readonly end: number };
}

/** What the surface hands to `parseNotebook`; loads its wasm before the phase begins. */
export interface PythonParser {
  parse(text: string): ConcreteTree;
}

/** A parsed text; `delete` frees the memory of the wasm heap. */
export interface ConcreteTree {
  readonly rootNode: import('web-tree-sitter').Node;
  walk(): ConcreteCursor;
  delete(): void;
}

/** Walks over a tree, from its root. */
export type ConcreteCursor = Pick<
  import('web-tree-sitter').TreeCursor,
  'nodeType' | 'startIndex' | 'endIndex' | 'gotoFirstChild' | 'gotoNextSibling' | 'gotoParent' | 'delete'
>;

export interface ParseResult {
  readonly value: Module;
  readonly diagnostics: readonly Diagnostic[];
}
