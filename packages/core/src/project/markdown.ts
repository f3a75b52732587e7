import { plain } from './docstring.ts';

/** Gives text as Markdown that shows it and nothing else: no markup, no link, no HTML. */
export function markdownText(text: string): string {
  return plain(text).replace(/[\\`*_{}[\]<>()#+!|~&$:@-]/g, (character) => {
    if (character === '<') return '&lt;';
    if (character === '>') return '&gt;';
    if (character === '&') return '&amp;';
    if (character === '@') return '@\u200b';
    return '()-:{}#+!'.includes(character) ? character : `\\${character}`;
  });
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
