import { pythonString } from '../../text/index.ts';
import { interpolate } from './interpolate.ts';
import { translateInstall } from './requirements.ts';
import { drop, expression, type MagicCall, statements, type Translation } from './translation.ts';

const SUBPROCESS = ['import subprocess'];

/** Translates `!command`: its output goes to the terminal, and its failure stops nothing. */
export function translateSystem(call: MagicCall): Translation {
  const command = call.arguments.trim();
  if (command === '') return drop('runs nothing');
  const install = translateInstall(command, call.context.readText);
  if (install !== undefined) return install;
  if (onlyShows(command)) return drop('only shows something on the terminal');
  return statements(
    `subprocess.run(${interpolate(command, call.context.names)}, shell=True, check=False)`,
    SUBPROCESS,
  );
}

/** Programs that print and change nothing, when the shell redirects and chains nothing. */
const SHOWING =
  /^(ls|ll|dir|head|tail|cat|wc|pwd|echo|date|which|whoami|hostname|uname|file|tree|du|df|free|nproc|lscpu|nvidia-smi|printenv|stat|(python3?|node|java|git|pip3?|conda|nvcc) (--version|-V)|pip3? (list|show|freeze)|git (status|log|diff|branch))\b/;

function onlyShows(command: string): boolean {
  return SHOWING.test(command) && !/[>|;&`]|\$\(/.test(command);
}

/** Translates `x = !command` and `!!command`: the lines that the command writes, errors among them. */
export function translateOutput(call: MagicCall): Translation {
  const command = call.arguments.trim();
  const install = translateInstall(command, call.context.readText);
  if (install !== undefined) return install;
  return expression(capture(interpolate(command, call.context.names)), SUBPROCESS);
}

/** Writes the call that gives the lines of a command, as IPython's `getoutput` does. */
export function capture(command: string): string {
  const options = 'shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False';
  return `subprocess.run(${command}, ${options}).stdout.splitlines()`;
}

/** Translates a cell that a program reads as its standard input: `%%bash`, `%%sh`, `%%script`. */
export function translateScript(program: readonly string[], options: string, body: string): Translation {
  const [first, ...rest] = program;
  const words = [first === 'python' || first === 'python3' ? 'sys.executable' : pythonString(first ?? 'sh')];
  const command = `[${[...words, ...rest.map(pythonString)].join(', ')}]`;
  const imports = words[0] === 'sys.executable' ? ['import subprocess', 'import sys'] : SUBPROCESS;
  const out = /--out(?:=|\s+)(\w+)/.exec(options)?.[1];
  const check = /--no-raise-error/.test(options) ? 'False' : 'True';
  const input = `input=${pythonString(`${body.replace(/\n+$/, '')}\n`)}, text=True, check=${check}`;
  if (out === undefined) return statements(`subprocess.run(${command}, ${input})`, imports);
  return statements(`${out} = subprocess.run(${command}, ${input}, stdout=subprocess.PIPE).stdout`, imports);
}
