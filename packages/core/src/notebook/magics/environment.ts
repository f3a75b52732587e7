import { pythonString } from '../../text/index.ts';
import { interpolate } from './interpolate.ts';
import { unquote } from './shell-words.ts';
import {
  drop,
  dropUntranslated,
  expression,
  type MagicCall,
  statements,
  type Translation,
} from './translation.ts';

const OS = ['import os'];

/** Translates `%env`: shows, reads or sets a variable of the environment. */
export function translateEnv(call: MagicCall): Translation {
  const text = call.arguments.trim();
  if (text === '')
    return call.isAssigned ? expression('dict(os.environ)', OS) : drop('shows the environment');
  if (!/[\s=]/.test(text)) return readVariable(call, text);
  return translateSetEnv(call);
}

function readVariable(call: MagicCall, name: string): Translation {
  return call.isAssigned
    ? expression(`os.environ[${pythonString(name)}]`, OS)
    : drop('shows the environment');
}

/** Translates `%set_env NAME=value` and `%set_env NAME value`. */
export function translateSetEnv(call: MagicCall): Translation {
  const text = call.arguments.trim();
  const match = text.includes('=') ? /^([^=]*)=([\s\S]*)$/.exec(text) : /^(\S+)\s+([\s\S]*)$/.exec(text);
  const name = match?.[1]?.trim() ?? '';
  if (match === null || name === '') return drop('sets nothing');
  const value = interpolate((match[2] ?? '').trim(), call.context.names);
  return statements(`os.environ[${pythonString(name)}] = ${value}`, OS);
}

/** Translates `%cd`: changes the working directory. */
export function translateCd(call: MagicCall): Translation {
  const target = call.arguments.trim().replace(/^-q\s+|\s+-q$/, '');
  if (target === '' || target === '-q' || target === '~')
    return statements('os.chdir(os.path.expanduser("~"))', OS);
  if (/^-/.test(target))
    return dropUntranslated(call, 'goes to a remembered directory', 'Name the directory.');
  const path = interpolate(unquote(target), call.context.names);
  return statements(
    target.startsWith('~') ? `os.chdir(os.path.expanduser(${path}))` : `os.chdir(${path})`,
    OS,
  );
}
