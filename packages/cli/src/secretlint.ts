import type { SecretSpan } from '@cellwright/core';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const KINDS: Readonly<Record<string, string>> = {
  'database-connection-string': 'DATABASE_URL',
  basicauth: 'URL_WITH_PASSWORD',
  privatekey: 'PRIVATE_KEY',
  slack: 'SLACK_TOKEN',
  github: 'GITHUB_TOKEN',
};

/** Gives what secretlint finds in each text. */
export async function scanTexts(
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly SecretSpan[]>> {
  const found = new Map<string, readonly SecretSpan[]>();
  for (const text of texts) found.set(text, await scanText(text));
  return found;
}

async function scanText(content: string): Promise<readonly SecretSpan[]> {
  const { messages } = await lintSource({
    source: { content, filePath: 'cell.py', ext: '.py', contentType: 'text' },
    options: { noPhysicFilePath: true, config: { rules: [{ id: PRESET, rule: creator, options: {} }] } },
  });
  return messages.map(({ ruleId, range, data }) => ({
    kind: kindOf(ruleId),
    ...placeOf(content, range, data),
  }));
}

/** Some rules of secretlint give the range of another text than the one that they name in their data. */
function placeOf(content: string, [start, end]: readonly [number, number], data: unknown) {
  const named = Object.values(typeof data === 'object' && data !== null ? data : {}).filter(
    (value): value is string => typeof value === 'string' && value.length >= 8 && content.includes(value),
  );
  const [longest] = named.sort((one, other) => other.length - one.length);
  if (longest === undefined) return { start, end };
  const at = content.indexOf(longest, start);
  const first = at < 0 ? content.indexOf(longest) : at;
  return { start: first, end: first + longest.length };
}

/** `@secretlint/secretlint-rule-sendgrid` is about a `SENDGRID_SECRET`. */
function kindOf(ruleId: string): string {
  const name = ruleId.replace(/^.*secretlint-rule-/, '');
  return KINDS[name] ?? `${name.replace(/\W+/g, '_').toUpperCase()}_SECRET`;
}
