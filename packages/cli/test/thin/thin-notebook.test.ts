import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellwright, folderWith, python, runProgram } from '../commands/command-line.ts';

const SAME_OUTPUTS = join(import.meta.dirname, 'same_outputs.py');
const LOAD = 'import pandas as pd\ndf = pd.read_csv("data.csv")';
const MODEL = [
  'from sklearn.linear_model import LinearRegression',
  'model = LinearRegression().fit(df[["x"]], df["y"])',
  'r2 = float(model.score(df[["x"]], df["y"]))',
].join('\n');

/** Notebooks in which a stored value in the wrong place would show something else. */
const NOTEBOOKS: Readonly<Record<string, readonly string[]>> = {
  'another name for a table that is changed in place': [
    LOAD,
    'view = df',
    'df["x"] = df["x"] * 2\ndf["z"] = 1',
    'view.describe()',
    'view["w"] = 3\ndf.head(2)',
    'view',
    'df = df.drop(columns="w")',
    MODEL,
    'r2',
  ],
  'a table that the exploration changes': [
    LOAD,
    'df["x"] = df["x"] + 1',
    'copy = df.copy()',
    'copy["x"] = 0',
    'copy',
    'part = copy["x"]',
    'copy.loc[0, "x"] = 9\npart.sum(), copy',
    MODEL,
    'df',
  ],
  'names that are bound on some paths only': [
    LOAD,
    'df["x"] = df["x"] + 1\nshown = df',
    'if len(df) > 2:\n    shown = shown.head(2)',
    'shown',
    'rows = [shown]\nrows.append(df.tail(1))',
    'rows',
    'def total():\n    return int(df["x"].sum())',
    'df["x"] = df["x"] + 1',
    'total()',
    MODEL,
    'print(total())',
  ],
  'names that the thin notebook uses itself': [
    `${LOAD}\nload = 1\nproject = 2`,
    'df["x"] += load',
    'load + project, df',
    MODEL,
    'r2',
  ],
};

test.each(Object.entries(NOTEBOOKS))(
  'shows what the notebook shows: %s',
  (_, cells) => {
    const folder = folderWith('n.ipynb', ...cells);
    writeFileSync(join(folder, 'data.csv'), 'x,y\n1,2\n2,3\n4,7\n8,1\n');
    const options = ['-o', 'project', '--record', '--trust', '--python', python()];
    const built = cellwright(['build', 'n.ipynb', ...options], { cwd: folder });
    expect(built.code, built.stderr).toBe(0);
    const env = { PYTHONPATH: join(folder, 'project/src') };
    const said = runProgram([python(), SAME_OUTPUTS, 'n.ipynb', 'project/notebooks/n_thin.ipynb'], {
      cwd: folder,
      env,
    });
    expect(said.code, said.stderr).toBe(0);
    const { alike, differing, leftOut } = JSON.parse(said.stdout);
    expect(differing).toEqual({});
    expect(leftOut).toEqual([]);
    expect(alike.length).toBeGreaterThan(3);
  },
  120_000,
);
