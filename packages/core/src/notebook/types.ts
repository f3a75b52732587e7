import type { Span } from '../text/index.ts';

/** A notebook as read, cells in document order. */
export interface Notebook {
  /** The path as the user gave it; never made absolute. */
  readonly path: string;
  readonly format: 'ipynb' | 'percent' | 'databricks';
  /** Language of the kernel, lower case; only `python` cells are analysed. */
  readonly language: string;
  /** Kernelspec name, where the file names one. */
  readonly kernel?: string;
  readonly cells: readonly Cell[];
}

/** Gives the text of a file that a notebook names (`%run`, `pip install -r`); its path begins where the notebook's does. */
export interface NotebookSources {
  readonly text: (path: string) => string | undefined;
}

export type Cell = CodeCell | TextCell;

interface CellBase {
  /** The nbformat id where unique, else the position: stable over edits elsewhere. */
  readonly key: string;
  /** Position counted from 1 over all cells: the N of `cell[N]`. */
  readonly index: number;
  readonly id?: string;
  readonly tags: readonly string[];
  /** The cell's own text, line ends normalised to `\n`. */
  readonly source: string;
}

export interface TextCell extends CellBase {
  readonly kind: 'markdown' | 'raw';
}

export interface CodeCell extends CellBase {
  readonly kind: 'code';
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
  /** The cell as plain Python: magics translated. */
  readonly python: PythonText;
  /** Nearest Markdown heading above, and its level. */
  readonly heading?: { readonly text: string; readonly level: number };
}

/** A stored output, reduced to what analysis needs. */
export interface Output {
  readonly kind: 'stream' | 'result' | 'display' | 'error';
  /** Plain text of the output, when it has one. */
  readonly text?: string;
  /** MIME types present: `image/png`. */
  readonly mimeTypes: readonly string[];
  /** Name of the exception, for `error`. */
  readonly errorName?: string;
}

/**
 * Plain Python in place of a cell. Text outside `segments` is the cell's own text, unchanged; every segment says which
 * Python stands for which part of the cell. Offsets therefore map both ways.
 */
export interface PythonText {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly magics: readonly Magic[];
  /** `%%timeit` bodies and foreign-language cells define nothing: their text is empty here. */
}

export interface Segment {
  /** In `PythonText.text`. */
  readonly python: Span;
  /** In `Cell.source`. */
  readonly source: Span;
}

/** One magic, shell escape or help request, and what became of it. */
export interface Magic {
  readonly kind: 'line' | 'cell' | 'shell' | 'help' | 'automagic' | 'autocall';
  /** `cd`, `time`, `!`, `?`. */
  readonly name: string;
  readonly arguments: string;
  /** In `Cell.source`. */
  readonly span: Span;
  readonly fate:
    | { readonly kind: 'python' } // translated: its Python stands in the text
    | { readonly kind: 'dropped'; readonly reason: string }
    | { readonly kind: 'requirement'; readonly packages: readonly string[] } // %pip install
    | { readonly kind: 'module'; readonly path: string } // %%writefile m.py; also translated to a file write
    | { readonly kind: 'foreign'; readonly language: string };
}
