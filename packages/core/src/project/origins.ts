import type { StatementId } from '../syntax/index.ts';
import type { Origin } from './types.ts';

/** A part of a module before it is formatted. */
export interface Piece {
  readonly text: string;
  /** The statement that it comes from; `null` for what the compiler adds. */
  readonly statement: StatementId | null;
}

const MARKER = /^\s*# cellwright-origin (\d+)$/;

/**
 * Formats pieces as one module and finds again where each went.
 * The module is formatted a second time with a marker comment before each piece. Markers change no line of code, so
 * both results have the same lines apart from blank ones; if they had not, the module would be given without origins.
 */
export function formatPieces(
  pieces: readonly Piece[],
  format: (text: string) => string,
): { readonly text: string; readonly origin: readonly Origin[] } {
  const text = format(pieces.map((piece) => piece.text).join('\n'));
  if (pieces.every((piece) => piece.statement === null)) return { text, origin: [] };
  const marked = format(
    pieces
      .map((piece, index) => `${indentation(piece.text)}# cellwright-origin ${index}\n${piece.text}`)
      .join('\n'),
  );
  const owners = findOwners(marked.split('\n'));
  const lines = text.split('\n');
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  if (filled.length !== owners.length) return { text, origin: [] };
  const origin: Origin[] = [];
  filled.forEach((line, index) => {
    const statement = pieces[owners[index] ?? -1]?.statement;
    if (typeof statement !== 'string') return;
    const last = origin.at(-1);
    if (last?.statement === statement)
      origin[origin.length - 1] = { statement, lines: [last.lines[0], line] };
    else origin.push({ statement, lines: [line, line] });
  });
  return { text, origin };
}

function findOwners(lines: readonly string[]): readonly number[] {
  const owners: number[] = [];
  let owner = -1;
  for (const line of lines) {
    const marker = MARKER.exec(line);
    if (marker) owner = Number(marker[1]);
    else if (line.trim() !== '') owners.push(owner);
  }
  return owners;
}

function indentation(text: string): string {
  return /^(?:[ \t]*\n)*([ \t]*)/.exec(text)?.[1] ?? '';
}
