import type { Cell, CodeCell, PythonText } from '../notebook/index.ts';
import { editPython } from '../notebook/index.ts';
import { type Module, type ParsedCell, type PythonParser, parseNotebook } from '../syntax/index.ts';
import { findSecrets } from './find-secrets.ts';
import { maskText } from './mask.ts';
import { findNamedTexts } from './named-texts.ts';
import { replaceInLiteral } from './replace-in-literal.ts';
import type { FindSecrets, Hidden, Secret } from './types.ts';

/** Statement that the Python in place of a credential needs; its id ends with this word. */
const IMPORT = 'import os';

/** Hides the credentials of a notebook from all that comes after. A module without any is given back as it is. */
export function hideSecrets(module: Module, parser: PythonParser, find: FindSecrets): Hidden {
  const secrets = findSecrets(module, find);
  if (secrets.length === 0) return { module, secrets };
  const hidden = new Map(module.cells.map((parsed) => [parsed.cell.key, hideInCell(parsed, secrets)]));
  const cells = module.notebook.cells.map(
    (cell): Cell => hidden.get(cell.key)?.cell ?? { ...cell, source: maskText(cell.source, secrets) },
  );
  const notebook = { ...module.notebook, cells };
  const parsed = parseNotebook(notebook, parser).value;
  return { module: { notebook, cells: parsed.cells.map((each) => withOldIds(each)) }, secrets };

  function withOldIds(parsed: ParsedCell): ParsedCell {
    const before = module.cells.find(({ cell }) => cell.key === parsed.cell.key)?.statements ?? [];
    const added = hidden.get(parsed.cell.key)?.importAt ?? null;
    const ids = before.map(({ id }) => id);
    if (added !== null) ids.splice(added, 0, `${parsed.cell.key}:environment`);
    return {
      ...parsed,
      statements: parsed.statements.map((statement, at) => ({ ...statement, id: ids[at] ?? statement.id })),
    };
  }
}

interface HiddenCell {
  readonly cell: CodeCell;
  /** Position of the import that was added; `null` where none was needed. */
  readonly importAt: number | null;
}

function hideInCell({ cell, statements }: ParsedCell, secrets: readonly Secret[]): HiddenCell {
  const outputs = cell.outputs.map((output) =>
    output.text === undefined ? output : { ...output, text: maskText(output.text, secrets) },
  );
  const { heading } = cell;
  const masked = {
    ...cell,
    outputs,
    source: maskText(cell.source, secrets),
    ...(heading === undefined ? {} : { heading: { ...heading, text: maskText(heading.text, secrets) } }),
  };
  const { text } = cell.python;
  const literals = statements.flatMap(({ node }) => findNamedTexts(node));
  const edits = literals.flatMap((literal) => replaceInLiteral(literal, text, secrets) ?? []);
  if (edits.length === 0 && !secrets.some((secret) => text.includes(secret.text)))
    return { cell: masked, importAt: null };
  const needsImport = edits.some((edit) => edit.text.includes('os.environ['));
  const at = statements.findIndex(({ node }) => node.type !== 'ImportFrom' || node.module !== '__future__');
  const first = statements[at];
  const start = first?.outer.start ?? 0;
  const importing = needsImport ? [{ span: { start, end: start }, text: `${IMPORT}\n` }] : [];
  const edited = editPython(cell.python, [...importing, ...edits], (part) => maskText(part, secrets));
  const python = { ...edited, magics: maskMagics(cell.python.magics, secrets) };
  return { cell: { ...masked, python }, importAt: needsImport ? Math.max(at, 0) : null };
}

function maskMagics(magics: PythonText['magics'], secrets: readonly Secret[]): PythonText['magics'] {
  return magics.map((magic) => ({ ...magic, arguments: maskText(magic.arguments, secrets) }));
}
