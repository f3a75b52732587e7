/** How the command talks to the person before it: the options that every command has. */
export interface TerminalOptions {
  readonly quiet?: boolean;
  readonly progress?: boolean;
  readonly input?: boolean;
  readonly color?: 'auto' | 'always' | 'never';
}

let chosen: TerminalOptions = {};

/** Takes over what the options of every command say. */
export function setTerminal(options: TerminalOptions): void {
  chosen = options;
}

/** Tells whether a run says how far it has come. */
export function showsProgress(): boolean {
  return chosen.progress !== false && chosen.quiet !== true;
}

/** Tells whether somebody is there to answer a question. */
export function mayAsk(): boolean {
  return chosen.input !== false && process.stdin.isTTY === true;
}

/** Tells whether what goes to stderr is coloured: for a person, unless NO_COLOR or an option says otherwise. */
export function usesColor(): boolean {
  if (chosen.color === 'always') return true;
  return chosen.color !== 'never' && process.stderr.isTTY === true && !process.env.NO_COLOR;
}
