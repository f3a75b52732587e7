import type { Location } from '../diagnostics/index.ts';
import type { Module } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';

/** A part of a text that looks like a credential. */
export interface SecretSpan extends Span {
  /** What it is, as the name of a variable: `GITHUB_TOKEN`. */
  readonly kind: string;
}

/** Gives the parts of a text that look like credentials. */
export type FindSecrets = (text: string) => readonly SecretSpan[];

/** A credential that the notebook holds. */
export interface Secret {
  /** The variable of the environment that stands for it. */
  readonly variable: string;
  /** The credential itself: never to be written. */
  readonly text: string;
  /** Where it stands first. */
  readonly location: Location;
}

/** A module without its credentials. */
export interface Hidden {
  readonly module: Module;
  readonly secrets: readonly Secret[];
}
