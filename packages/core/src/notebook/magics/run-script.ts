import { pythonString } from '../../text/index.ts';
import { splitShellWords } from './shell-words.ts';
import { drop, type MagicCall, statements, type Translation } from './translation.ts';

/** Translates `%run FILE`: the file's own code stands in its place, where the file can be read. */
export function translateRun(call: MagicCall): Translation {
  const words = splitShellWords(call.arguments);
  const first = words.findIndex((word) => !word.startsWith('-'));
  const target = words[first];
  if (target === undefined) return drop('runs nothing');
  if (words.slice(0, first).includes('-m')) return missing(`the module \`${target}\``);
  const script = call.context.readScript(target);
  if (script === undefined) return missing(`\`${target}\``);
  const values = words.slice(first + 1).filter((word) => !word.startsWith('$'));
  const list = [target, ...values].map(pythonString).join(', ');
  const isImport = words.slice(0, first).includes('-n');
  const text = isImport ? script : script.replace(/^if __name__ == (["'])__main__\1\s*:/gm, 'if True:');
  const plain = text.replace(/^from __future__ import [^\n]*\n?/gm, '').trimEnd();
  if (values.length === 0 || call.context.format === 'databricks') return statements(plain);
  return statements(`sys.argv = [${list}]\n${plain}`, ['import sys']);
}

function missing(what: string): Translation {
  const message = `\`%run\` names ${what}, which cannot be read`;
  return {
    ...drop('the file cannot be read'),
    problem: { code: 'N011', message, hint: 'Put the file beside the notebook.' },
  };
}
