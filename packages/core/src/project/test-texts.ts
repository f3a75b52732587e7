import type { TextSummary } from './types.ts';

const NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/g;
const LARGEST = 2_147_483_647;

/** Reduces a text; the generated test does the same in Python. */
export function summariseText(text: string): TextSummary {
  const numbers = (text.match(NUMBER) ?? []).map(Number);
  let words = 0;
  for (const character of text.replace(NUMBER, '#'))
    words = (words * 31 + (character.codePointAt(0) ?? 0)) % LARGEST;
  const weigh = (value: number, at: number) => value * ((at % 97) + 1);
  return {
    words,
    numbers: numbers.length,
    weighted: numbers.reduce((sum, value, at) => sum + weigh(value, at), 0),
    size: numbers.reduce((sum, value, at) => sum + weigh(Math.abs(value), at), 0),
  };
}

/** Gives the test that compares the text files of a full run with what the notebook wrote. */
export function testTexts(): string {
  return `

def summary(text: str) -> dict[str, float]:
    """Reduce a text to its words and its numbers, which may round."""
    numbers = [float(number) for number in NUMBER.findall(text)]
    words = 0
    for character in NUMBER.sub("#", text):
        words = (words * 31 + ord(character)) % 2147483647
    weighted = [number * (at % 97 + 1) for at, number in enumerate(numbers)]
    sizes = (sum(weighted), sum(map(abs, weighted)))
    return {"words": words, "numbers": len(numbers), "weighted": sizes[0], "size": sizes[1]}


@pytest.mark.full
@pytest.mark.parametrize("made", TEXTS)
def test_text_is_that_of_the_notebook(out: Path, made: str) -> None:
    found, expected = summary((out / made).read_bytes().decode()), TEXTS[made]
    assert [found["words"], found["numbers"]] == [expected["words"], expected["numbers"]]
    assert found["weighted"] == pytest.approx(expected["weighted"], abs=1e-6 * expected["size"])
`;
}
