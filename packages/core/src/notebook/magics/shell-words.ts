/** Splits a command as a POSIX shell does, quotes removed; an operator (`&&`, `|`, `>`) ends the command. */
export function splitShellWords(command: string): readonly string[] {
  const words: string[] = [];
  const pattern =
    /\s+|(&&|\|\|?|;|\d?>|<)|((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\&|;<>]|[<>](?==)|(?<=[\w\]])[<>](?=[\d\w]))+)|[\s\S]/y;
  for (let match = pattern.exec(command); match !== null; match = pattern.exec(command)) {
    if (match[1] !== undefined) break;
    if (match[2] !== undefined) words.push(unquote(match[2]));
  }
  return words;
}

/** Removes one pair of quotes around a word. */
export function unquote(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
    (_, double?: string, single?: string) => double ?? single ?? '',
  );
}

/** Splits options from the front of a magic's arguments; gives the offset at which the rest begins. */
export function skipOptions(text: string, withValue: string): number {
  const pattern = /\s*(-(-[\w-]+|\w)(=\S*)?|-[\w]+)(?=\s|$)\s*/y;
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return at;
    at = pattern.lastIndex;
    const short = /^-(\w)$/.exec((match[1] ?? '').trim())?.[1];
    if (short !== undefined && withValue.includes(short)) {
      const value = /\S+\s*/y;
      value.lastIndex = at;
      if (value.exec(text) !== null) at = value.lastIndex;
    }
  }
}
