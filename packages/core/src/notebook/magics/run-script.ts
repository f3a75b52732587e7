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
  const clash = call.context.format === 'databricks' ? undefined : sharedGlobal(script, call.context.names);
  if (clash !== undefined) return rebound(target, clash);
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

/**
 * Functions of a script that was run keep the script's own variables, which inlining would merge with the notebook's: a
 * variable that the script assigns, its functions read, and the notebook may assign again.
 */
function sharedGlobal(script: string, names: ReadonlySet<string>): string | undefined {
  const bodies = script
    .split('\n')
    .filter((line) => /^\s/.test(line))
    .join('\n');
  if (!/^(async )?def |^class |\blambda\b/m.test(script)) return undefined;
  const assigned = [...script.matchAll(/^([A-Za-z_]\w*)\s*(?::[^=\n]+)?=(?!=)/gm)].flatMap(
    ([, name]) => name ?? [],
  );
  return assigned.find((name) => names.has(name) && new RegExp(`\\b${name}\\b`).test(bodies));
}

function rebound(target: string, name: string): Translation {
  const message = `\`%run\` of \`${target}\` has functions that read its own \`${name}\`, which the notebook assigns too`;
  return {
    ...drop('the file and the notebook would share a variable'),
    problem: { code: 'N010', message, hint: `Give \`${name}\` another name in one of them.` },
  };
}
