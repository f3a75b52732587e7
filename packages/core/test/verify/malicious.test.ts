import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { comparePairs } from '../../src/verify/compare.ts';
import { interpreter, temporaryFolder } from '../run/recorder.ts';
import { programs } from './project.ts';

it('loads no pickle that names code where a portrait is expected', async () => {
  const folder = temporaryFolder();
  const tripwire = join(folder, 'tripped');
  mkdirSync(join(folder, 'pkg'));
  writeFileSync(join(folder, 'pkg/__init__.py'), '');
  writeFileSync(join(folder, 'pkg/io.py'), 'def load(path, codec): return 1\n');
  writeFileSync(join(folder, 'x.json'), '1');
  writeFileSync(join(folder, 'left'), `cos\nsystem\n(S'touch ${tripwire}'\ntR.`);
  const artifact = { name: 'x', variable: 'x', stage: 's', path: 'x.json', codec: 'json' } as const;
  const options = {
    interpreter,
    programs: programs(),
    between: 'sides',
    package: 'pkg',
    source: folder,
  } as const;
  const pairs = [{ artifact, left: join(folder, 'left'), right: join(folder, 'x.json') }];
  const found = await comparePairs(pairs, options, nodeEffects());
  expect(found.get('x')).toMatchObject({ verdict: 'not compared' });
  expect(found.get('x')?.detail).toContain('a portrait holds no');
  expect(existsSync(tripwire)).toBe(false);
});
