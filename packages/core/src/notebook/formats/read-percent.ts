import { findMultilineStrings } from '../magics/scan-python.ts';
import { normalizeLineEnds, type RawCell, type RawNotebook, rawCell } from './raw-cell.ts';

// `# %%`, `#%%`, `# In[3]:`, and the rulers of sphinx-gallery.
const MARKER = /^#\s?%%(?![\w%])(.*)$|^# In\s?\[[\d ]*\]:?\s*$/;
const RULER = /^#{20,}\s*$/;
const GALLERY = /^#{20,}\s*$/m;

/**
 * Reads a Python script whose cells are parted by `# %%` (jupytext, VS Code, Spyder, sphinx-gallery) or by the rulers of
 * sphinx-gallery. A script without markers is one cell. Markers inside strings are text.
 */
export function readPercent(source: string): RawNotebook {
  const whole = normalizeLineEnds(source.startsWith('\ufeff') ? source.slice(1) : source);
  const { header, body } = splitHeader(whole);
  const isGallery =
    GALLERY.test(body) ||
    (/^(?:r|R)?(?:"""|''')[\s\S]*?\n[=\-~#*]{3,}/.test(body.trimStart()) &&
      MARKER.test(body.split('\n').find((line) => MARKER.test(line)) ?? ''));
  const cells = splitCells(body, isGallery).map((cell) =>
    isCommentedScript(header) ? uncomment(cell) : cell,
  );
  const kernel = /^#\s+name:\s*(\S+)/m.exec(header)?.[1];
  const language = /^#\s+language:\s*(\w+)/m.exec(header)?.[1]?.toLowerCase() ?? 'python';
  return { format: 'percent', language, ...(kernel === undefined ? {} : { kernel }), cells };
}

/** Splits the YAML header off that jupytext writes in comments. */
function splitHeader(text: string): { header: string; body: string } {
  const header = /^(?:#!.*\n)?(?:# -\*-.*\n)?# ---\n(?:#.*\n)*?# ---(?:\n|$)/.exec(text)?.[0] ?? '';
  return { header, body: text.slice(header.length) };
}

function isCommentedScript(header: string): boolean {
  return /jupytext|kernelspec/.test(header);
}

interface OpenCell {
  readonly head: string;
  readonly lines: string[];
  readonly isGalleryText: boolean;
}

function splitCells(body: string, isGallery: boolean): readonly RawCell[] {
  const strings = findMultilineStrings(body);
  const cells: OpenCell[] = [{ head: '', lines: [], isGalleryText: false }];
  let start = 0;
  let next = 0;
  let reach = -1;
  for (const line of body.split('\n')) {
    for (let span = strings[next]; span !== undefined && span.start < start; span = strings[++next])
      reach = span.end;
    const isCode = start >= reach;
    const marker = isCode ? MARKER.exec(line) : null;
    const isRuler = isCode && isGallery && RULER.test(line);
    if (marker !== null || isRuler)
      cells.push({
        head: marker?.[1] ?? '',
        lines: [],
        isGalleryText: isGallery && (marker?.[1] ?? '').trim() === '',
      });
    else cells.at(-1)?.lines.push(line);
    start += line.length + 1;
  }
  return cells.flatMap((cell, index) => closeCell(cell, index === 0, isGallery));
}

function closeCell(cell: OpenCell, isFirst: boolean, isGallery: boolean): readonly RawCell[] {
  const source = trimBlankLines(cell.lines);
  if (isFirst && source === '') return [];
  const tags = readTags(cell.head);
  if (/\[(?:markdown|md)\]/.test(cell.head)) return [rawCell('markdown', toMarkdown(source), tags)];
  if (/\[raw\]/.test(cell.head)) return [rawCell('raw', toMarkdown(source), tags)];
  const foreign = readForeign(cell.head, source);
  if (foreign !== null) return [rawCell('code', foreign, tags)];
  if (isFirst && isGallery) return splitDocstring(source);
  if (cell.isGalleryText) return splitLeadingComment(cell.lines);
  return [rawCell('code', source, tags)];
}

/** The docstring at the top of a sphinx-gallery example is its first text. */
function splitDocstring(source: string): readonly RawCell[] {
  const match = /^((?:#.*\n|\s*\n)*)[rR]?("""|''')([\s\S]*?)\2[ \t]*(?:\n|$)/.exec(source);
  if (match === null) return source === '' ? [] : [rawCell('code', source)];
  const rest = trimBlankLines(source.slice(match[0].length).split('\n'));
  const text = rawCell('markdown', fromRst((match[3] ?? '').trim()));
  return rest === '' ? [text] : [text, rawCell('code', rest)];
}

/** In sphinx-gallery, the comment behind a marker is text, and the code begins below it. */
function splitLeadingComment(lines: readonly string[]): readonly RawCell[] {
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const count = end === -1 ? lines.length : end;
  const comment = lines.slice(0, count).join('\n');
  const code = trimBlankLines(lines.slice(count));
  return [
    ...(comment.trim() === '' ? [] : [rawCell('markdown', fromRst(toMarkdown(comment)))]),
    ...(code === '' ? [] : [rawCell('code', code)]),
  ];
}

/** Turns underlined headings of reStructuredText into Markdown's, the first kind of underline being the first level. */
function fromRst(text: string): string {
  const kinds: string[] = [];
  return text.replace(
    /^(?:([=\-~^"'#*+])\1{2,}\n)?(\S.*)\n([=\-~^"'#*+])\3{2,}[ \t]*$/gm,
    (_, _over, title: string, under: string) => {
      if (!kinds.includes(under)) kinds.push(under);
      return `${'#'.repeat(kinds.indexOf(under) + 1)} ${title.trim()}`;
    },
  );
}

/** Takes the comment signs, or the quotes of a docstring, from a text cell. */
function toMarkdown(source: string): string {
  const quoted = /^\s*[rR]?("""|''')\n?([\s\S]*?)\n?\1\s*$/.exec(source)?.[2];
  if (quoted !== undefined) return quoted;
  return source
    .split('\n')
    .map((line) => line.replace(/^#(?:'| |$)?/, ''))
    .join('\n');
}

function readTags(head: string): readonly string[] {
  const list = /\btags\s*=\s*\[([^\]]*)\]/.exec(head)?.[1] ?? '';
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** Lines that jupytext comments out so that a script is Python, by its own rules; one comment sign is its. */
const COMMENTED = [
  /^\s*(?:# ?)+%{1,3}[A-Za-z]/,
  /^\s*(?:# ?)+\s*[?!]\s*[A-Za-z.~$\\/{}]/,
  /^(?:# ?)+\s*[A-Za-z_]\w*\s*=\s*(?:%{1,3}|!)[A-Za-z]/,
  /^\s*(?:# )+\S*\?\s*$/,
];

/** Takes away the comment signs that jupytext writes before magics; what stands in strings stays as it is. */
function uncomment(cell: RawCell): RawCell {
  if (cell.kind !== 'code' || cell.source.startsWith('%%')) return cell;
  const lines = cell.source.split('\n');
  const first = /^# (%%\w+.*)$/.exec(lines[0] ?? '');
  const isWhole = first !== null && lines.every((line) => line === '' || line.startsWith('#'));
  if (isWhole) return { ...cell, source: lines.map(withoutSign).join('\n') };
  const strings = findMultilineStrings(cell.source);
  let start = 0;
  const changed = lines.map((line) => {
    const isInString = strings.some((span) => span.start < start && start < span.end);
    start += line.length + 1;
    const isCommented = !isInString && COMMENTED.some((form) => form.test(line));
    return isCommented ? withoutSign(line) : line;
  });
  return { ...cell, source: changed.join('\n') };
}

function withoutSign(line: string): string {
  return line.replace(/^(\s*)# ?/, '$1');
}

/** A cell in another language, as jupytext writes it: the cell magic stands in the marker, its body in comments. */
function readForeign(head: string, source: string): string | null {
  const language = /\blanguage\s*=\s*"([\w.+-]+)"/.exec(head)?.[1];
  if (language === undefined) return null;
  const options = /\bmagic_args\s*=\s*"([^"]*)"/.exec(head)?.[1];
  const magic = `%%${language}${options === undefined ? '' : ` ${options}`}`;
  return [magic, ...source.split('\n').map(withoutSign)].join('\n');
}

function trimBlankLines(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return '';
  return lines.slice(first).join('\n').trimEnd();
}
