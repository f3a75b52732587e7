import type { Span } from '../text/index.ts';
import { type ConcreteText, readConcreteTree } from './adapter/concrete-node.ts';
import type { Conversion, Problem } from './adapter/conversion.ts';
import { statement } from './adapter/statements.ts';
import type { Stmt } from './ast.ts';
import { checkLayout } from './checks/layout.ts';
import { checkLineBreaks } from './checks/line-breaks.ts';
import { checkSemantics } from './checks/semantics.ts';
import { checkTokens } from './checks/tokens.ts';
import { describeError } from './recovery/describe-error.ts';
import { splitStatements } from './recovery/split-statements.ts';
import type { PythonParser } from './types.ts';

/** Python text as a tree, as far as it is Python. */
export interface ParsedPython {
  /** Valid statements in order. */
  readonly body: readonly Stmt[];
  /** The same statements, each with the comments that belong to it. */
  readonly topLevel: readonly { readonly node: Stmt; readonly outer: Span }[];
  /** Stretches that are no Python, ordered by position. */
  readonly broken: readonly BrokenText[];
}

export interface BrokenText extends Span {
  readonly code: Problem['code'];
  readonly message: string;
  /** Where the problem lies, inside the stretch. */
  readonly offset: number;
}

/** What a stretch of text has given. */
interface Parsed {
  readonly statements: readonly { readonly node: Stmt; readonly span: Span }[];
  readonly broken: readonly BrokenText[];
  readonly comments: readonly Span[];
}

/**
 * Parses Python text; offsets count UTF-16 units of `text`. A statement that is no Python is left out and described,
 * the others are kept. What CPython would refuse to compile counts as no Python, except that `await` may stand at top
 * level, as in notebooks.
 */
export function parsePython(parser: PythonParser, text: string): ParsedPython {
  const whole = parseStretch(parser, text, { start: 0, end: text.length });
  const { statements, broken, comments } = typeof whole === 'number' ? parsePieces(parser, text) : whole;
  const checked = checkSemantics(statements.map((each) => each.node));
  const kept = statements.filter(({ node }) => !checked.has(node));
  const refused = statements.flatMap(({ node, span }) => {
    const problem = checked.get(node);
    return problem ? [toBroken(problem, span)] : [];
  });
  return {
    body: kept.map((each) => each.node),
    topLevel: kept.map(({ node, span }) => ({ node, outer: withComments(text, span, comments) })),
    broken: [...broken, ...refused].sort((one, other) => one.start - other.start),
  };
}

/** Parses a stretch that is expected to be Python as a whole; gives the offset at which the grammar stops to accept it. */
function parseStretch(parser: PythonParser, text: string, stretch: Span): Parsed | number {
  const isAll = stretch.start === 0 && stretch.end === text.length;
  const tree = parser.parse(isAll ? text : text.slice(stretch.start, stretch.end));
  const concrete = readConcreteTree(tree, stretch.start);
  tree.delete();
  return concrete.errorOffset ?? convertStatements(text, concrete);
}

function convertStatements(text: string, concrete: ConcreteText): Parsed {
  const statements: { node: Stmt; span: Span }[] = [];
  const broken: BrokenText[] = [];
  const strayTokens = checkTokens(text, concrete);
  for (const each of concrete.root.children) {
    if (each.type === ';') continue;
    const problems: Problem[] = strayTokens.filter(
      (problem) => problem.start >= each.start && problem.start < each.end,
    );
    const conversion: Conversion = { text, problems };
    const node = statement(conversion, each);
    checkLayout(conversion, each);
    checkLineBreaks(conversion, each);
    const [problem] = problems;
    const span = { start: each.start, end: node?.end ?? each.end };
    if (problem) broken.push(toBroken(problem, span));
    else if (node) statements.push({ node, span });
  }
  return { statements, broken, comments: concrete.comments };
}

/** Parses a broken text piece by piece, so that each broken statement spoils only itself. */
function parsePieces(parser: PythonParser, text: string): Parsed {
  const statements: { node: Stmt; span: Span }[] = [];
  const broken: BrokenText[] = [];
  const comments: Span[] = [];
  const add = (parsed: Parsed) => {
    statements.push(...parsed.statements);
    broken.push(...parsed.broken);
    comments.push(...parsed.comments);
  };
  for (const piece of splitStatements(text, { start: 0, end: text.length }, 'within-brackets')) {
    const parsed = parseStretch(parser, text, piece);
    if (typeof parsed !== 'number') {
      add(parsed);
      continue;
    }
    const [first, ...rest] = splitStatements(text, piece, 'at-statements');
    broken.push(describeError(text, first ?? piece, parsed));
    for (const part of rest) {
      const again = parseStretch(parser, text, part);
      if (typeof again === 'number') broken.push(describeError(text, part, again));
      else add(again);
    }
  }
  return { statements, broken, comments };
}

function toBroken(problem: Problem, span: Span): BrokenText {
  return { ...span, code: problem.code, message: problem.message, offset: problem.start };
}

/** Widens a statement by the comment lines directly above it and the comment behind it. */
function withComments(text: string, span: Span, comments: readonly Span[]): Span {
  let { start, end } = span;
  for (let index = lastBefore(comments, start); index >= 0; index--) {
    const comment = comments[index];
    if (!comment || !/^\r?\n?$/.test(text.slice(comment.end, start))) break;
    const lineStart =
      Math.max(text.lastIndexOf('\n', comment.start - 1), text.lastIndexOf('\r', comment.start - 1)) + 1;
    if (lineStart !== comment.start) break;
    start = comment.start;
  }
  const behind = comments[lastBefore(comments, end) + 1];
  if (behind && /^[ \t\f;]*$/.test(text.slice(end, behind.start))) end = behind.end;
  return { start, end };
}

/** The index of the last comment that begins before `offset`, by bisection. */
function lastBefore(comments: readonly Span[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
