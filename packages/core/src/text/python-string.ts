const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Gives text as a Python string literal that evaluates to exactly it, lone surrogates included.
 * Double quotes, unless only single ones spare escapes; what is not printable is escaped.
 */
export function pythonString(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  const escaped = text.replace(/[\\"'\p{C}\p{Z}]/gu, (character) => {
    if (character === ' ') return character;
    if (character === '"' || character === "'") return character === quote ? `\\${quote}` : character;
    return NAMED[character] ?? escapeCodePoint(character.codePointAt(0) ?? 0);
  });
  return `${quote}${escaped}${quote}`;
}

function escapeCodePoint(code: number): string {
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
