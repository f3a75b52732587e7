import * as ruff from '@astral-sh/ruff-wasm-nodejs';
import type { PythonFinding, PythonTarget, Toolchain } from '../../core/src/project/index.ts';
import { RULES } from '../../core/src/project/index.ts';
import { applyFixes, type RuffDiagnostic } from './ruff-fixes.ts';

type Workspace = InstanceType<typeof ruff.Workspace>;

/** Opens ruff, whose wasm takes half a second to load: a surface imports this module when it writes Python, not before. */
export function createToolchain(): Toolchain {
  const workspaces = new Map<string, Workspace>();
  const workspace = (target: PythonTarget) => {
    const key = JSON.stringify(target);
    const found = workspaces.get(key) ?? openWorkspace(target);
    workspaces.set(key, found);
    return found;
  };
  return {
    formatPython: (text, target) => {
      const opened = workspace(target);
      return opened.format(applyFixes(text, (current) => readDiagnostics(opened.check(current))));
    },
    checkPython: (text, target) => readDiagnostics(workspace(target).check(text)).map(toFinding),
  };
}

function openWorkspace(target: PythonTarget): Workspace {
  return new ruff.Workspace(
    {
      'line-length': 100,
      'target-version': `py${target.python.replace('.', '')}`,
      src: ['src'],
      lint: {
        select: ['E4', 'E7', 'E9', 'F', ...RULES],
        isort: { 'known-first-party': [...target.firstParty] },
        pydocstyle: { convention: 'numpy' },
      },
      format: { 'quote-style': 'double' },
    },
    ruff.PositionEncoding.Utf16,
  );
}

/** The wasm gives plain objects of this shape. */
function readDiagnostics(found: unknown): readonly RuffDiagnostic[] {
  return Array.isArray(found) ? (found as readonly RuffDiagnostic[]) : [];
}

function toFinding(diagnostic: RuffDiagnostic): PythonFinding {
  return {
    code: diagnostic.code ?? 'invalid-syntax',
    message: diagnostic.message,
    line: diagnostic.start_location.row,
  };
}
