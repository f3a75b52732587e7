import type { Effects } from '../../core/src/run/index.ts';
import { nodeFiles } from './node-files.ts';
import { nodeProcesses } from './node-processes.ts';

/** Makes the effects of this machine; `progress` is told how far a run has come. */
export function nodeEffects(progress: (message: string) => void = () => undefined): Effects {
  return {
    files: nodeFiles,
    processes: nodeProcesses,
    environment: (name) => process.env[name],
    progress,
  };
}
