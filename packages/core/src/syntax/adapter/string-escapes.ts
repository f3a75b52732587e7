/** The text that a literal's inside stands for, or why it is invalid; `unknown` where `\N{…}` needs the Unicode database. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly message: string };

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const ESCAPE = /\\(?:\r\n|[0-7]{1,3}|[\s\S])/g;

/**
 * Decodes the inside of a `str` literal that is not raw, by
 * https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences.
 */
export function decodeEscapes(inside: string): Decoded {
  const source = inside.includes('\r') ? inside.replace(/\r\n?/g, '\n') : inside;
  if (!source.includes('\\')) return { kind: 'text', text: source };
  let text = '';
  let last = 0;
  let isKnown = true;
  ESCAPE.lastIndex = 0;
  for (let match = ESCAPE.exec(source); match; match = ESCAPE.exec(source)) {
    text += source.slice(last, match.index);
    const piece = decodeEscape(source, match.index, match[0]);
    if (piece.message !== undefined) return { kind: 'invalid', message: piece.message };
    if (piece.text === null) isKnown = false;
    text += piece.text ?? '';
    last = match.index + piece.length;
    ESCAPE.lastIndex = last;
  }
  return isKnown ? { kind: 'text', text: text + source.slice(last) } : { kind: 'unknown' };
}

interface Escape {
  readonly text: string | null;
  readonly length: number;
  readonly message?: string;
}

function decodeEscape(source: string, start: number, matched: string): Escape {
  const letter = matched.slice(1, 2);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (/[0-7]/.test(letter)) {
    return { text: String.fromCharCode(Number.parseInt(matched.slice(1), 8)), length: matched.length };
  }
  const digits = HEX_DIGITS[letter];
  if (digits !== undefined) return decodeHexadecimal(source.slice(start + 2, start + 2 + digits), digits);
  if (letter === 'N') {
    const name = /^\\N\{([^}]+)\}/.exec(source.slice(start, start + 120));
    if (name) return { text: null, length: name[0].length };
    return { text: '', length: 2, message: 'malformed `\\N` escape: it needs a name in braces' };
  }
  return { text: matched, length: matched.length };
}

function decodeHexadecimal(hexadecimal: string, digits: number): Escape {
  if (hexadecimal.length < digits || !/^[0-9a-fA-F]+$/.test(hexadecimal)) {
    return { text: '', length: 2, message: `truncated escape: ${digits} hexadecimal digits are needed` };
  }
  const code = Number.parseInt(hexadecimal, 16);
  if (code > 0x10ffff) return { text: '', length: 2, message: 'an escape names no Unicode character' };
  return { text: String.fromCodePoint(code), length: digits + 2 };
}

/** Says what is wrong with the inside of a `bytes` literal; `null` where nothing is. */
export function invalidBytes(inside: string, isRaw: boolean): string | null {
  for (let index = 0; index < inside.length; index++) {
    if (inside.charCodeAt(index) > 127) return 'bytes can only contain ASCII characters';
  }
  if (!isRaw && /^(?:[^\\]|\\[^x]|\\x[0-9a-fA-F]{2})*$/s.test(inside) === false)
    return 'truncated `\\x` escape';
  return null;
}
