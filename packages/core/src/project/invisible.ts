/**
 * Escapes what a reader cannot see (controls, marks of direction, lone surrogates) in text that stands between double quotes.
 * The form `\uXXXX` is the same in JSON, TOML and YAML.
 */
export function escapeInvisible(text: string): string {
  return text.replace(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\p{Cf}\p{Cs}]/gu, (character) =>
    character.length > 1 ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
