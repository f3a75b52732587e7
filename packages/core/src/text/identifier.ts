import { PYTHON_BUILTINS, PYTHON_KEYWORDS, STANDARD_MODULES } from './reserved-names.ts';

const MAXIMUM_LENGTH = 60;
// Windows opens a device when a file has one of these names, whatever its suffix.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Makes a valid ASCII Python identifier of any text.
 *
 * An identifier stays as it is; other text becomes lower snake case ("1. Load the data" gives `load_the_data`). The
 * result is never a keyword, a builtin, a module of the standard library, a device name of Windows, nor longer than 60
 * characters, and can name a file. It is not unique: see `uniqueIdentifier`.
 */
export function toIdentifier(text: string): string {
  const isPlain = text.length <= MAXIMUM_LENGTH && /^[A-Za-z_]\w*$/.test(text) && !/^_*$|^__.*__$/.test(text);
  const name = isPlain ? text : snakeCase(text);
  return isReserved(name) ? `${name}_` : name;
}

/** Makes an identifier that differs from every taken name, also where case is ignored: `name`, `name_2`, `name_3`. */
export function uniqueIdentifier(text: string, taken: Iterable<string>): string {
  return unique(toIdentifier(text), taken);
}

/** Makes a name for a file of any text, without suffix and unique: what every file system takes stays as it is. */
export function uniqueFileStem(text: string, taken: Iterable<string>): string {
  const plain = text.slice(0, 1000).normalize('NFKD').replace(/\p{M}/gu, '');
  const kept = plain.replace(/[^\w.-]+/g, '_').slice(0, MAXIMUM_LENGTH);
  return unique(kept.replace(/^[_.-]+|[_.-]+$/g, '') || 'notebook', taken);
}

function unique(base: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  let name = base;
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${base.replace(/_+$/, '')}_${count}`;
  return name;
}

function isReserved(name: string): boolean {
  return (
    PYTHON_KEYWORDS.has(name) || PYTHON_BUILTINS.has(name) || STANDARD_MODULES.has(name) || DEVICE.test(name)
  );
}

function snakeCase(text: string): string {
  const plain = text.slice(0, 1000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+/, '');
  const named = /^[\d_]+[a-z]/.test(words) ? words.replace(/^[\d_]+/, '') : words;
  const short = named.slice(0, MAXIMUM_LENGTH - 2).replace(/_+$/, '');
  if (short === '') return 'value';
  return /^\d/.test(short) ? `n_${short}` : short;
}
