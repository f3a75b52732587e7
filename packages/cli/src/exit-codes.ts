/** The same for every command and format. */
export const EXIT = { ok: 0, findings: 1, usage: 2, inconclusive: 3, interrupted: 130 } as const;
