import type { DataflowGraph } from '../dataflow/index.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { isUri } from '../text/index.ts';
import { onlyAsks } from './files.ts';
import type { InputFile } from './types.ts';

/** Warns of the files that a notebook reads and that are not there: the project has a place for them, and they are not in it. */
export function checkInputs(graph: DataflowGraph, inputs: readonly InputFile[]): readonly Diagnostic[] {
  const { path: file } = graph.module.notebook;
  return inputs.flatMap(({ original, location, key, copy, copies }) => {
    const reader = graph.steps.find((step) =>
      step.files.some((use) => use.path === original && !onlyAsks(use)),
    );
    const isElsewhere = isUri(original) || location.includes('${');
    if (isElsewhere || copy !== undefined || copies !== undefined || reader === undefined) return [];
    const cell = graph.module.cells.find((each) => each.cell.index === reader.cell)?.cell;
    const id = cell?.id === undefined ? {} : { id: cell.id };
    return [
      diagnostic('P003', {
        message: `\`${original}\` is not there; the project reads it from \`${location}\`.`,
        location: { file, cell: { index: reader.cell, ...id } },
        hint: `Put it there, or set the parameter \`${key}\`.`,
      }),
    ];
  });
}
