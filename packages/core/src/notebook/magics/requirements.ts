import { splitShellWords } from './shell-words.ts';
import { drop, type Translation } from './translation.ts';

const INSTALLER =
  /^(?:sudo\s+)?(?:(?:\{sys\.executable\}|"\{sys\.executable\}"|\$sys\.executable|\S*python[\d.]*)\s+-m\s+)?((?:uv\s+)?pip[\d.]*|conda|mamba|micromamba|poetry|uv)\s+/;
const OPTIONS_WITH_VALUE = new Set(
  '-r --requirement -c --constraint --channel -i --index-url --extra-index-url -f --find-links -t --target -n --name -p --prefix --python --trusted-host --timeout --proxy --platform --root'.split(
    ' ',
  ),
);

/** Translates an installation in a shell command (`pip install x`) to a requirement; undefined for other commands. */
export function translateInstall(
  command: string,
  readText: (path: string) => string | undefined,
): Translation | undefined {
  const trimmed = command.trim();
  if (/^(?:sudo\s+)?(?:apt|apt-get|brew|yum|dnf|apk)\s/.test(trimmed))
    return drop('installs programs of the system');
  const installer = INSTALLER.exec(trimmed);
  if (installer === null) return undefined;
  return translateInstallArguments(installer[1] ?? 'pip', trimmed.slice(installer[0].length), readText);
}

/** Translates the arguments of `%pip` and `%conda`. */
export function translateInstallArguments(
  installer: string,
  text: string,
  readText: (path: string) => string | undefined,
): Translation {
  const [verb, ...words] = splitShellWords(text);
  if (verb !== 'install' && verb !== 'add') return drop('shows or changes installed packages');
  const packages: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-r' || word === '--requirement')
      packages.push(...listed(readText(words[at + 1] ?? '') ?? ''));
    if (OPTIONS_WITH_VALUE.has(word)) at += 1;
    else if (!word.startsWith('-') && !word.startsWith('{')) packages.push(fromConda(installer, word));
  }
  return { kind: 'none', fate: { kind: 'requirement', packages } };
}

function fromConda(installer: string, word: string): string {
  if (!/conda|mamba/.test(installer)) return word;
  return word.replace(/^[\w-]+::/, '').replace(/^([\w.-]+)=([^=].*)$/, '$1==$2');
}

/** Reads the plain lines of a requirements file. */
function listed(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('-'));
}
