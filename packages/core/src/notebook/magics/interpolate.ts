import { escapePython, PYTHON_BUILTINS, pythonString } from '../../text/index.ts';

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly code: string };

/**
 * Writes the argument of a magic as a Python expression, with `{expression}` and `$name` filled in as IPython does.
 *
 * As in IPython, one field that is no expression, or that names nothing, leaves the whole text as it is: `awk '{print
 * $1}'`, `$HOME`. `names` are the names that the notebook defines.
 */
export function interpolate(text: string, names: ReadonlySet<string>): string {
  const pieces = findFields(text, names);
  if (pieces === undefined || pieces.every((piece) => piece.kind === 'text'))
    return pythonString(pieces === undefined ? text : joinText(pieces));
  return writeFormatted(pieces);
}

function joinText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

function writeFormatted(pieces: readonly Piece[]): string {
  const codes = pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.code] : []));
  const only = pieces.length === 1 ? codes[0] : undefined;
  if (only !== undefined) return `str(${only})`;
  const quote = codes.some((code) => code.includes('"')) ? "'" : '"';
  // Until Python 3.12 a field may hold neither a backslash nor the quotes of its string.
  if (codes.some((code) => code.includes('\\') || code.includes(quote)))
    return pieces
      .map((piece) => (piece.kind === 'text' ? pythonString(piece.text) : `str(${piece.code})`))
      .join(' + ');
  const body = pieces.map((piece) =>
    piece.kind === 'value'
      ? `{${piece.code}}`
      : escapePython(piece.text, quote).replaceAll('{', '{{').replaceAll('}', '}}'),
  );
  return `f${quote}${body.join('')}${quote}`;
}

/** Splits a text into literal parts and fields; undefined where IPython's formatter gives up. */
function findFields(text: string, names: ReadonlySet<string>): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if ((character === '{' || character === '}') && text[at + 1] === character) {
      // A doubled brace ends a literal part, and quotes are counted anew behind it.
      const before = findDollars(literal + character, names);
      if (before === undefined) return undefined;
      pieces.push(...before);
      literal = '';
      at += 2;
    } else if (character === '}') {
      return undefined;
    } else if (character === '{') {
      const end = closingBrace(text, at);
      const code = end === undefined ? '' : text.slice(at + 1, end).trim();
      if (end === undefined || !isKnownExpression(code, names)) return undefined;
      const before = findDollars(literal, names);
      if (before === undefined) return undefined;
      pieces.push(...before, { kind: 'value', code });
      literal = '';
      at = end + 1;
    } else {
      literal += character;
      at += 1;
    }
  }
  const rest = findDollars(literal, names);
  return rest === undefined ? undefined : [...pieces, ...rest];
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Splits a literal part at `$name`; `$$name` stays a dollar, and single quotes protect. */
function findDollars(text: string, names: ReadonlySet<string>): readonly Piece[] | undefined {
  const quotes = text.split("'").length - 1;
  const pieces: Piece[] = [];
  let done = 0;
  let literal = '';
  let counted = 0;
  let seen = 0;
  for (const match of text.matchAll(/\$(\$?[\w.]+)/g)) {
    const end = match.index + match[0].length;
    for (; counted < end; counted++) if (text[counted] === "'") seen += 1;
    if ((quotes - seen) % 2 === 1) continue;
    const field = match[1] ?? '';
    literal += text.slice(done, match.index);
    done = end;
    if (field.startsWith('$')) {
      literal += field;
      continue;
    }
    if (!isKnownExpression(field, names)) return undefined;
    if (literal !== '') pieces.push({ kind: 'text', text: literal });
    pieces.push({ kind: 'value', code: field });
    literal = '';
  }
  literal += text.slice(done);
  return literal === '' ? pieces : [...pieces, { kind: 'text', text: literal }];
}

// `$name.csv` asks for an attribute that no value has: IPython then leaves the whole command as it is.
const FILE_SUFFIX =
  /^\w+\.(?:csv|tsv|txt|json|py|ipynb|sh|zip|gz|tar|png|jpg|pdf|html|md|log|yml|yaml|parquet|h5|pkl|xlsx?|db|sql|out)$/;

/** Tells whether a field is an expression on names that exist; a format specification is none, as in IPython. */
function isKnownExpression(code: string, names: ReadonlySet<string>): boolean {
  if (code.length > 500 || FILE_SUFFIX.test(code) || !/^[\w([]/.test(code)) return false;
  const plain = code.replace(/"[^"\\]*"|'[^'\\]*'/g, '0');
  // Words side by side, numbers glued to letters, ranges (`1..3`), and signs that no expression has.
  if (/[{}$#;!`"'\\?]|\w\s+\w|(?<!\w)\d[\w.]*[A-Za-z_]|\.\.|[-+*/%=<>.,]$/.test(plain) || !isBalanced(plain))
    return false;
  const roots = plain.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  return roots.every((name) => names.has(name) || PYTHON_BUILTINS.has(name));
}

function isBalanced(code: string): boolean {
  let depth = 0;
  for (const character of code) {
    if ('(['.includes(character)) depth += 1;
    else if (')]'.includes(character)) depth -= 1;
    else if (character === ':' && depth === 0) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}
