import { type Cell, editPython } from '../notebook/index.ts';
import type { TextEdit } from '../text/index.ts';
import { parseNotebook } from './parse-notebook.ts';
import type { Module, PythonParser } from './types.ts';

/**
 * Applies edits to the Python of cells, by cell key, and parses these again. No edit may add or take away a statement, so
 * that every statement keeps its id.
 *
 * @returns `null` where an edited cell has other statements than before: the edits were no good.
 */
export function editModule(
  module: Module,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  parser: PythonParser,
): Module | null {
  const edited = (cell: Cell): Cell => {
    const own = edits.get(cell.key) ?? [];
    return cell.kind === 'code' && own.length > 0 ? { ...cell, python: editPython(cell.python, own) } : cell;
  };
  const notebook = { ...module.notebook, cells: module.notebook.cells.map(edited) };
  const changed = { ...notebook, cells: notebook.cells.filter(({ key }) => edits.has(key)) };
  const again = new Map(parseNotebook(changed, parser).value.cells.map((each) => [each.cell.key, each]));
  const cells = module.cells.map((before) => {
    const after = again.get(before.cell.key);
    if (after === undefined) return before;
    if (after.broken.length > before.broken.length || after.statements.length !== before.statements.length)
      return null;
    const statements = after.statements.map((statement, at) => ({
      ...statement,
      id: before.statements[at]?.id ?? statement.id,
    }));
    return { ...after, statements };
  });
  const kept = cells.filter((cell) => cell !== null);
  return kept.length === cells.length ? { notebook, cells: kept } : null;
}
