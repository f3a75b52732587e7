/** A file of the generated project. */
export type RenderedFile =
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly text: string;
      readonly origin: readonly Origin[];
    }
  /** Copied byte by byte when the project is written. */
  | { readonly kind: 'copy'; readonly path: string; readonly from: string };

/** Which statement of the notebook a range of lines comes from. */
export interface Origin {
  readonly statement: string;
  readonly lines: readonly [first: number, last: number];
}

export interface Project {
  readonly package: string;
  /** Sorted by path; `.cellwright/lock.json` among them. */
  readonly files: readonly RenderedFile[];
}
