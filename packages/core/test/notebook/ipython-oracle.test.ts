import { describe, expect, it } from 'vitest';
import { askOracle } from './ask-oracle.ts';
import { HAND_WRITTEN } from './hand-written-cells.ts';
import { readCell } from './make-notebook.ts';
import { neutralText, visibleMagics } from './neutral-text.ts';
import { randomCells } from './random-cells.ts';

interface Answer {
  readonly refused?: string;
  readonly text: string;
  readonly magics: readonly (readonly string[])[];
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();

describe("IPython's own lexer agrees", () => {
  const cells = [...HAND_WRITTEN, ...randomCells(20261121, 3000)];
  const answers = askOracle('transform_cells.py', cells) as readonly Answer[];
  const pairs = cells.flatMap((source, index) => {
    const answer = answers[index];
    return answer === undefined || answer.refused !== undefined ? [] : [{ source, answer }];
  });

  it('is asked about thousands of cells, most of them with magics', () => {
    expect(pairs.length).toBeGreaterThan(2900);
    expect(pairs.filter(({ answer }) => answer.magics.length > 0).length).toBeGreaterThan(1500);
  });

  it('on which lines are magics, and which ones', () => {
    const wrong = pairs.flatMap(({ source, answer }) => {
      const ours = visibleMagics(readCell(source));
      return JSON.stringify(ours) === JSON.stringify(answer.magics)
        ? []
        : [{ source, ours, theirs: answer.magics }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('on the Python around them', () => {
    const wrong = pairs.flatMap(({ source, answer }) => {
      const ours = tidy(neutralText(readCell(source)));
      return ours === tidy(answer.text) ? [] : [{ source, ours, theirs: tidy(answer.text) }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
