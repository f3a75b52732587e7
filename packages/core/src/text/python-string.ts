const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
// Control, format, surrogate, private and unassigned characters, and every space but the plain one.
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/**
 * Encodes any text as a Python string literal of one line.
 *
 * Double quotes, unless single quotes save escapes, as formatters write it. Whatever a reader could not see (control and
 * format characters, odd spaces, lone surrogates) is escaped, so that the literal is safe in any file.
 */
export function pythonString(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  return quote + escapePython(text, quote) + quote;
}

/** Encodes a text for the inside of a Python literal that is quoted by `quote`. */
export function escapePython(text: string, quote: '"' | "'"): string {
  let escaped = '';
  for (const character of text) escaped += escapeCharacter(character, quote);
  return escaped;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
