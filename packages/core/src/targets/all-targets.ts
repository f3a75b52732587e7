import { cron } from './cron.ts';
import { systemd } from './systemd.ts';
import type { Target } from './target.ts';

/** Every target, as `export --list` shows them. */
export const allTargets: readonly Target[] = [cron, systemd];
