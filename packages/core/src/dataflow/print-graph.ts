import { statementText } from './step-cell.ts';
import type { DataflowGraph, Step } from './types.ts';

type GraphFormat = 'text' | 'mermaid' | 'dot';

/** Prints the statements and what each needs. */
export function printGraph(graph: DataflowGraph, format: GraphFormat = 'text'): string {
  switch (format) {
    case 'mermaid':
      return printMermaid(graph);
    case 'dot':
      return printDot(graph);
    case 'text':
      return printText(graph);
  }
}

function printText(graph: DataflowGraph): string {
  const lines = graph.steps.flatMap((step) => {
    const needs = graph.edges.filter((edge) => edge.to === step.index);
    const head = `${String(step.index).padStart(3)}  cell[${step.cell}]  ${firstLine(graph, step)}`;
    return [
      head,
      ...needs.map(
        (edge) =>
          `       <- ${edge.from} ${edge.kind} ${edge.via}${edge.certainty === 'may' ? ' (may)' : ''}`,
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function printMermaid(graph: DataflowGraph): string {
  const nodes = graph.steps.map(
    (step) => `  s${step.index}["${escapeMermaid(`cell ${step.cell}: ${firstLine(graph, step)}`)}"]`,
  );
  const edges = graph.edges.map((edge) => `  s${edge.from} -->|"${escapeMermaid(edge.via)}"| s${edge.to}`);
  return `flowchart TD\n${[...nodes, ...edges].join('\n')}\n`;
}

function escapeMermaid(text: string): string {
  return text.replace(/[&<>"#`|[\]{}()\\;]/g, (character) => `#${character.codePointAt(0)};`);
}

function printDot(graph: DataflowGraph): string {
  const nodes = graph.steps.map(
    (step) => `  s${step.index} [label=${JSON.stringify(`cell ${step.cell}: ${firstLine(graph, step)}`)}];`,
  );
  const edges = graph.edges.map(
    (edge) =>
      `  s${edge.from} -> s${edge.to} [label=${JSON.stringify(edge.via)}${edge.certainty === 'may' ? ', style=dashed' : ''}];`,
  );
  return `digraph notebook {\n  node [shape=box];\n${[...nodes, ...edges].join('\n')}\n}\n`;
}

/** The first line of a statement, at most 60 characters. */
function firstLine(graph: DataflowGraph, step: Step): string {
  const [line = ''] = statementText(graph, step).split('\n', 1);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
