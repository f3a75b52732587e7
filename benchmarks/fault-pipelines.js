// The notebooks that `npm run faults` makes pipelines of: plain Python, so that a run takes a fraction of a second.

const WIDE = ['north', 'south', 'east', 'west'];

/** Cells as [stage, source]; `jobs` is how many stages run at the same time. */
export const PIPELINES = [
  {
    name: 'chain',
    jobs: 1,
    cells: [
      ['load', 'numbers = [step * step % 97 for step in range(20000)]'],
      ['double', 'doubled = [number * 2 for number in numbers]'],
      ['total', 'sums = []\nfor at, number in enumerate(doubled):\n    sums.append(number + at)'],
      ['report', 'result = {"sum": sum(sums), "most": max(sums)}'],
      [null, 'result'],
    ],
  },
  {
    name: 'diamond',
    jobs: 2,
    cells: [
      ['load', 'numbers = [step * 7 % 101 for step in range(20000)]'],
      ['left', 'evens = [number for number in numbers if number % 2 == 0]'],
      ['right', 'odds = [number for number in numbers if number % 2]'],
      ['join', 'pair = [sum(evens), sum(odds)]'],
      [null, 'pair'],
    ],
  },
  {
    name: 'wide',
    jobs: 2,
    cells: [
      ['load', 'readings = list(range(5000))'],
      ...WIDE.map((name, at) => [
        name,
        `${name} = {str(r): r * ${at + 3} % 89 for r in readings}\nwith open("${name}.txt", "w") as file:\n    file.write(str(sum(${name}.values())))`,
      ]),
      ['join', `best = max(${WIDE.map((name) => `sum(${name}.values())`).join(', ')})`],
      [null, 'best'],
    ],
  },
  {
    name: 'pickled',
    jobs: 1,
    cells: [
      ['load', 'seen = {step * 13 % 1009 for step in range(50000)}'],
      ['split', 'low, high = {s for s in seen if s < 500}, {s for s in seen if s >= 500}'],
      [
        'report',
        'ratio = (len(low) / len(high), len(seen))\nwith open("ratio.csv", "w") as file:\n    file.write("low,high\\n" + str(ratio))',
      ],
      [null, 'ratio'],
    ],
  },
];

/** Text of the notebook of a pipeline; tags of its cells name the stages. */
export function notebookOf({ cells }) {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    cells: cells.map(([stage, source], at) => ({
      cell_type: 'code',
      id: `c${at}`,
      metadata: { tags: stage === null ? [] : [`stage:${stage}`] },
      execution_count: null,
      outputs: [],
      source,
    })),
  });
}
