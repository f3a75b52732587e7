import { normalizeLineEnds, type RawCell, type RawNotebook, rawCell } from './raw-cell.ts';

const HEADER = /^# Databricks notebook source[ \t]*\n?/;
const SEPARATOR = /^# COMMAND -+[ \t]*$/m;
const MAGIC = /^# MAGIC ?/;

/** Tells whether a text is a notebook that Databricks exported as a Python script. */
export function isDatabricks(text: string): boolean {
  return /^\ufeff?# Databricks notebook source[ \t]*\r?$/m.test(text.slice(0, 200));
}

/** Reads a Databricks notebook; the comment signs of `# MAGIC` lines are taken away. */
export function readDatabricks(source: string): RawNotebook {
  const text = normalizeLineEnds(source.startsWith('\ufeff') ? source.slice(1) : source).replace(HEADER, '');
  const cells = text.split(SEPARATOR).flatMap((part) => readCell(part));
  return { format: 'databricks', language: 'python', cells };
}

function readCell(part: string): readonly RawCell[] {
  const source = part.replace(/^\s*\n/, '').trimEnd();
  if (source === '') return [];
  const title = /^# DBTITLE \d+,(.*)\n?/.exec(source);
  const body = title === null ? source : source.slice(title[0].length);
  const titled = title === null ? [] : [rawCell('markdown', `### ${(title[1] ?? '').trim()}`)];
  const lines = body.split('\n');
  const isMagic = lines.every((line) => line.trim() === '' || MAGIC.test(line));
  const plain = lines
    .map((line) => line.replace(MAGIC, ''))
    .join('\n')
    .trim();
  if (plain === '') return titled;
  const markdown = isMagic ? /^%md(?:-sandbox)?(?:\s+|$)([\s\S]*)$/.exec(plain)?.[1] : undefined;
  return [...titled, markdown === undefined ? rawCell('code', plain) : rawCell('markdown', markdown)];
}
