import { pythonString } from '../../text/index.ts';
import { interpolate } from './interpolate.ts';
import { unquote } from './shell-words.ts';
import { type CellMagicCall, drop, statements, type Translation } from './translation.ts';

const PATHLIB = ['from pathlib import Path'];

/** Translates `%%writefile`: the body becomes a file; a Python file is a module of the project as well. */
export function translateWriteFile(call: CellMagicCall): Translation {
  const isAppended = /(?:^|\s)(?:-a|--append)(?=\s|$)/.test(call.arguments);
  const target = unquote(call.arguments.replace(/(?:^|\s)(?:-a|--append)(?=\s|$)/, ' ').trim());
  if (target === '') return drop('names no file');
  const path = interpolate(target, call.context.names);
  const body = writeText(call.body.endsWith('\n') || call.body === '' ? call.body : `${call.body}\n`);
  const write = isAppended
    ? `with Path(${path}).open("a", encoding="utf-8") as file:\n    file.write(${body})`
    : `Path(${path}).write_text(${body}${body.endsWith('\n') ? '    encoding="utf-8",\n' : ', encoding="utf-8"'})`;
  const translation = statements(write, PATHLIB);
  const isModule = target.endsWith('.py') && path === pythonString(target);
  return isModule ? { ...translation, fate: { kind: 'module', path: target } } : translation;
}

function writeText(body: string): string {
  const lines = body.split(/(?<=\n)/).filter((line) => line !== '');
  if (lines.length < 2) return pythonString(body);
  return `\n    ${lines.map(pythonString).join('\n    ')},\n`;
}
