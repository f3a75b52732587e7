/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Replaces `span` of a text by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
