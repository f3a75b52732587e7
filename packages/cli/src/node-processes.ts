import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Command, Ending, Processes, Running } from '../../core/src/run/index.ts';
import { noteInterruption, wasInterrupted } from './interruption.ts';

const GRACE = 2_000;
const SAMPLING = 250;
const NOT_STARTED: Ending = { code: null, signal: 'SIGINT', interrupted: true };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const running = new Set<Job>();

interface Job {
  readonly child: ChildProcess;
  interrupted: boolean;
}

/** The processes of this machine: each in a group of its own, which ends with it and with us. */
export const nodeProcesses: Processes = { start };

function start(command: Command): Running {
  if (wasInterrupted()) return { ended: Promise.resolve(NOT_STARTED), kill: () => undefined };
  const child = spawn(command.program, command.arguments, {
    cwd: command.folder,
    env: environmentOf(command),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const job: Job = { child, interrupted: false };
  splitLines(child.stdout, command.onOutput);
  splitLines(child.stderr, command.onError);
  child.stdin?.on('error', () => undefined);
  return { ended: follow(job, command), kill: () => signalGroup(child, 'SIGKILL') };
}

function environmentOf(command: Command): NodeJS.ProcessEnv {
  const all = Object.entries(process.env);
  const environment: NodeJS.ProcessEnv = Object.fromEntries(
    all.filter(([name]) => command.inherit?.includes(name) ?? true),
  );
  for (const [name, value] of Object.entries(command.environment ?? {})) {
    if (value === null) delete environment[name];
    else environment[name] = value;
  }
  return environment;
}

function follow(job: Job, command: Command): Promise<Ending> {
  const { child } = job;
  let peak = 0;
  let timedOut = false;
  let outOfBounds = false;
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentSize(child.pid));
    if (peak <= (command.memoryBytes ?? Number.POSITIVE_INFINITY)) return;
    outOfBounds = true;
    signalGroup(child, 'SIGKILL');
  }, SAMPLING);
  const timers: NodeJS.Timeout[] = [];
  const seconds = command.timeoutSeconds;
  if (seconds !== undefined) {
    timers.push(
      setTimeout(() => {
        timedOut = true;
        signalGroup(child, 'SIGINT');
        timers.push(setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE));
      }, seconds * 1000),
    );
  }
  watchInterrupts(job);
  return new Promise((done) => {
    const end = (ending: Ending) => {
      clearInterval(sampling);
      timers.forEach(clearTimeout);
      forget(job);
      done({
        ...ending,
        ...(timedOut && { timedOut }),
        ...(outOfBounds && { outOfBounds }),
        ...(job.interrupted && { interrupted: true }),
        memory: { peak, total: totalmem() },
      });
    };
    child.once('error', (error) => end({ code: null, signal: null, failure: error.message }));
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL'); // what it left running would hold the pipes open, and be an orphan
      const late = setTimeout(() => child.stdout?.destroy(), GRACE);
      child.once('close', () => {
        clearTimeout(late);
        end({ code, signal });
      });
    });
  });
}

/** The first Ctrl-C interrupts what runs, so that it can say where it was; the second one kills it. */
function watchInterrupts(job: Job): void {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, interruptAll);
  running.add(job);
}

function forget(job: Job): void {
  running.delete(job);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, interruptAll);
}

function interruptAll(): void {
  noteInterruption();
  for (const job of running) {
    signalGroup(job.child, job.interrupted ? 'SIGKILL' : 'SIGINT');
    if (!job.interrupted)
      setTimeout(() => running.has(job) && signalGroup(job.child, 'SIGKILL'), GRACE).unref();
    job.interrupted = true;
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // nothing of the group is left
  }
}

/** Reads the resident size where the system tells it in a file. */
function residentSize(pid: number | undefined): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : 0;
  } catch {
    return 0;
  }
}

function splitLines(
  stream: NodeJS.ReadableStream | null,
  listen: ((line: string) => void) | undefined,
): void {
  if (stream === null) return;
  stream.setEncoding('utf8');
  let rest = '';
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) listen?.(line);
  });
  stream.on('end', () => {
    if (rest !== '') listen?.(rest);
  });
}
