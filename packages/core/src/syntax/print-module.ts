import type { Node } from './ast.ts';
import type { Module } from './types.ts';
import { childNodes } from './walk.ts';

/** Prints a module for people: a line for each node, indented by depth, with its span and the names in it. */
export function printModule(module: Module): string {
  const lines: string[] = [];
  for (const { cell, statements, broken } of module.cells) {
    lines.push(`cell[${cell.index}] ${cell.key}`);
    for (const { id, node, outer } of statements) {
      lines.push(`  ${id} outer ${outer.start}-${outer.end}`);
      printNode(node, '    ', lines);
    }
    for (const { start, end } of broken) lines.push(`  broken ${start}-${end}`);
  }
  return `${lines.join('\n')}\n`;
}

function printNode(node: Node, indentation: string, lines: string[]): void {
  const details = Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    const isDetail =
      typeof value === 'string' || (typeof value === 'number' && !['start', 'end'].includes(field));
    return isDetail && field !== 'type' && field !== 'value' ? [`${field}=${JSON.stringify(value)}`] : [];
  });
  lines.push([`${indentation}${node.type} ${node.start}-${node.end}`, ...details].join(' '));
  for (const child of childNodes(node)) printNode(child, `${indentation}  `, lines);
}
