import type { Plan, PlannedModule } from '../plan/index.ts';
import { docstring } from './docstring.ts';
import { notebookNames } from './notebook-names.ts';
import { formatPieces, type Piece } from './origins.ts';
import { renderStageFunction } from './stage-function.ts';
import { writeTypes } from './typed-code.ts';
import type { Origin } from './types.ts';

/** Gives a module under `stages/`: imports, the notebook's definitions, stage functions. */
export function renderStageModule(
  plan: Plan,
  module: PlannedModule,
  format: (text: string) => string,
): { readonly text: string; readonly origin: readonly Origin[] } {
  const local = new Set(module.definitions.filter(({ kind }) => kind === 'class').map(({ name }) => name));
  const stages = plan.stages.filter((stage) => module.stages.includes(stage.name));
  const functions = stages.map((stage) => renderStageFunction(plan, stage, local));
  const definitions = module.definitions.map((item) => ({ item, typed: writeTypes(item, local) }));
  const imports = mergeImports(module.imports, [
    ...functions.flatMap((stage) => stage.imports),
    ...definitions.flatMap(({ typed }) => typed.imports),
    ...(module.log === undefined ? [] : ['import logging']),
  ]);
  const logger = module.log === undefined ? '' : `\n${module.log} = logging.getLogger(__name__)\n`;
  const pieces: Piece[] = [
    { text: `${docstring([moduleDoc(plan, module)])}\n`, statement: null },
    { text: `${imports.join('\n')}\n${logger}`, statement: null },
    ...definitions.map(({ item, typed }) => ({
      text: `${item.kind === 'constant' ? '' : '\n\n'}${typed.text.replace(/\s+$/, '')}`,
      statement: item.statement,
    })),
    ...functions.flatMap((stage) => stage.pieces),
  ];
  return formatPieces(pieces, format);
}

/** The first line names the notebook and its cells. */
function moduleDoc(plan: Plan, module: PlannedModule): string {
  if (plan.notebooks.length > 1) return module.doc;
  const cells = plan.stages
    .filter((stage) => module.stages.includes(stage.name))
    .flatMap((stage) => stage.cells);
  const sorted = [...new Set(cells)].sort((one, other) => one - other);
  const notebooks = notebookNames(plan);
  const from =
    sorted.length > 0 ? `${notebooks}, cell${sorted.length > 1 ? 's' : ''} ${sorted.join(', ')}` : notebooks;
  const text = `${module.doc.replace(/[.\s]+$/, '')} (${from}).`;
  return text.length <= 90 ? text : module.doc;
}

/** `__future__` first; a name that the notebook binds otherwise is not imported again. */
function mergeImports(own: readonly string[], added: readonly string[]): readonly string[] {
  const all = [...new Set([...own, ...added])];
  return [
    ...all.filter((line) => line.startsWith('from __future__')),
    ...all.filter((line) => !line.startsWith('from __future__')),
  ];
}

/** Gives the top-level modules that a formatted module imports. */
export function importedModules(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:from ([A-Za-z_]\w*)[\w.]* import |import ([A-Za-z_]\w*))/gm)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );
}
