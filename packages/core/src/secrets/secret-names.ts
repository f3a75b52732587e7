/** Words at the end of a name that say that it holds a password: any text is one. */
const PASSWORD = /(?:^|_)(?:password|passwd|passphrase|pwd|(?:db|user|admin|root|smtp|my)_?pass)\d*$/;
/** Words that say that it holds a key: a text of letters and digits is one. */
const KEY =
  /(?:^|_)(?:api_?key|access_?key|secret_?key|private_?key|auth_?key|account_?key|access_key_id|secret|token|credentials?|conn(?:ection)?_?str(?:ing)?)\d*$/;
/** What stands where a credential should be put in. */
const PLACEHOLDER =
  /^(?:x+|\*+|\.+|-+|<.*>|\[.*\]|\$?\{.*\}|%.*%|your\b.*|my[-_]?(?:password|secret|token|key)|change[-_]?me|password|passwd|secret|token|api[-_]?key|none|null|todo|placeholder|example|dummy)$/i;

/** Tells whether what is assigned to a name, or given as an argument or item of that name, is a credential. */
export function isSecretByName(name: string, value: string): boolean {
  const words = snakeCase(name);
  const text = value.trim();
  if (/[\n\r]/.test(text) || PLACEHOLDER.test(text) || snakeCase(text) === words) return false;
  if (PASSWORD.test(words)) return text.length >= 4 && !/\s/.test(text);
  return KEY.test(words) && text.length >= 8 && /\d/.test(text) && /[A-Za-z]/.test(text) && !/\s/.test(text);
}

/** Gives the variable of the environment for a name: `dbPassword` becomes `DB_PASSWORD`. */
export function variableFor(name: string): string {
  const plain = snakeCase(name)
    .replace(/[^a-z\d_]+/g, '_')
    .toUpperCase();
  return /^[A-Z]/.test(plain) ? plain : `SECRET_${plain}`.replace(/_+$/, '');
}

/**
 * Tells whether a credential is so special that the same text elsewhere must be the same credential; `admin` is not.
 */
export function isDistinctive(text: string): boolean {
  return text.length >= 16 || (text.length >= 6 && /[^A-Za-z]/.test(text));
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.\s]+/g, '_')
    .toLowerCase();
}
