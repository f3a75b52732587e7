import type { RunRecord } from '../record/index.ts';
import { isDistinctive } from './secret-names.ts';
import type { Secret } from './types.ts';

/** Puts stars in place of credentials; the text keeps its length and its lines. */
export function maskText(text: string, secrets: readonly Secret[]): string {
  let masked = text;
  for (const secret of longestFirst(secrets))
    for (const shown of new Set([secret.text, JSON.stringify(secret.text).slice(1, -1)]))
      masked = masked.replaceAll(shown, shown.replace(/[^\n]/g, '*'));
  return masked;
}

/** Puts stars in place of credentials in every text of plain JSON data, keys included. */
export function maskData<T>(data: T, secrets: readonly Secret[]): T {
  if (secrets.length === 0) return data;
  const masked: T = JSON.parse(JSON.stringify(data), (_, value: unknown) => {
    if (typeof value === 'string') return maskText(value, secrets);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskText(key, secrets), item]));
  });
  return masked;
}

/** Takes the credentials out of what a run has shown; calls whose arguments or result hold one are left out. */
export function maskRecord(record: RunRecord, secrets: readonly Secret[]): RunRecord {
  const calls = record.calls.filter((call) => findSecretIn(JSON.stringify(call), secrets) === undefined);
  return maskData({ ...record, calls }, secrets);
}

/** Gives the first credential that a text holds, as it is or as it stands in a JSON or Python literal. */
export function findSecretIn(text: string, secrets: readonly Secret[]): Secret | undefined {
  return secrets.find(
    (secret) =>
      isDistinctive(secret.text) &&
      (text.includes(secret.text) || text.includes(JSON.stringify(secret.text).slice(1, -1))),
  );
}

/** A credential may be a part of another one. Only those that are special stand for themselves everywhere. */
function longestFirst(secrets: readonly Secret[]): readonly Secret[] {
  return secrets
    .filter(({ text }) => isDistinctive(text))
    .sort((one, other) => other.text.length - one.text.length);
}
