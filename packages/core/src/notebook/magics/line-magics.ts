import { pythonString, suggest } from '../../text/index.ts';
import { DROPPED_MAGICS } from './dropped-magics.ts';
import { translateCd, translateEnv, translateSetEnv } from './environment.ts';
import { interpolate } from './interpolate.ts';
import { translateInstallArguments } from './requirements.ts';
import { translateRun } from './run-script.ts';
import { translateOutput } from './shell.ts';
import { skipOptions } from './shell-words.ts';
import { translateSql } from './sql.ts';
import {
  drop,
  dropUntranslated,
  expression,
  keep,
  type MagicCall,
  statements,
  type Translation,
} from './translation.ts';

type Translate = (call: MagicCall) => Translation;

const install: Translate = (call) =>
  translateInstallArguments(call.name, call.arguments, call.context.readText);
const runCommand: Translate = (call) => {
  const command = interpolate(`${call.name} ${call.arguments}`.trim(), call.context.names);
  return statements(`subprocess.run(${command}, shell=True, check=False)`, ['import subprocess']);
};

const LINE_MAGICS: Readonly<Record<string, Translate>> = {
  cd: translateCd,
  pushd: translateCd,
  popd: (call) => dropUntranslated(call, 'goes to a remembered directory', 'Name the directory.'),
  env: translateEnv,
  set_env: translateSetEnv,
  dotenv: () => statements('load_dotenv()', ['from dotenv import load_dotenv']),
  pip: install,
  conda: install,
  mamba: install,
  micromamba: install,
  uv: (call) =>
    translateInstallArguments('uv', call.arguments.replace(/^\s*pip\s+/, ''), call.context.readText),
  run: translateRun,
  sql: (call) => translateSql(call),
  sx: translateOutput,
  system: translateOutput,
  pwd: (call) =>
    call.isAssigned ? expression('os.getcwd()', ['import os']) : drop('shows the working directory'),
  time: (call) => keep(skipOptions(call.arguments, '')),
  prun: (call) => keep(skipOptions(call.arguments, 'lsTD')),
  lprun: (call) => keep(skipOptions(call.arguments, 'fmsTDu')),
  pylab: () =>
    statements(PYLAB.join('\n'), [
      'import matplotlib',
      'import numpy',
      'from matplotlib import mlab, pylab, pyplot',
    ]),
  xdel: (call) => statements(`del ${/\w+\s*$/.exec(call.arguments)?.[0].trim() ?? '_'}`),
  store: (call) =>
    /^\s*-r\b/.test(call.arguments)
      ? dropUntranslated(call, 'restores values of an earlier session', 'Load them from a file.')
      : drop('stores values for another session'),
  reset: (call) => dropUntranslated(call, 'deletes the names of the session', 'Remove the cell.'),
  reset_selective: (call) => dropUntranslated(call, 'deletes names of the session', 'Use `del`.'),
  mkdir: runCommand,
  rmdir: runCommand,
  mv: runCommand,
  cp: runCommand,
  rm: runCommand,
  touch: runCommand,
  sh: runCommand,
};

const PYLAB = ['np = numpy', 'plt = pyplot', 'from matplotlib.pylab import *', 'from numpy import *'];

/** Names that automagic knows: magics that may stand without `%`. */
export const KNOWN_LINE_MAGICS: ReadonlySet<string> = new Set([
  ...Object.keys(LINE_MAGICS).filter((name) => name !== 'touch' && name !== 'sh' && name !== 'dotenv'),
  ...Object.keys(DROPPED_MAGICS).filter(
    (name) => !'dir echo head tail style info connect'.split(' ').includes(name),
  ),
]);

/** Translates a line magic; one that nobody knows is left out with a warning. */
export function translateLineMagic(call: MagicCall): Translation {
  if (Object.hasOwn(LINE_MAGICS, call.name)) {
    const translate = LINE_MAGICS[call.name];
    if (translate !== undefined) return translate(call);
  }
  const reason = Object.hasOwn(DROPPED_MAGICS, call.name) ? DROPPED_MAGICS[call.name] : undefined;
  if (reason !== undefined) return drop(reason);
  const near = /^\w{3,30}$/.test(call.name) ? suggest(call.name, KNOWN_LINE_MAGICS) : undefined;
  return {
    ...drop('is not known'),
    problem: {
      code: 'N009',
      message: `\`%${call.name.slice(0, 40)}\` is no magic that is known here; it was left out`,
      ...(near === undefined ? {} : { hint: `Write \`%${near}\` if that was meant.` }),
    },
  };
}

/** Translates `,f a b`, `;f a b` and `/f a b` to the calls that they mean. */
export function translateAutocall(sign: ',' | ';' | '/', content: string): Translation {
  const [, name = '', text = ''] = /^(\S*)\s?([\s\S]*)$/.exec(content) ?? [];
  if (!/^[A-Za-z_][\w.]*$/.test(name)) return drop('names nothing to call');
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (sign === '/') return expression(`${name}(${words.join(', ')})`);
  const values = sign === ';' ? [text] : words.length === 0 ? [''] : words;
  return expression(`${name}(${values.map(pythonString).join(', ')})`);
}
