import { readFileSync } from 'node:fs';
import { type FindSecrets, findKnownShapes, mayHoldSecrets, readNotebook } from '@cellwright/core';
import { fileSources, readNotebookFile } from './notebook-files.ts';

/** Text that JSON writes as an escape could hide a mark from the first look. */
const ESCAPED_ASCII = /\\u00[2-7][\da-f]/i;

/**
 * Makes what finds credentials in the texts of notebooks. The scanner proper takes a tenth of a second to load: it is
 * asked only about texts that a first look found suspicious, before the phases that are synchronous.
 */
export async function prepareSecretFinder(paths: readonly string[]): Promise<FindSecrets> {
  const suspects = paths.flatMap(suspiciousTexts);
  const scanned: ReadonlyMap<string, ReturnType<FindSecrets>> = suspects.length === 0
    ? new Map()
    : await (await import('./secretlint.ts')).scanTexts(suspects);
  return (text) => (mayHoldSecrets(text) ? [...findKnownShapes(text), ...(scanned.get(text) ?? [])] : []);
}

function suspiciousTexts(path: string): readonly string[] {
  const file = readNotebookFile(path);
  if ('problem' in file || !(mayHoldSecrets(file.text) || ESCAPED_ASCII.test(file.text))) return [];
  const cells = readNotebook(path, file.text, fileSources).value?.cells ?? [];
  const texts = cells.flatMap((cell) => {
    if (cell.kind !== 'code') return [cell.source];
    return [cell.python.text, ...cell.outputs.map(({ text = '' }) => text)];
  });
  return [...new Set(texts)].filter(mayHoldSecrets);
}

/** Tells whether a file holds one of these texts: as UTF-8, or as the four-byte text of NumPy. */
export function holdsText(path: string, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const bytes = readFileSync(path);
  return texts.some((text) => bytes.includes(text) || bytes.includes(fourByteText(text)));
}

function fourByteText(text: string): Buffer {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, at) => {
    bytes.writeUInt32LE(point, at * 4);
  });
  return bytes;
}
