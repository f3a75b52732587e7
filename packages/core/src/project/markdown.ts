import { plain } from './docstring.ts';

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '@': '@\u200b' };

/** Gives text as Markdown that shows it and nothing else: no markup, no link, no mention, no HTML. */
export function markdownText(text: string): string {
  return plain(text)
    .replace(/[<>&@]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\\`*[\]|~$]|(?<!\w)_|_(?!\w)|^[#+-]|:(?=\/\/)|(?<=www)\./g, (character) => `\\${character}`);
}

/** Gives text whose `code` is marked by backticks as Markdown. */
export function markdownMarked(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((part, index) => {
      if (index % 2 === 1) return markdownCode(part);
      // Spaces around code belong to the sentence.
      const before = /^\s/.test(part) ? ' ' : '';
      return `${before}${markdownText(part)}${/\S\s$/.test(part) ? ' ' : ''}`;
    })
    .join('');
}

/** Gives text as inline code, also inside a table. */
export function markdownCode(text: string): string {
  const content = plain(text).replaceAll('|', '\\|');
  if (content === '') return '';
  const fence = '`'.repeat(Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** Gives a table; cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
