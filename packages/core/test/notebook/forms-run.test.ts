import { describe, expect, it } from 'vitest';
import { askOracle } from './ask-oracle.ts';
import { readCells } from './make-notebook.ts';

interface Case {
  readonly cells: readonly string[];
  readonly names?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const FILES = {
  'data/a.txt': 'one\ntwo\n',
  'other.py': 'import os\nz = 3\nif __name__ == "__main__":\n    main = True\n',
};

const CASES: Readonly<Record<string, Case>> = {
  'x = !cmd': { cells: ['x = !cat data/a.txt'], names: ['x'], files: FILES },
  'x = !cmd with errors': { cells: ['x = !cat nothing.txt; echo out'], names: ['x'] },
  '!cmd': { cells: ['!touch made.txt'] },
  '!cmd that fails': { cells: ['!false', 'x = 1'], names: ['x'] },
  '!cmd continued': { cells: ['!echo a > b.txt && \\\n  cp b.txt c.txt'] },
  '{expression}': { cells: ['d = {"k": "v w"}', "x = !echo {d['k']} {1 + 2} {len(d)}"], names: ['x'] },
  'several quotes': { cells: ['d = {"k": "v"}', 'x = !echo {d["k"]} \'{d["k"]}\''], names: ['x'] },
  $name: {
    cells: ['name = "ann"', 'x = !echo $name.csv', 'y = !echo $name $$name \'$name\' "$name"'],
    names: ['y'],
  },
  'variables of the shell': { cells: ['a = 1', 'x = !FORM=3; echo $FORM $a'], names: ['x'] },
  'braces of awk': { cells: ["x = !echo a b | awk '{print $2}'"], names: ['x'] },
  'doubled braces': {
    cells: ['a = 1', "x = !echo a b{{}} | awk '{{print $2}}' | sed s/b/{a}/"],
    names: ['x'],
  },
  'slices in braces': {
    cells: ['a = "abcdef"', 'x = !echo {a[1:3]} {a:>3}', 'y = !echo {a[1:3]}'],
    names: ['x', 'y'],
  },
  'format in braces': { cells: ['a = 3', 'x = !echo {a:03d}'], names: ['x'] },
  '!! and sx': { cells: ['x = %sx cat data/a.txt'], names: ['x'], files: FILES },
  '%cd': { cells: ['%cd data', 'x = open("a.txt").read()'], names: ['x'], files: FILES },
  '%cd with a name': { cells: ['d = "data"', '%cd {d}'], files: FILES },
  '%cd in quotes': { cells: ['%cd "data"'], files: FILES },
  'cd without a sign': { cells: ['cd data'], files: FILES },
  '%pwd': { cells: ['%cd data', 'x = %pwd'], names: ['x'], files: FILES },
  '%env': { cells: ['%env FORM_A=1 b', 'x = %env FORM_A'], names: ['x'] },
  '%env with a name': { cells: ['v = 5', '%env FORM_A={v}\n%env FORM_B=$v'] },
  '%set_env': { cells: ['%set_env FORM_A 3'] },
  '%time': { cells: ['%time x = sum(range(5))\ny = 1'], names: ['x', 'y'] },
  '%time in a block': { cells: ['for i in range(3):\n    %time x = i\n    !touch {i}.txt'], names: ['x'] },
  'x = %time': { cells: ['x = %time 1 + 2'], names: ['x'] },
  '%timeit': { cells: ['x = 1', '%timeit -n1 -r1 x = 2'], names: ['x'] },
  '%prun': { cells: ['%prun -q -l 3 x = 4'], names: ['x'] },
  '%%time': { cells: ['%%time\nx = 1\n%time y = 2\nz = !echo {x}'], names: ['x', 'y', 'z'] },
  '%%capture': { cells: ['%%capture --no-stderr out\nx = 1\nprint(x)'], names: ['x'] },
  '%%capture in %%time': { cells: ['%%time\n%%capture\nx = 1'], names: ['x'] },
  '%%timeit': { cells: ['%%timeit -n1 -r1\nw = 2'], names: ['w'] },
  '%%writefile': {
    cells: ['%%writefile m.py\ndef f():\n    return "a\\n\'\\\\"\n', 'import sys; sys.path.insert(0, ".")'],
  },
  '%%writefile -a': { cells: ['%%writefile a.txt\none', '%%writefile -a a.txt\n\ttwo "x" {y} ünï'] },
  '%%writefile with a name': { cells: ['p = "q.txt"', '%%writefile {p}\none'] },
  '%%bash': { cells: ['%%bash\nfor i in 1 2; do\n  echo "$i" > $i.txt\ndone'] },
  '%%bash --out': { cells: ['%%bash --out x\necho one\necho two'], names: ['x'] },
  '%%sh': { cells: ['%%sh\necho a > b.txt'] },
  '%%script': { cells: ['%%script bash --out x\necho one'], names: ['x'] },
  '%%python': { cells: ['%%python\nopen("a.txt", "w").write("x")\nhidden = 1'], names: ['hidden'] },
  '%run': { cells: ['%run other.py'], names: ['z', 'main'], files: FILES },
  '%run with arguments': {
    cells: ['%run args.py a "b c"'],
    names: ['v'],
    files: { 'args.py': 'import sys\nv = sys.argv[1:]\n' },
  },
  '%run of a notebook': {
    cells: ['%run other.ipynb'],
    names: ['k', 'n'],
    files: {
      'other.ipynb': JSON.stringify({
        cells: [
          {
            cell_type: 'code',
            execution_count: null,
            metadata: {},
            outputs: [],
            source: 'k = 1\nn = !echo {k}',
          },
        ],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 4,
      }),
    },
  },
  ',f ;f /f': {
    cells: ['seen = []\ndef f(*a):\n    seen.append(a)', ',f a b', ';f a b', '/f 1 2'],
    names: ['seen'],
  },
  prompts: {
    cells: ['>>> x = 1\n>>> for i in range(3):\n...     x += i\n', 'In [1]: y = 2\n\nIn [2]: z = 3'],
    names: ['x', 'y', 'z'],
  },
  'indented cell': { cells: ['    x = 1\n    y = 2'], names: ['x', 'y'] },
  help: { cells: ['x = 1', 'x?\nx??\n?x\ny = 3'], names: ['y'] },
  'magics in strings': { cells: ['x = """\n%time\n!ls\n"""\ny = f"""\n!{1 + 1}\n"""'], names: ['x', 'y'] },
  views: {
    cells: [
      '%config InlineBackend.rc = {}\n%load_ext autoreload\n%autoreload 2\n%precision 3\nx = 1',
      '%%html\n<b>',
      '%who\n%lsmagic',
    ],
    names: ['x'],
  },
};

describe('a translated cell leaves the same values as IPython', () => {
  const entries = Object.entries(CASES);
  const questions = entries.map(([, { cells, names = [], files = {} }]) => {
    const notebook = readCells(cells, { text: (path) => (files as Record<string, string>)[path] });
    const python = notebook.cells.flatMap((cell) => (cell.kind === 'code' ? [cell.python.text] : []));
    return { cells, names, files, python };
  });
  const answers = askOracle('run_forms.py', questions) as readonly { ipython: unknown; python: unknown }[];

  it.each(entries.map(([name], index) => ({ name, index })))('$name', ({ index }) => {
    expect(questions[index]?.python.join('\n')).not.toContain('get_ipython');
    expect(answers[index]?.ipython).not.toHaveProperty('error');
    expect(answers[index]?.python).toEqual(answers[index]?.ipython);
  });
});
