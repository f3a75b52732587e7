import type { ThinCell } from '../plan/index.ts';
import { escapeInvisible } from './invisible.ts';

/** Gives a notebook as nbformat 4.5 has it, without outputs: the same cells give the same bytes. */
export function printNotebook(cells: readonly ThinCell[]): string {
  const used = new Set<string>();
  const document = {
    cells: cells.map(({ kind, key, text }) => {
      const id = cellId(key, used);
      const source = text.split(/(?<=\n)/);
      const base = { cell_type: kind, id, metadata: {} };
      return kind === 'markdown' ? { ...base, source } : { ...orderly(base), source };
    }),
    metadata: {
      kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${escapeInvisible(JSON.stringify(document, null, 1))}\n`;
}

/** A code cell has its keys in the order in which Jupyter writes them. */
function orderly({ cell_type, id, metadata }: { cell_type: string; id: string; metadata: object }): object {
  return { cell_type, execution_count: null, id, metadata, outputs: [] };
}

/** An id as nbformat allows it, unique in the notebook. */
function cellId(key: string, used: Set<string>): string {
  const plain = key.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 60) || 'cell';
  let id = plain;
  for (let count = 2; used.has(id); count++) id = `${plain}-${count}`;
  used.add(id);
  return id;
}
