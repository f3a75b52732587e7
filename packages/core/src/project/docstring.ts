/** Characters that editors and linters take for others, and what stands for them. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u00d7/g, 'x'],
  [/\u2026/g, '...'],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\u0085]/g, ' '],
];
const WIDTH = 92;

/**
 * Gives a docstring, quotes included, its later lines indented by `indentation`.
 * The first line becomes one sentence of one line; long lines wrap; nothing in the text can end the string.
 */
export function docstring(lines: readonly string[], indentation = ''): string {
  const [first = '', ...rest] = lines.map(plain);
  const summary = sentence(first);
  const body = trimEmpty(rest.flatMap((line) => wrap(line, WIDTH - indentation.length)));
  const text = body.length === 0 ? summary : `${summary}\n\n${body.join('\n')}\n`;
  const safe = text.replaceAll('"""', "'''").replace(/"(?=\n?$)/, '" ');
  const indented = safe.replace(/\n(?=[^\n])/g, `\n${indentation}`);
  const closing = indented.endsWith('\n') ? indentation : '';
  return `${safe.includes('\\') ? 'r' : ''}"""${indented}${closing}"""`;
}

/** Gives text without control characters, look-alikes and lone surrogates, in one line. */
export function plain(text: string): string {
  let found = text.replace(/[\r\n\t]+/g, ' ');
  for (const [pattern, replacement] of LOOKALIKES) found = found.replace(pattern, replacement);
  return found
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/ +/g, (spaces) => (spaces.length > 1 ? ' ' : spaces))
    .trim();
}

function sentence(text: string): string {
  if (text === '') return 'Part of the pipeline.';
  const cut = text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 4).replace(/\s+\S*$/, '')} ...`;
  return `${cut.replace(/[\s.\\]+$/, '')}.`;
}

function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of line.replace(/\\+$/, '').split(' ')) {
    const last = lines.length - 1;
    const current = lines[last] ?? '';
    if (current !== '' && current.length + word.length + 1 > width) lines.push(word);
    else lines[last] = current === '' ? word : `${current} ${word}`;
  }
  return lines;
}

function trimEmpty(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
