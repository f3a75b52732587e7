import { locate, type Notebook } from '../notebook/index.ts';
import type { Module, ParsedCell } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import { findNamedTexts, type NamedText } from './named-texts.ts';
import { isSecretByName, variableFor } from './secret-names.ts';
import type { FindSecrets, Secret } from './types.ts';

/** Words without which no name says that it holds a credential. */
const NAMED = /pass|pwd|secret|token|key|credential|conn/i;

/** Lists the credentials of a notebook, each text once, in the order in which they stand. */
export function findSecrets(module: Module, find: FindSecrets): readonly Secret[] {
  const found = new Map<string, Secret>();
  const variables = new Set<string>();
  const note = (text: string, wanted: string, location: Secret['location']) => {
    // Texts that are shown hold line ends as the literal writes them.
    if (text === '' || found.has(text) || found.has(text.replaceAll('\\n', '\n'))) return;
    let variable = wanted;
    for (let number = 2; variables.has(variable); number++) variable = `${wanted}_${number}`;
    variables.add(variable);
    found.set(text, { variable, text, location });
  };
  for (const parsed of module.cells) findInCell(module.notebook, parsed, find, note);
  for (const { kind, index, id, source } of module.notebook.cells) {
    if (kind === 'code') continue;
    const cell = { index, ...(id === undefined ? {} : { id }) };
    for (const span of find(source))
      note(source.slice(span.start, span.end), span.kind, { file: module.notebook.path, cell });
  }
  return [...found.values()];
}

type Note = (text: string, variable: string, location: Secret['location']) => void;

function findInCell(notebook: Notebook, parsed: ParsedCell, find: FindSecrets, note: Note): void {
  const { cell, statements } = parsed;
  const { text } = cell.python;
  const at = (span: Span) => locate(notebook, cell, span);
  const spans = find(text);
  const literals =
    NAMED.test(text) || spans.length > 0 ? statements.flatMap(({ node }) => findNamedTexts(node)) : [];
  for (const literal of literals) {
    const { node, name, isFormatted } = literal;
    const { value } = node;
    if (value === undefined || isFormatted) continue;
    if (name !== undefined && isSecretByName(name, value)) note(value, variableFor(name), at(node));
    else
      for (const { start, end, kind } of find(value))
        note(value.slice(start, end), ownVariable(name) ?? kind, at(node));
  }
  for (const span of spans) {
    const literal = literals.find(({ node }) => node.start < span.end && span.start < node.end);
    const part = literal ? clip(text, span, literal) : span;
    const found = text.slice(part.start, part.end);
    // A literal with escapes has another value than its text; what it holds was found in its value.
    if (literal && !literal.isFormatted && !literal.node.value?.includes(found)) continue;
    note(found, ownVariable(literal?.name) ?? span.kind, at(part));
  }
  for (const { text: shown = '' } of cell.outputs)
    for (const { start, end, kind } of find(shown))
      note(shown.slice(start, end), kind, at({ start: 0, end: 0 }));
}

/** A name such as `DB_URL` says better than the shape what the credential is for. */
function ownVariable(name: string | undefined): string | null {
  return name !== undefined && /(?:url|uri|dsn|key|token)$/i.test(name) ? variableFor(name) : null;
}

/** The part of a span inside a literal, without the quotes that a scanner of plain text may take for the credential's. */
function clip(text: string, span: Span, { node }: NamedText): Span {
  const start = Math.max(span.start, node.start);
  const end = Math.min(span.end, node.end);
  return { start, end: end - (/['"]*$/.exec(text.slice(start, end))?.[0].length ?? 0) };
}
