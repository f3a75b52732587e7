import { describeCall } from './describe-call.ts';
import type { CallSpec, ClassSpec, LibrarySpec } from './types.ts';

/** Prints a spec as a page in Markdown: its functions, then a table for each class. */
export function printLibrary(library: LibrarySpec): string {
  const parts = [
    `# ${library.module}`,
    `What cellwright knows of [${library.distribution ?? library.module}](${library.url}). What is not listed is unknown and may do anything.`,
    ...table('## Functions', 'function', library.functions),
    ...Object.entries(library.classes).flatMap(([name, spec]) => printClass(name, spec)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function printClass(name: string, spec: ClassSpec): readonly string[] {
  const methods = table(`## ${name}`, 'method', spec.methods ?? {});
  if (methods.length === 0) return [];
  const facts = [
    ...(spec.bases ?? []).map((base) => `Has what \`${base}\` has.`),
    ...(spec.immutable ? ['Its values never change.'] : []),
    ...(spec.consumable ? ['Going through it uses it up.'] : []),
  ];
  return facts.length === 0 ? methods : [methods[0] ?? '', facts.join(' '), ...methods.slice(1)];
}

function table(title: string, column: string, calls: Readonly<Record<string, CallSpec>>): readonly string[] {
  const rows = Object.keys(calls)
    .sort()
    .map((name) => `| \`${name}\` | ${calls[name] ? describeCall(calls[name]) : ''} |`);
  return rows.length === 0 ? [] : [title, [`| ${column} | effect |`, '| --- | --- |', ...rows].join('\n')];
}
