/** Makes text safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return visible(text).replace(/[&<>"']/g, (letter) => names[letter] ?? letter);
}

/** Shows characters that would hide or reorder text as their code. */
function visible(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, (letter) => {
    return `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** An element with escaped text. */
export function element(tag: string, text: string, className?: string): string {
  const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`;
  return `<${tag}${attribute}>${escapeHtml(text)}</${tag}>`;
}

/** A table of escaped text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => element(tag, cell)).join('')}</tr>`;
  return `<table><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('\n')}</tbody></table>`;
}
