import type { Span } from '../text/index.ts';
import { type ConcreteText, readConcreteTree } from './adapter/concrete-node.ts';
import type { Conversion, Problem } from './adapter/conversion.ts';
import { withoutFormatFill } from './adapter/format-fill.ts';
import { statement } from './adapter/statements.ts';
import type { Stmt } from './ast.ts';
import { checkLayout } from './checks/layout.ts';
import { checkLineBreaks } from './checks/line-breaks.ts';
import { checkSemantics } from './checks/semantics.ts';
import { checkTokens } from './checks/tokens.ts';
import { outerSpan } from './outer-span.ts';
import { withoutAnnotationSubscripts } from './recovery/annotation-subscripts.ts';
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
  const checked = checkSemantics(
    statements.map((each) => each.node),
    text,
  );
  const kept = statements.filter(({ node }) => !checked.has(node));
  const refused = statements.flatMap(({ node, span }) => {
    const problem = checked.get(node);
    return problem ? [toBroken(problem, span)] : [];
  });
  return {
    body: kept.map((each) => each.node),
    topLevel: kept.map(({ node, span }) => ({ node, outer: outerSpan(text, span, comments) })),
    broken: [...broken, ...refused].sort((one, other) => one.start - other.start),
  };
}

/** Parses a stretch that is expected to be Python as a whole; gives the offset at which the grammar stops to accept it. */
function parseStretch(parser: PythonParser, text: string, stretch: Span): Parsed | number {
  const isAll = stretch.start === 0 && stretch.end === text.length;
  const source = isAll ? text : text.slice(stretch.start, stretch.end);
  const rewritten = withoutFormatFill(source);
  const filled = rewritten === null ? null : readText(parser, rewritten, stretch.start);
  if (filled && filled.errorOffset === null) return convertStatements(text, filled);
  const concrete = readText(parser, source, stretch.start);
  return concrete.errorOffset ?? convertStatements(text, concrete);
}

function readText(parser: PythonParser, text: string, base: number): ConcreteText {
  const tree = parser.parse(text);
  const concrete = readConcreteTree(tree, base);
  tree.delete();
  return concrete;
}

/** Parses one statement; an annotation that is more than the grammar expects gets a second chance. */
function parsePiece(parser: PythonParser, text: string, piece: Span): Parsed | number {
  const parsed = parseStretch(parser, text, piece);
  if (typeof parsed !== 'number') return parsed;
  const rewritten = withoutAnnotationSubscripts(text, piece);
  const concrete = rewritten === null ? null : readText(parser, rewritten, piece.start);
  return concrete && concrete.errorOffset === null ? convertStatements(text, concrete) : parsed;
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
    // An indented line belongs to the block above it, which means something else without it.
    const last = statements.at(-1);
    const isLast = last && last.span.end > (broken.at(-1)?.start ?? -1);
    const isOfBlock = problem && isLast && 'body' in last.node && isIndented(text, each.start);
    const above = isOfBlock ? statements.pop() : undefined;
    if (problem) broken.push(toBroken(problem, { start: above?.span.start ?? span.start, end: span.end }));
    else if (node) statements.push({ node, span });
  }
  return { statements, broken, comments: concrete.comments };
}

function isIndented(text: string, offset: number): boolean {
  return (
    /[ \t]/.test(text.charAt(offset - 1)) &&
    /(?:^|[\n\r])[ \t]+$/.test(text.slice(Math.max(0, offset - 80), offset))
  );
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
    const parsed = parsePiece(parser, text, piece);
    if (typeof parsed !== 'number') {
      add(parsed);
      continue;
    }
    const [first, ...rest] = splitStatements(text, piece, 'at-statements');
    broken.push(describeError(text, first ?? piece, parsed));
    for (const part of rest) {
      const again = parsePiece(parser, text, part);
      if (typeof again === 'number') broken.push(describeError(text, part, again));
      else add(again);
    }
  }
  return { statements, broken, comments };
}

function toBroken(problem: Problem, span: Span): BrokenText {
  return { ...span, code: problem.code, message: problem.message, offset: problem.start };
}
