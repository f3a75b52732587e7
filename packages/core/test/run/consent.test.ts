import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/dataflow/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import { needsAllowWrites, whatItTouches } from '../../src/run/index.ts';
import { notebookText, readModule } from './read-module.ts';
import { temporaryFolder } from './recorder.ts';

async function touches(...cells: readonly string[]) {
  const path = join(temporaryFolder(), 'n.ipynb');
  writeFileSync(path, notebookText(cells));
  return whatItTouches(analyze(await readModule(path), { libraries: createLibraryIndex(allLibraries) }));
}

describe('whatItTouches', () => {
  it('lists files with their cells', async () => {
    const found = await touches(
      'import pandas as pd\ndf = pd.read_csv("in.csv")',
      'df.to_csv("out.csv")',
      'df.to_csv("out.csv")',
    );
    expect(found).toContainEqual({ kind: 'reads', what: 'in.csv', cells: [1], external: false });
    expect(found).toContainEqual({ kind: 'writes', what: 'out.csv', cells: [2, 3], external: false });
    expect(needsAllowWrites(found)).toBe(false);
  });

  const EXTERNAL: readonly [what: string, code: string][] = [
    ['a program', 'import os\nos.system("make install")'],
    ['a program', '!rm -r elsewhere'],
    ['a program that writes by the shell', '!echo x > /etc/passwd'],
    ['a file elsewhere', 'import pandas as pd\npd.DataFrame().to_csv("/srv/x.csv")'],
    ['a file at home', 'import pandas as pd\npd.DataFrame().to_csv("~/x.csv")'],
  ];
  it.each(EXTERNAL)('asks for more consent before %s: %s', async (_, code) => {
    expect(needsAllowWrites(await touches(code))).toBe(true);
  });

  const HARMLESS = [
    'import pandas as pd\npd.DataFrame().to_csv("../x.csv")',
    '!ls -l',
    '!head -3 data.csv | wc -l',
    '%matplotlib inline',
    'x = 1',
  ];
  it.each(HARMLESS)('does not for `%s`', async (code) => {
    expect(needsAllowWrites(await touches(code))).toBe(false);
  });
});
