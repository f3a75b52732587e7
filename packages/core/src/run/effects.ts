/** What running needs from outside; only surfaces make real ones. Paths use `/`. */
export interface Effects {
  readonly files: Files;
  readonly processes: Processes;
  /** A variable of the user's environment. */
  environment(name: string): string | undefined;
  /** Tells a person how far a run has come; never part of a result. */
  progress(message: string): void;
}

export interface FileEntry {
  /** Relative to the listed folder. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Time of the last change in milliseconds: only ever compared for equality. */
  readonly changed: number;
}

/** Reading gives `null` for what is not there; every other failure rejects with a `FileError`. */
export interface Files {
  read(path: string): Promise<string | null>;
  /** Writes whole or not at all: temporary file, fsync, rename. */
  write(path: string, text: string): Promise<void>;
  /** Everything below a folder, sorted; does not enter folders for which `enter` says no, follows no links. */
  list(folder: string, enter?: (path: string) => boolean): Promise<readonly FileEntry[] | null>;
  stat(path: string): Promise<Omit<FileEntry, 'path'> | null>;
  makeFolder(path: string): Promise<void>;
  /** Copies a file or a folder; makes the folders above. */
  copy(from: string, to: string): Promise<void>;
  /** Makes `to` another name of the file `from`. */
  link(from: string, to: string): Promise<void>;
  /** Removes a file or a folder with all below it; what is not there is no error. */
  remove(path: string): Promise<void>;
  temporaryFolder(): Promise<string>;
  /** SHA-256 of the bytes of a file, in hexadecimal. */
  digest(path: string): Promise<string | null>;
  /** The path made absolute. */
  resolve(path: string): string;
}

export interface Processes {
  /** Starts a program in a process group of its own; `ended` resolves when nothing of the group is left. */
  start(command: Command): Running;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** Added to the user's environment; `null` takes a variable away. */
  readonly environment?: Readonly<Record<string, string | null>>;
  /** The only variables of the user's environment that it gets; absent for all. */
  readonly inherit?: readonly string[];
  /** Largest resident size; a program that is larger is killed. */
  readonly memoryBytes?: number;
  readonly onOutput?: (line: string) => void;
  readonly onError?: (line: string) => void;
  /** After so long the program is interrupted, and killed a moment later. */
  readonly timeoutSeconds?: number;
}

export interface Running {
  readonly ended: Promise<Ending>;
  /** Ends the whole group at once. */
  kill(): void;
}

export interface Ending {
  /** Exit status; `null` when a signal ended it or it did not start. */
  readonly code: number | null;
  readonly signal: string | null;
  /** It could not be started: why. */
  readonly failure?: string;
  readonly timedOut?: boolean;
  /** It was killed because it was larger than allowed. */
  readonly outOfBounds?: boolean;
  /** A person pressed Ctrl-C. */
  readonly interrupted?: boolean;
  /** Largest resident size seen, and the machine's memory, in bytes. */
  readonly memory?: { readonly peak: number; readonly total: number };
}
