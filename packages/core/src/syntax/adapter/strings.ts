import type { Constant, Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, fail, failedExpression } from './conversion.ts';
import { type FormattedPart, formattedParts, insideEnd, mergeParts } from './formatted-strings.ts';
import { type Decoded, decodeEscapes, invalidBytes } from './string-escapes.ts';
import { readStringPrefix } from './string-prefix.ts';

/** One literal between quotes. */
type Piece =
  | { readonly kind: 'bytes' }
  | { readonly kind: 'str'; readonly decoded: Decoded }
  | { readonly kind: 'formatted'; readonly parts: readonly FormattedPart[] }
  | { readonly kind: 'invalid' };

export function convertString(conversion: Conversion, node: ConcreteNode): Expr {
  return fromPieces(conversion, node, [node]);
}

/** Converts adjacent literals, which are one literal for Python. */
export function convertConcatenation(conversion: Conversion, node: ConcreteNode): Expr {
  return fromPieces(conversion, node, node.children);
}

function fromPieces(conversion: Conversion, whole: ConcreteNode, nodes: readonly ConcreteNode[]): Expr {
  const span = { start: whole.start, end: whole.end };
  const text = conversion.text.slice(whole.start, whole.end);
  const pieces = nodes.map((node) => ({ node, piece: readPiece(conversion, node) }));
  const byteCount = pieces.filter(({ piece }) => piece.kind === 'bytes').length;
  if (byteCount === pieces.length) return { type: 'Constant', kind: 'bytes', text, ...span };
  if (byteCount > 0) return failedExpression(conversion, whole, 'cannot mix bytes and other literals');
  if (!pieces.some(({ piece }) => piece.kind === 'formatted')) {
    const value = joined(
      pieces.map(({ piece }) => (piece.kind === 'str' ? piece.decoded : { kind: 'unknown' })),
    );
    const constant: Constant = { type: 'Constant', kind: 'str', text, ...span };
    return value === null ? constant : { ...constant, value };
  }
  const parts = pieces.flatMap(({ node, piece }): readonly FormattedPart[] => {
    if (piece.kind === 'formatted') return piece.parts;
    if (piece.kind !== 'str') return [];
    return [{ kind: 'text', start: node.start, end: node.end, value: joined([piece.decoded]) }];
  });
  return { type: 'JoinedStr', values: mergeParts(conversion, parts), ...span };
}

function readPiece(conversion: Conversion, node: ConcreteNode): Piece {
  const opening = child(node, 0);
  const prefix = readStringPrefix(conversion.text.slice(opening.start, opening.end));
  if (!prefix) {
    const isBackticks = conversion.text.charAt(opening.end - 1) === '`';
    const message = isBackticks
      ? 'backticks are Python 2; Python 3 writes `repr(…)`'
      : 'Python 3 knows no such string prefix';
    fail(conversion, opening, message, 'S002');
    return { kind: 'invalid' };
  }
  if (prefix.isTemplate) fail(conversion, opening, 'template strings are not supported');
  if (prefix.isFormatted) return { kind: 'formatted', parts: formattedParts(conversion, node, prefix.isRaw) };
  const inside = conversion.text.slice(opening.end, insideEnd(conversion, node));
  if (prefix.isBytes) {
    const message = invalidBytes(inside, prefix.isRaw);
    if (message !== null) fail(conversion, node, message);
    return { kind: 'bytes' };
  }
  const decoded: Decoded = prefix.isRaw
    ? { kind: 'text', text: inside.replace(/\r\n?/g, '\n') }
    : decodeEscapes(inside);
  if (decoded.kind === 'invalid') fail(conversion, node, decoded.message);
  return { kind: 'str', decoded };
}

function joined(pieces: readonly Decoded[]): string | null {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text') return null;
    text += piece.text;
  }
  return text;
}
