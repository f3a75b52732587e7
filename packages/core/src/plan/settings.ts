import { calleesOf, type ImportTable } from './callees.ts';
import type { Flow } from './flow.ts';
import { nodesOf } from './tree.ts';
import type { Setting } from './types.ts';

/** Values that kept statements take from the environment. */
export function findSettings(flow: Flow, imports: ImportTable): readonly Setting[] {
  const found = new Map<string, Setting>();
  const note = (name: string, reason: string, isNeeded = false) => {
    const known = found.get(name);
    found.set(name, { name, reason, ...known, isNeeded: isNeeded || (known?.isNeeded ?? false) });
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
        note(node.slice.value, `read from the environment in cell ${step.cell}`, true);
    }
  }
  return [...found.values()];
}
