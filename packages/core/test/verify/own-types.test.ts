import { describe, expect, it } from 'vitest';
import { verifyTest } from './project.ts';

const CLASS =
  'class Point:\n    """A place."""\n    def __init__(self, x):\n        self.x = x\n    def twice(self):\n        return self.x * 2\n';
const artifact = { name: 'p', variable: 'p', path: 'artifacts/p.joblib', codec: 'joblib', statement: '1:1' };
const project = (text: string, call: string) =>
  `import joblib\npath = pathlib.Path(__file__).parent / "shapes.py"\npath.write_text(${JSON.stringify(text)})\nfrom pkg.shapes import *\njoblib.dump(${call}, out / "p.joblib")`;

async function judge(text: string, call: string) {
  const { value } = await verifyTest({
    cells: [`${CLASS}p = Point(3)`],
    project: project(text, call),
    artifacts: [artifact],
  });
  return value?.proof.artifacts[0];
}

describe('values of types that the notebook defines', () => {
  it('are equal when name, text and state are, wherever the class now lives', async () => {
    expect(await judge(CLASS.replace('A place.', 'A place in the plane.'), 'Point(3)')).toMatchObject({
      verdict: 'identical',
    });
  });
  it('differ when their state does', async () => {
    expect(await judge(CLASS, 'Point(4)')).toMatchObject({ verdict: 'differs', difference: { path: '.x' } });
  });
  it('are not compared when the class was rewritten', async () => {
    expect(await judge(CLASS.replace('* 2', '* 3'), 'Point(3)')).toMatchObject({ verdict: 'not compared' });
  });
});
