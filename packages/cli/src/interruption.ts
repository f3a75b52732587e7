let asked = false;

/** Notes that a person asked to stop: nothing is started from then on, and the command ends with exit code 130. */
export function noteInterruption(): void {
  asked = true;
}

/** Tells whether a person asked to stop. */
export function wasInterrupted(): boolean {
  return asked;
}
