/** A heading of a Markdown text. */
export interface Heading {
  readonly text: string;
  readonly level: number;
}

/** Finds the last heading of a Markdown text: `# x`, underlined, or `<h1>`; code fences are skipped. */
export function findLastHeading(markdown: string): Heading | undefined {
  let found: Heading | undefined;
  let fence: string | undefined;
  let previous = '';
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) fence = mark;
    const heading = readHeading(line, previous);
    if (heading !== undefined) found = heading;
    previous = mark === undefined ? line : '';
  }
  return found;
}

function readHeading(line: string, previous: string): Heading | undefined {
  const [, marks, title] = /^ {0,3}(#{1,6})(?:[ \t]+|(?=[^#\s]))(.*)$/.exec(line.slice(0, 1000)) ?? [];
  if (marks !== undefined && title !== undefined)
    return makeHeading(title.replace(/[ \t]+#+[ \t]*$/, ''), marks.length);
  const [, level, inner] = /<h([1-6])[^>]*>([^<]*(?:<(?!\/h)[^<]*)*)/i.exec(line.slice(0, 1000)) ?? [];
  if (level !== undefined && inner !== undefined) return makeHeading(inner, Number(level));
  if (/^ {0,3}=+\s*$/.test(line)) return makeHeading(previous, 1);
  if (/^ {0,3}-{2,}\s*$/.test(line)) return makeHeading(previous, 2);
  return undefined;
}

function makeHeading(markdown: string, level: number): Heading | undefined {
  const text = markdown
    .slice(0, 300)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*`]|(?<!\w)_+|_+(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : { text, level };
}
