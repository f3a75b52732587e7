// `npm test`: types, lint, build, vitest and pytest; the last line is the sum of all of them.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from './python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'cellwright-test-'));

function run(title, command, args) {
  process.stdout.write(`\n== ${title}\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: false });
  if (error) process.stdout.write(`${title}: ${error.message}\n`);
  return status === 0;
}

/** A step without tests of its own counts as one. */
function step(title, script) {
  return run(title, 'npm', ['run', '--silent', script]) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest() {
  const report = join(scratch, 'vitest.json');
  const args = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run('vitest', 'npx', args);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not be loaded has no tests; it is a failure all the same.
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return atLeastOneFailure(ok, { passed: numPassedTests, failed: numFailedTests + unloaded.length });
}

function pytest(python) {
  const report = join(scratch, 'pytest.xml');
  const ok = run('pytest', python, [
    '-m',
    'pytest',
    '-q',
    'packages/core/python',
    'benchmarks',
    `--junitxml=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const suite = /<testsuite\s[^>]*>/.exec(readFileSync(report, 'utf8'))?.[0] ?? '';
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return atLeastOneFailure(ok, { passed: count('tests') - failed - count('skipped'), failed });
}

function atLeastOneFailure(ok, counts) {
  return ok ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

function main() {
  const python = pythonEnvironment();
  const results = [
    step('types', 'types'),
    step('lint', 'lint'),
    step('build', 'build'),
    vitest(),
    pytest(python),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
