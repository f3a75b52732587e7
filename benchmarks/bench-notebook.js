// Notebooks of code cells as people write them: load, clean, features, plots, models.

const OPENING = [
  'import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt\n%matplotlib inline',
  'df = pd.read_csv("data.csv", parse_dates=["day"])\ndf.head()',
  'df = df.drop_duplicates().dropna(subset=["amount"])\ndf.describe()',
  'SEED = 1\n\ndef ratio(a, b):\n    """Part of the whole, zero for nothing."""\n    return np.where(b == 0, 0, a / b)',
  'from sklearn.linear_model import Ridge\nfrom sklearn.model_selection import train_test_split\nscores = {}',
];

/** Five kinds of cells, again and again with other names. */
function block(n) {
  return [
    `df["r${n}"] = ratio(df["amount"], df["size"] + ${n})\ndf.loc[df["r${n}"] > ${n + 2}, "r${n}"] = np.nan`,
    `group${n} = df.groupby("kind")[["amount", "r${n}"]].agg(["mean", "max"])\ngroup${n}.sort_values(("amount", "mean")).head(10)`,
    `fig, ax = plt.subplots(figsize=(6, 3))\nfor kind, part in df.groupby("kind"):\n    ax.plot(part["day"], part["r${n}"], label=kind)\nax.legend()\nplt.show()`,
    `columns${n} = [c for c in df.columns if c.startswith("r")]\nX = df[columns${n}].fillna(df[columns${n}].median())\nX_train, X_test, y_train, y_test = train_test_split(X, df["amount"], random_state=SEED + ${n})`,
    `model${n} = Ridge(alpha=0.${n + 1}).fit(X_train, y_train)\nscores["ridge${n}"] = model${n}.score(X_test, y_test)\nprint(f"{scores['ridge${n}']:.3f}")`,
  ];
}

/** Gives a notebook of so many cells (a multiple of 5) without outputs, as the text of an .ipynb file. */
export function notebookOf(count) {
  const blocks = (count - OPENING.length) / 5;
  return toText([...OPENING, ...Array.from({ length: blocks }, (_, n) => block(n)).flat()], () => []);
}

/** Gives a notebook of 50 cells whose outputs are so many megabytes of pictures. */
export function heavyNotebook(megabytes) {
  const png = 'iVBORw0KGgo'.padEnd((megabytes * 2 ** 20) / 50, 'A');
  const outputs = [{ output_type: 'display_data', metadata: {}, data: { 'image/png': png } }];
  const blocks = Array.from({ length: 9 }, (_, n) => block(n)).flat();
  return toText([...OPENING, ...blocks], () => outputs);
}

function toText(sources, outputsOf) {
  const cells = sources.map((source, position) => ({
    cell_type: 'code',
    execution_count: null,
    id: `bench-${position}`,
    metadata: {},
    outputs: outputsOf(position),
    source,
  }));
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python', file_extension: '.py' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
