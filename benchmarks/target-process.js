// Runs programs for benchmarks/targets.js: to their end, or until they are killed with all that they started.

import { spawn, spawnSync } from 'node:child_process';

const LIMIT_SECONDS = 900;
const POLL_MS = 20;

/** Runs a command to its end: `{ code, output }`. */
export function runWhole([program, ...args], { cwd, env = {}, mergesErrors = true } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 1000 * LIMIT_SECONDS,
  });
  if (error) return { code: -1, output: `${program}: ${error.message}\n` };
  return { code: status, output: mergesErrors ? stdout + stderr : stdout };
}

/** Runs a command and kills its process group as soon as `isTime()`; false when it ended before. */
export async function runUntilKilled([program, ...args], { cwd, env = {} }, isTime) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    stdio: 'ignore',
    detached: true,
  });
  let hasEnded = false;
  child.on('exit', () => {
    hasEnded = true;
  });
  const until = Date.now() + 1000 * LIMIT_SECONDS;
  while (!hasEnded && !isTime() && Date.now() < until) await new Promise((done) => setTimeout(done, POLL_MS));
  if (hasEnded) return false;
  process.kill(-child.pid, 'SIGKILL');
  while (!hasEnded || isAlive(-child.pid)) await new Promise((done) => setTimeout(done, POLL_MS));
  return true;
}

/** Tells whether a process, or any of a group, is still there. */
function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
