import { indent, type Span } from '../../text/index.ts';
import type { Magic } from '../types.ts';
import { translateCellMagic } from './cell-magics.ts';
import { type Collected, concatenate, shift, writeSegments } from './collected.ts';
import { PYTHON_CELL_MAGICS } from './dropped-magics.ts';
import { type FoundMagic, findMagics } from './find-magics.ts';
import { translateAutocall, translateLineMagic } from './line-magics.ts';
import { findMultilineStrings } from './scan-python.ts';
import { translateOutput, translateSystem } from './shell.ts';
import {
  drop,
  expression,
  type MagicCall,
  statements,
  type Translation,
  type TranslationContext,
} from './translation.ts';
import { readWrittenCall } from './written-out.ts';

/** Where a magic stands in its text. */
interface Place {
  readonly span: Span;
  readonly line: Span;
  readonly indent: string;
  readonly isAssigned: boolean;
}

type NamedMagic = Pick<Magic, 'kind' | 'name' | 'arguments'>;

/** Collects what one form of IPython changes in its text. */
export function collectMagic(
  text: string,
  found: FoundMagic,
  context: TranslationContext,
  kind: 'line' | 'automagic' = 'line',
): Collected {
  const { content, isAssigned } = found;
  const call = (name: string, values: string): MagicCall => ({
    name,
    arguments: values,
    isAssigned,
    context,
  });
  switch (found.escape) {
    case '!':
    case '!!': {
      const isOutput = found.escape === '!!' || isAssigned;
      const translation = (isOutput ? translateOutput : translateSystem)(call('!', content));
      return placeTranslation(
        found,
        { kind: 'shell', name: found.escape, arguments: content.trim() },
        translation,
      );
    }
    case '?':
      return placeTranslation(
        found,
        { kind: 'help', name: '?', arguments: content.trim() },
        drop('shows help'),
      );
    case ',':
    case ';':
    case '/': {
      const magic = { kind: 'autocall', name: found.escape, arguments: content.trim() } as const;
      return placeTranslation(found, magic, translateAutocall(found.escape, content));
    }
    case 'get_ipython':
      return collectWrittenOut(found, context);
    case '%': {
      const { name, values } = splitName(content);
      const translation = translateLineMagic(call(name, values));
      const magic = { kind, name, arguments: values.trim() };
      return translation.kind === 'keep'
        ? keepStatement(text, found, magic, { from: translation.from, context })
        : placeTranslation(found, magic, translation);
    }
  }
}

function splitName(content: string): { name: string; values: string } {
  const space = content.search(/\s/);
  if (space === -1) return { name: content, values: '' };
  return { name: content.slice(0, space), values: content.slice(space + 1) };
}

/** Cuts `%time ` from a statement and looks for further magics in what remains. */
function keepStatement(
  text: string,
  found: FoundMagic,
  magic: NamedMagic,
  options: { readonly from: number; readonly context: TranslationContext },
): Collected {
  const sign = magic.kind === 'automagic' ? 0 : 1;
  const start = Math.min(found.span.end, found.span.start + sign + magic.name.length + 1 + options.from);
  const rest = text.slice(start, found.span.end);
  if (rest.trim() === '') return placeTranslation(found, magic, drop('measures nothing'));
  const own: Collected = {
    edits: [{ span: { start: found.span.start, end: start }, text: '' }],
    magics: [{ ...magic, span: found.span, fate: { kind: 'python' } }],
    problems: [],
  };
  if (found.isAssigned) return own;
  // One level of `%time %time x` is IPython's limit too far already; deeper text stays as it is.
  const inner = findMagics(rest).filter(
    (each) => !(each.escape === '%' && /^(?:time|l?prun)\b/.test(each.content)),
  );
  const collected = inner.map((each) =>
    collectMagic(rest, { ...each, indent: found.indent }, options.context),
  );
  return concatenate([own, shift(concatenate(collected), start)]);
}

/** Collects a call of `get_ipython()` like the magic that it stands for. */
function collectWrittenOut(found: FoundMagic, context: TranslationContext): Collected {
  const written = readWrittenCall(found.content);
  const nothing: Collected = { edits: [], magics: [], problems: [] };
  if (written === undefined) return nothing;
  const [first = '', second = '', third = ''] = written.values;
  const call = { arguments: first, isAssigned: found.isAssigned, context };
  if (written.method === 'system' || written.method === 'getoutput') {
    const translate = written.method === 'system' ? translateSystem : translateOutput;
    const magic = { kind: 'shell', name: '!', arguments: first } as const;
    return placeTranslation(found, magic, translate({ ...call, name: '!' }));
  }
  if (written.method === 'run_cell_magic') {
    const magic = { kind: 'cell', name: first, arguments: second } as const;
    const translation = PYTHON_CELL_MAGICS.has(first)
      ? statements(translateText(third, context))
      : translateCellMagic({ name: first, arguments: second, isAssigned: false, context, body: third });
    return placeTranslation(found, magic, translation);
  }
  const { name, values } =
    written.method === 'magic' ? splitName(first.replace(/^%/, '')) : { name: first, values: second };
  const translation = translateLineMagic({ ...call, name, arguments: values });
  const magic = { kind: 'line', name, arguments: values } as const;
  if (translation.kind !== 'keep') return placeTranslation(found, magic, translation);
  const kept = values.slice(translation.from);
  return placeTranslation(
    found,
    magic,
    found.isAssigned ? expression(kept) : statements(translateText(kept, context)),
  );
}

function translateText(text: string, context: TranslationContext): string {
  const plain = findMagics(text).filter((each) => each.escape !== 'get_ipython');
  const collected = concatenate(plain.map((each) => collectMagic(text, each, context)));
  return writeSegments(text, collected.edits).text.trimEnd();
}

/** Writes a translation into the place of its magic. */
export function placeTranslation(place: Place, magic: NamedMagic, translation: Translation): Collected {
  const { fate, problem } = translation;
  return {
    edits: placeEdits(place, translation),
    magics: [{ ...magic, span: place.span, fate }],
    problems: problem === undefined ? [] : [{ ...problem, span: place.span }],
  };
}

function placeEdits(place: Place, translation: Translation): Collected['edits'] {
  const { span, line, isAssigned } = place;
  const imports = [...new Set(translation.imports ?? [])].sort();
  if (translation.kind === 'none' || translation.kind === 'keep')
    // A block must not become empty.
    return [{ span: isAssigned ? line : span, text: place.indent === '' ? '' : 'pass' }];
  const isStatement = translation.kind === 'statements';
  if (!isAssigned)
    return [{ span, text: indentRest([...imports, translation.text].join('\n'), place.indent) }];
  const before = isStatement ? [...imports, translation.text] : imports;
  const insertion = before.map((each) => `${indentRest(each, place.indent)}\n${place.indent}`).join('');
  const value = { span, text: isStatement ? 'None' : translation.text };
  return insertion === ''
    ? [value]
    : [{ span: { start: line.start, end: line.start }, text: insertion }, value];
}

/** Indents all lines but the first, which stands behind the indentation already. */
function indentRest(text: string, prefix: string): string {
  if (prefix === '' || !text.includes('\n')) return text;
  return indent(text, prefix, findMultilineStrings(text)).slice(prefix.length);
}
