import { childNodes, type Node } from '../syntax/index.ts';
import { applyEdits, pythonString, type TextEdit } from '../text/index.ts';

/** What the history variables of a script stand for. */
export interface History {
  /** Text of a cell by the number that IPython gave it. */
  readonly source: (number: number) => string | undefined;
}

/** Whether a text may name history that only IPython has. */
export function mayUseHistory(text: string): boolean {
  return /\b(Out|In|_i+\d*)\b/.test(text);
}

/** Writes a statement without history that only IPython has: `Out[3]` becomes `_3`, `In[3]` the text of the cell. */
export function withoutHistory(text: string, node: Node, base: number, history: History): string {
  if (!mayUseHistory(text)) return text;
  const edits: TextEdit[] = [];
  const visit = (at: Node): void => {
    const written = replacement(at, history);
    if (written === null) for (const child of childNodes(at)) visit(child);
    else edits.push({ span: { start: at.start - base, end: at.end - base }, text: written });
  };
  visit(node);
  return applyEdits(text, edits);
}

/** Whether a statement uses `Out` otherwise than by a number that is written out. */
export function usesOut(node: Node): boolean {
  if (node.type === 'Name') return node.id === 'Out';
  if (node.type === 'Subscript' && node.slice.type === 'Constant' && node.slice.kind === 'int') {
    return node.value.type !== 'Name' && usesOut(node.value);
  }
  return childNodes(node).some(usesOut);
}

function replacement(node: Node, history: History): string | null {
  if (node.type === 'Name') {
    const number = /^_i(\d+)$/.exec(node.id)?.[1];
    return number === undefined ? null : sourceText(Number(number), history);
  }
  if (node.type !== 'Subscript' || node.value.type !== 'Name') return null;
  if (node.slice.type !== 'Constant' || node.slice.kind !== 'int') return null;
  if (node.value.id === 'Out') return `_${node.slice.text}`;
  return node.value.id === 'In' ? sourceText(Number(node.slice.text), history) : null;
}

function sourceText(number: number, history: History): string | null {
  const source = history.source(number);
  return source === undefined ? null : pythonString(source);
}
