import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { joinPython, SCRIPTS } from '../../python/join.js';
import { interpreter } from './recorder.ts';

const LOOK = `
import ast, collections, json, sys
tree = ast.parse(sys.stdin.read())
defined = collections.Counter(n.name for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef)))
imported = {(n.module or "", n.level) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
print(json.dumps({"twice": [n for n, c in defined.items() if c > 1], "relative": [m for m, level in imported if level]}))
`;

it.each(Object.keys(SCRIPTS))(
  '%s is one file without relative imports, and no name is defined twice',
  (script) => {
    const answer = execFileSync(interpreter.program, ['-c', LOOK], {
      input: joinPython(script),
      encoding: 'utf8',
    });
    expect(JSON.parse(answer)).toEqual({ twice: [], relative: [] });
  },
);
