import type { Constant, Expr, FormattedValue, JoinedStr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childOfType, fail } from './conversion.ts';
import { convertYield, expressionList } from './expressions.ts';
import { decodeEscapes } from './string-escapes.ts';

interface FormattedText {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  /** `null` where decoding needs the Unicode database. */
  readonly value: string | null;
}

/** A piece of text or a replacement field of a formatted string. */
export type FormattedPart = FormattedText | { readonly kind: 'field'; readonly field: FormattedValue };

/** Reads the inside of one formatted string: text between fields, fields, and the text that `{x=}` adds. */
export function formattedParts(
  conversion: Conversion,
  node: ConcreteNode,
  isRaw: boolean,
): readonly FormattedPart[] {
  return partsBetween(
    conversion,
    node.children,
    child(node, 0).end,
    insideEnd(conversion, node),
    isRaw,
    true,
  );
}

/** Where the closing quotes begin; the grammar's own token for them may hold backslashes of a raw string too. */
export function insideEnd(conversion: Conversion, node: ConcreteNode): number {
  const opening = child(node, 0);
  const quotes = /['"]+$/.exec(conversion.text.slice(opening.start, opening.end));
  return node.end - (quotes ? quotes[0].length : 1);
}

function partsBetween(
  conversion: Conversion,
  children: readonly ConcreteNode[],
  start: number,
  end: number,
  isRaw: boolean,
  hasDoubledBraces: boolean,
): readonly FormattedPart[] {
  const parts: FormattedPart[] = [];
  let last = start;
  const addText = (until: number) => {
    if (until === last) return;
    const part = textPart(conversion, last, until, isRaw, hasDoubledBraces);
    // CPython drops a text that is empty once decoded (a continued line), but not an empty literal beside it.
    if (part.value !== '') parts.push(part);
  };
  for (const each of children) {
    if (each.type !== 'interpolation' && each.type !== 'format_expression') continue;
    addText(each.start);
    parts.push(...fieldParts(conversion, each, isRaw));
    last = each.end;
  }
  addText(end);
  return parts;
}

function textPart(
  conversion: Conversion,
  start: number,
  end: number,
  isRaw: boolean,
  hasDoubledBraces: boolean,
): FormattedText {
  const source = conversion.text.slice(start, end);
  const decoded = isRaw ? ({ kind: 'text', text: source } as const) : decodeEscapes(source);
  if (decoded.kind === 'invalid') fail(conversion, { start, end }, decoded.message);
  if (decoded.kind !== 'text') return { kind: 'text', start, end, value: null };
  if (
    hasDoubledBraces &&
    source
      .replace(/\\N\{[^}]*\}/g, '')
      .replace(/\{\{|\}\}/g, '')
      .includes('}')
  ) {
    fail(conversion, { start, end }, 'a single `}` is not allowed in a formatted string');
  }
  const value = hasDoubledBraces
    ? decoded.text.replace(/\{\{|\}\}/g, (braces) => braces.slice(1))
    : decoded.text;
  return { kind: 'text', start, end, value };
}

function fieldParts(conversion: Conversion, node: ConcreteNode, isRaw: boolean): readonly FormattedPart[] {
  const inner = child(node, 1);
  const children = node.children;
  const specifier = childOfType(node, 'format_specifier');
  const conversionNode = childOfType(node, 'type_conversion');
  const equals = children.findIndex((each, index) => index > 1 && each.type === '=');
  const value = convertFieldValue(conversion, children.slice(1, equals > 0 ? equals : 2));
  const format_spec = specifier ? convertSpecifier(conversion, specifier, isRaw) : null;
  const letter = conversionNode ? conversion.text.slice(conversionNode.start + 1, conversionNode.end) : '';
  if (letter !== '' && !'sra'.includes(letter)) {
    fail(conversion, node, `invalid conversion \`!${letter}\`: it must be \`s\`, \`r\` or \`a\``);
  }
  if (inner.type === 'lambda') fail(conversion, inner, 'a `lambda` needs parentheses in a formatted string');
  const isDebug = equals > 0;
  const implied = isDebug && !specifier ? 'r' : '';
  const field: FormattedValue = {
    type: 'FormattedValue',
    value,
    conversion: (letter || implied).length > 0 ? (letter || implied).charCodeAt(0) : -1,
    format_spec,
    start: node.start,
    end: node.end,
  };
  if (!isDebug) return [{ kind: 'field', field }];
  const end = (conversionNode ?? specifier ?? child(node, -1)).start;
  const text = conversion.text.slice(node.start + 1, end);
  return [
    // CPython leaves comments out of this text.
    { kind: 'text', start: node.start + 1, end, value: text.includes('#') ? null : text },
    { kind: 'field', field },
  ];
}

function convertFieldValue(conversion: Conversion, nodes: readonly ConcreteNode[]): Expr {
  const [node] = nodes;
  if (!node) return { type: 'Tuple', elts: [], start: 0, end: 0 };
  if (node.type === 'yield') return convertYield(conversion, node);
  return expressionList(conversion, node);
}

/** Converts what follows the colon; CPython's node begins at the colon. */
function convertSpecifier(conversion: Conversion, node: ConcreteNode, isRaw: boolean): JoinedStr {
  const parts = partsBetween(conversion, node.children, node.start + 1, node.end, isRaw, false);
  return { type: 'JoinedStr', values: mergeParts(conversion, parts), start: node.start, end: node.end };
}

/** Joins neighbouring texts to one constant each and drops the empty ones, as CPython does. */
export function mergeParts(conversion: Conversion, parts: readonly FormattedPart[]): readonly Expr[] {
  const values: Expr[] = [];
  let open: { start: number; end: number; value: string | null } | null = null;
  const close = () => {
    if (open && open.value !== '') values.push(textConstant(conversion, open));
    open = null;
  };
  for (const part of parts) {
    if (part.kind === 'field') {
      close();
      values.push(part.field);
    } else if (open === null) {
      open = { start: part.start, end: part.end, value: part.value };
    } else {
      const value: string | null =
        open.value === null || part.value === null ? null : open.value + part.value;
      open = { start: open.start, end: part.end, value };
    }
  }
  close();
  return values;
}

function textConstant(
  conversion: Conversion,
  part: { readonly start: number; readonly end: number; readonly value: string | null },
): Constant {
  const { start, end, value } = part;
  const constant: Constant = {
    type: 'Constant',
    kind: 'str',
    text: conversion.text.slice(start, end),
    start,
    end,
  };
  return value === null ? constant : { ...constant, value };
}
