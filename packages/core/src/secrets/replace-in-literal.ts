import { pythonString, type TextEdit } from '../text/index.ts';
import type { NamedText } from './named-texts.ts';
import { isDistinctive, isSecretByName } from './secret-names.ts';
import type { Secret } from './types.ts';

/** Gives the edit that takes credentials out of a text literal; `null` where it holds none. */
export function replaceInLiteral(
  literal: NamedText,
  python: string,
  secrets: readonly Secret[],
): TextEdit | null {
  const { node, isFixed, isFormatted, isIdle } = literal;
  const source = python.slice(node.start, node.end);
  if (isIdle || isFixed) return null; // stars, as in a comment
  if (isFormatted) return inFormatted(source, node, python, secrets);
  const value = node.value ?? source;
  const isBytes = node.kind === 'bytes';
  const whole = secrets.find(({ text }) => text === value && isSameSecret(literal, value));
  const span = { start: node.start, end: node.end };
  if (whole !== undefined) return { span, text: `${environ(whole)}${isBytes ? '.encode()' : ''}` };
  const parts = splitBy(value, secrets);
  if (parts.length === 1) return null;
  const pieces = parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? pythonString(part) : environ(part)));
  const joined = pieces.length === 1 ? (pieces[0] ?? '') : `(${pieces.join(' + ')})`;
  return { span, text: isBytes ? `${joined}.encode()` : joined };
}

/** A text such as `admin` is a credential only where its name says so. */
function isSameSecret({ name }: NamedText, value: string): boolean {
  return isDistinctive(value) || (name !== undefined && isSecretByName(name, value));
}

/** A part of a formatted string: a replacement field stands for the credential, in quotes that the string does not use. */
function inFormatted(
  source: string,
  node: NamedText['node'],
  python: string,
  secrets: readonly Secret[],
): TextEdit | null {
  const parts = splitBy(source, secrets);
  if (parts.length === 1) return null;
  const opening = /(['"])(?:\1\1)?[^'"]*$/.exec(python.slice(0, node.start))?.[1];
  const quote = opening === "'" ? '"' : "'";
  const text = parts
    .map((part) => (typeof part === 'string' ? part : `{os.environ[${quote}${part.variable}${quote}]}`))
    .join('');
  return { span: { start: node.start, end: node.end }, text };
}

function environ({ variable }: Secret): string {
  return `os.environ["${variable}"]`;
}

/** Splits a text at the credentials in it; a text without any is one part. */
function splitBy(text: string, secrets: readonly Secret[]): readonly (string | Secret)[] {
  const found = secrets
    .filter((secret) => isDistinctive(secret.text) && text.includes(secret.text))
    .sort((one, other) => other.text.length - one.text.length)[0];
  if (found === undefined) return [text];
  const at = text.indexOf(found.text);
  return [
    ...splitBy(text.slice(0, at), secrets),
    found,
    ...splitBy(text.slice(at + found.text.length), secrets),
  ];
}
