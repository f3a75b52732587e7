const CONTEXT = 3;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Prints how a file would change as a unified difference; empty when it would not. */
export function printDifference(path: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = compareLines(toLines(before), toLines(after));
  const isShown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  const printed: string[] = [`--- ${before === '' ? '/dev/null' : path}`, `+++ ${path}`];
  let [old, current] = [0, 0];
  lines.forEach((line, index) => {
    if (isShown[index] && !isShown[index - 1]) printed.push(header(lines, isShown, index, old, current));
    if (isShown[index]) printed.push(line.sign + line.text);
    if (line.sign !== '+') old++;
    if (line.sign !== '-') current++;
  });
  return `${printed.join('\n')}\n`;
}

/** The header of the part that begins at a line; `old` and `current` lines stand before it. */
function header(
  lines: readonly Line[],
  isShown: readonly boolean[],
  start: number,
  old: number,
  current: number,
): string {
  const after = isShown.indexOf(false, start);
  const part = lines.slice(start, after < 0 ? lines.length : after);
  const range = (before: number, without: Line['sign']) => {
    const count = part.filter(({ sign }) => sign !== without).length;
    return `${count === 0 ? before : before + 1},${count}`;
  };
  return `@@ -${range(old, '+')} +${range(current, '-')} @@`;
}

function toLines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Lines that both have, by the longest common subsequence: files of targets are short. */
function compareLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ sign: ' ', text: before[i] ?? '' });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && length(i + 1, j) >= length(i, j + 1)))
      lines.push({ sign: '-', text: before[i++] ?? '' });
    else lines.push({ sign: '+', text: after[j++] ?? '' });
  }
  return lines;
}
