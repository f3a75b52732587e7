import type { Plan } from '../plan/index.ts';
import { plain } from './docstring.ts';

/** Gives the stages, what flows between them and the artifacts as a Mermaid flowchart. */
export function printStageGraph(plan: Plan): string {
  const id = new Map(plan.stages.map((stage, index) => [stage.name, `s${index}`]));
  const maker = new Map<string, string>();
  for (const stage of plan.stages) {
    for (const { dataset } of stage.returns) maker.set(dataset, stage.name);
    for (const { source } of stage.arguments) if (source.kind === 'write') maker.set(source.file, stage.name);
  }
  const lines = plan.stages.map((stage) => `  ${id.get(stage.name)}[${label(stage.name)}]`);
  plan.inputs.forEach((input, index) => {
    const readers = plan.stages.filter((stage) =>
      stage.arguments.some(({ source }) => source.kind === 'read' && source.key === input.key),
    );
    if (readers.length > 0) lines.push(`  i${index}[(${label(fileName(input.location))})]`);
    for (const reader of readers) lines.push(`  i${index} --> ${id.get(reader.name)}`);
  });
  for (const stage of plan.stages) {
    for (const { source } of stage.arguments) {
      const name = source.kind === 'dataset' ? source.dataset : source.kind === 'read' ? source.key : null;
      const from = name === null ? undefined : maker.get(name);
      if (name !== null && from !== undefined)
        lines.push(`  ${id.get(from)} -->|${label(name)}| ${id.get(stage.name)}`);
    }
  }
  plan.artifacts.forEach((artifact, index) => {
    lines.push(`  ${id.get(artifact.stage)} --> a${index}[(${label(fileName(artifact.path))})]`);
  });
  return ['flowchart LR', ...lines].join('\n');
}

/** A quoted label: Mermaid reads entities in it. */
function label(text: string): string {
  const escaped = plain(text).replace(
    /[^\p{L}\p{N} _.,/=+-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
  return `"${escaped}"`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
