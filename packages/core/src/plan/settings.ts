import { calleesOf, type ImportTable } from './callees.ts';
import type { Flow } from './flow.ts';
import { nodesOf } from './tree.ts';

interface Setting {
  readonly name: string;
  readonly reason: string;
}

/** Values that kept statements take from the environment, and secrets that were written in the notebook. */
export function findSettings(
  flow: Flow,
  imports: ImportTable,
  secrets: ReadonlySet<string>,
): readonly Setting[] {
  const found = new Map<string, Setting>();
  const note = (name: string, reason: string) => {
    if (!found.has(name)) found.set(name, { name, reason });
  };
  for (const step of flow.kept) {
    for (const { path, call } of calleesOf(step.statement.node, imports)) {
      const [first] = call.args;
      const isRead = path === 'os.getenv' || path === 'os.environ.get';
      if (isRead && first?.type === 'Constant' && first.value)
        note(first.value, `read from the environment in cell ${step.cell}`);
      if (path === 'getpass.getpass') note(`SECRET_CELL_${step.cell}`, `asked for in cell ${step.cell}`);
    }
    for (const node of nodesOf(step.statement.node)) {
      if (node.type !== 'Subscript' || node.value.type !== 'Attribute' || node.value.attr !== 'environ')
        continue;
      if (node.slice.type === 'Constant' && node.slice.value)
        note(node.slice.value, `read from the environment in cell ${step.cell}`);
    }
  }
  for (const name of secrets) {
    const cell = flow.uses.binders.get(name)?.[0]?.cell;
    note(
      name.toUpperCase(),
      `a secret that the notebook holds in \`${name}\`, cell ${cell}; it is not written`,
    );
  }
  return [...found.values()];
}
