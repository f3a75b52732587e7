import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellwright, folderWith, python, startCellwright } from './command-line.ts';
import { expectNoStack } from './processes.ts';

const FLAGS = ['--trust', '--allow-writes', '--contain', '--python', python()];

test('a notebook that keeps to itself is recorded, built and verified contained', () => {
  const cells = [
    'import os, pandas as pd\ntable = pd.DataFrame({"a": [1, 2]})',
    'total = int(table["a"].sum())\nprint(total)',
  ];
  const folder = folderWith('n.ipynb', ...cells);
  const built = cellwright(['build', 'n.ipynb', '-o', 'p', '--record', ...FLAGS], { cwd: folder });
  expect(built.code, built.stderr).toBe(0);
  const verified = cellwright(['verify', 'p', ...FLAGS], { cwd: folder });
  expect(verified.code, verified.stderr).toBe(0);
  expect(verified.stdout).toContain('VERIFIED 1 of 1');
});

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  [
    'a host',
    'import urllib.request\nurllib.request.urlopen("http://example.com/")',
    /cell\[2\] for the network \(example\.com\)/,
  ],
  [
    'an address',
    'import socket\nsocket.create_connection(("203.0.113.7", 80), timeout=5)',
    /cell\[2\] for the network \(203\.0\.113\.7\)/,
  ],
  [
    'what it then does without',
    'import socket\ntry:\n    socket.create_connection(("203.0.113.7", 80))\nexcept OSError:\n    y = 1',
    /cell\[2\] for the network/,
  ],
  [
    'a variable of yours',
    'import os\ny = os.environ["PLANTED_VARIABLE"]',
    /cell\[2\] for the environment variable `PLANTED_VARIABLE`/,
  ],
];

test.each(REFUSED)('a notebook that asks for %s: exit 3, the cell and the flag', (_, cell, reason) => {
  const folder = folderWith('n.ipynb', 'x = 1', cell, 'print(x)');
  const said = cellwright(['record', 'n.ipynb', '-o', 'r', ...FLAGS], {
    cwd: folder,
    env: { PLANTED_VARIABLE: 'mine' },
  });
  expectNoStack(said.stderr);
  expect(said.code, said.stderr).toBe(3);
  expect(said.stderr).toContain('V015');
  expect(said.stderr).toMatch(reason);
  expect(said.stderr).toContain('`--contain`');
});

test('the variables of the user are not there, and the home is empty', () => {
  const cell =
    'import os, pathlib\nnames = sorted(os.environ)\nhome = sorted(p.name for p in pathlib.Path.home().iterdir())';
  const folder = folderWith('n.ipynb', cell);
  const said = cellwright(['record', 'n.ipynb', '-o', 'r', ...FLAGS], {
    cwd: folder,
    env: { PLANTED_VARIABLE: 'mine' },
  });
  expect(said.code, said.stderr).toBe(0);
  const { final } = JSON.parse(readFileSync(join(folder, 'r/record.json'), 'utf8'));
  expect(final.names.repr).not.toContain('PLANTED');
  expect(final.home.repr).toBe('[]');
});

test('nothing that the notebook starts reaches the network', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end('reached');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const child = `import urllib.request; urllib.request.urlopen('http://127.0.0.1:${port}/').read()`;
  const cell = `import subprocess, sys\nended = subprocess.run([sys.executable, "-c", ${JSON.stringify(child)}]).returncode`;
  const folder = folderWith('n.ipynb', cell, 'print(ended)');
  // Not spawnSync: this process is the server.
  const command = startCellwright(['record', 'n.ipynb', '-o', 'r', ...FLAGS], folder);
  await new Promise((done) => command.once('close', done));
  server.close();
  expect(requests).toBe(0);
});

test('what was refused is never a difference: verify compares nothing', () => {
  const cell =
    'import socket\ntry:\n    socket.create_connection(("203.0.113.7", 80))\n    result = 1\nexcept OSError:\n    result = 2';
  const folder = folderWith('n.ipynb', cell, 'print(result)');
  expect(cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'result'], { cwd: folder }).code).toBe(0);
  const said = cellwright(['verify', 'p', ...FLAGS], { cwd: folder });
  expect(said.code, said.stderr).toBe(3);
  expect(said.stdout).toMatch(/^result +not run/);
});
