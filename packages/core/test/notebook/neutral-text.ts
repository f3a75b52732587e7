import type { CodeCell, Magic } from '../../src/notebook/index.ts';

/** The cell with every magic replaced by one word: what both lexers must agree on. */
export function neutralText(cell: CodeCell): string {
  const outer = outerMagics(cell.python.magics).filter((magic) => magic.kind !== 'autocall');
  const changes = [
    ...outer.map((magic) => ({ span: magic.span, text: 'MAGIC' })),
    // Outside magics, the only changes are prompts and indentation that are cut, and calls that are written out.
    ...cell.python.segments
      .filter(({ source }) => source.end > source.start)
      .filter(({ source }) => !outer.some(({ span }) => span.start < source.end && source.start < span.end))
      .map(({ python, source }) => ({
        span: source,
        text: cell.python.text.slice(python.start, python.end),
      })),
  ].sort((a, b) => a.span.start - b.span.start);
  let text = '';
  let done = 0;
  for (const change of changes) {
    text += cell.source.slice(done, change.span.start) + change.text;
    done = change.span.end;
  }
  return text + cell.source.slice(done);
}

/** Name and arguments of every magic that the oracle can see too. */
export function visibleMagics(cell: CodeCell): readonly (readonly string[])[] {
  return outerMagics(cell.python.magics)
    .filter((magic) => magic.kind !== 'autocall')
    .map((magic) => [magic.kind, magic.kind === 'shell' ? '!' : magic.name, magic.arguments]);
}

/** Magics that stand in no other one: `%time !ls` is one for IPython until it runs. */
function outerMagics(magics: readonly Magic[]): readonly Magic[] {
  return magics.filter(
    (magic) =>
      !magics.some(
        ({ span }) => span !== magic.span && span.start <= magic.span.start && magic.span.end <= span.end,
      ),
  );
}
