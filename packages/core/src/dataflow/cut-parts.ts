import type { Stmt } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';

/** A stretch of text and what takes its place. */
interface Cut extends Span {
  readonly by: string;
}

/** A statement's text without some of the statements inside its loops and branches; `strings` are spans in that text. */
export function cutParts(
  text: string,
  node: Stmt,
  base: number,
  left: ReadonlySet<Stmt>,
  strings: readonly Span[],
): { readonly text: string; readonly strings: readonly Span[] } {
  const cuts: Cut[] = [];
  addCuts(text, node, base, left, cuts);
  if (cuts.length === 0) return { text, strings };
  cuts.sort((one, other) => one.start - other.start);
  let result = '';
  let at = 0;
  for (const { start, end, by } of cuts) {
    result += text.slice(at, start) + by;
    at = end;
  }
  const moved = (offset: number): number =>
    cuts.reduce((sum, { start, end, by }) => (end <= offset ? sum + by.length - (end - start) : sum), offset);
  const kept = strings.filter(({ start, end }) => cuts.every((cut) => end <= cut.start || start >= cut.end));
  return {
    text: result + text.slice(at),
    strings: kept.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  };
}

function addCuts(text: string, node: Stmt, base: number, left: ReadonlySet<Stmt>, cuts: Cut[]): void {
  if (node.type !== 'If' && node.type !== 'For' && node.type !== 'While') return;
  const start = (statement: Stmt): number => startOf(text, statement, base);
  const cutBlock = (block: readonly Stmt[], ifEmpty: Cut): void => {
    const kept = block.filter((statement) => !left.has(statement));
    if (kept.length === 0) {
      cuts.push(ifEmpty);
      return;
    }
    block.forEach((statement, at) => {
      if (!left.has(statement)) addCuts(text, statement, base, left, cuts);
      else if (block.slice(at).every((later) => left.has(later))) {
        // The tail of the block goes at once, with its first statement.
        const before = block[at - 1];
        if (before && !left.has(before))
          cuts.push({ start: before.end - base, end: (block.at(-1)?.end ?? 0) - base, by: '' });
      } else {
        const next = block[at + 1];
        if (next) cuts.push({ start: start(statement), end: start(next), by: '' });
      }
    });
  };
  const [first] = node.body;
  const last = node.body.at(-1);
  if (first === undefined || last === undefined) return;
  const bodyEnd = last.end - base;
  cutBlock(node.body, { start: start(first), end: bodyEnd, by: 'pass' });
  const end = (node.orelse.at(-1)?.end ?? 0) - base;
  if (node.orelse.length > 0) cutBlock(node.orelse, { start: bodyEnd, end, by: '' });
}

/** Where a statement begins, decorators included. */
function startOf(text: string, statement: Stmt, base: number): number {
  const [decorator] = 'decorator_list' in statement ? statement.decorator_list : [];
  if (decorator === undefined) return statement.start - base;
  return text.lastIndexOf('@', decorator.start - base);
}
