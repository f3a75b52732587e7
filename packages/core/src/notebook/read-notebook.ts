import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import { assembleNotebook } from './assemble-notebook.ts';
import type { RawNotebook } from './formats/raw-cell.ts';
import { isDatabricks, readDatabricks } from './formats/read-databricks.ts';
import { readIpynb } from './formats/read-ipynb.ts';
import { readPercent } from './formats/read-percent.ts';
import type { Notebook, NotebookSources } from './types.ts';

// Strings of a JavaScript engine end at about 2^29 characters; below that, parsing may still need five times as much.
const MAXIMUM_LENGTH = 400_000_000;

/**
 * Reads a notebook of any format: `.ipynb` (nbformat 3 and 4), percent script, Databricks script.
 *
 * `path` is as the user gave it and decides the format together with the text; `sources` gives the files that `%run`
 * names. The value is null where the text is no notebook at all. Never throws; takes time linear in the text.
 */
export function readNotebook(path: string, text: string, sources?: NotebookSources): Result<Notebook | null> {
  return readNested(path, text, sources, [path]);
}

function readNested(
  path: string,
  text: string,
  sources: NotebookSources | undefined,
  open: readonly string[],
): Result<Notebook | null> {
  if (text.length > MAXIMUM_LENGTH) {
    const message = `The file has ${Math.round(text.length / 1e6)} million characters, more than can be read.`;
    const hint = 'Clear the outputs of the notebook and save it.';
    return { value: null, diagnostics: [diagnostic('N014', { message, location: { file: path }, hint })] };
  }
  const raw = readFormat(path, text);
  if (raw.value === null) return { value: null, diagnostics: raw.diagnostics };
  const { value, diagnostics } = assembleNotebook(path, raw.value, {
    readText: (target) => sources?.text(resolveBeside(path, target)),
    readScript: (target) => readScript(path, target, sources, open),
  });
  return { value, diagnostics: [...raw.diagnostics, ...checkNotebook(value, raw.value), ...diagnostics] };
}

function readFormat(path: string, text: string): Result<RawNotebook | null> {
  const isScript = /\.(?:py|pyw)$/i.test(path);
  if (!isScript) return readIpynb(path, text);
  return { value: isDatabricks(text) ? readDatabricks(text) : readPercent(text), diagnostics: [] };
}

/** Gives the Python of a script or notebook that `%run` names, its own magics translated. */
function readScript(
  from: string,
  target: string,
  sources: NotebookSources | undefined,
  open: readonly string[],
): string | undefined {
  const base = resolveBeside(from, target);
  const candidates = /\.\w+$/.test(target) ? [base] : [`${base}.py`, `${base}.ipynb`, base];
  for (const path of candidates) {
    const text = open.includes(path) ? undefined : sources?.text(path);
    if (text === undefined) continue;
    if (/\.py$/i.test(path) && !isDatabricks(text))
      return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    const { value } = readNested(path, text, sources, [...open, path]);
    return value?.cells
      .flatMap((cell) => (cell.kind === 'code' ? [cell.python.text.trim()] : []))
      .join('\n\n');
  }
  return undefined;
}

/** Resolves a path that a notebook names against the notebook's own folder. */
function resolveBeside(notebook: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  if (/^(?:\/|~|[A-Za-z]:)/.test(path)) return path;
  const parts = notebook.replace(/\\/g, '/').split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function checkNotebook(notebook: Notebook, raw: RawNotebook): readonly Diagnostic[] {
  const location = { file: notebook.path };
  if (notebook.language !== 'python') {
    const message = `The notebook is written in \`${notebook.language.slice(0, 40)}\`; only Python is understood.`;
    return [diagnostic('N005', { message, location })];
  }
  const isOld = raw.languageVersion?.startsWith('2') || notebook.kernel === 'python2';
  const old = 'The notebook was made with Python 2.';
  const hint = 'Convert it to Python 3, for example with `2to3`.';
  return [
    ...(isOld ? [diagnostic('N006', { message: old, location, hint })] : []),
    ...(notebook.cells.some((cell) => cell.kind === 'code' && cell.source.trim() !== '')
      ? []
      : [diagnostic('N004', { message: 'The notebook has no code.', location })]),
  ];
}
