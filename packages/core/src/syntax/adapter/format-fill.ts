const FILL = /(\{[ \t]*[A-Za-z_][\w.]*[ \t]*):=/g;

/**
 * Writes `:>` in place of the `:=` of fields such as `{title:=^40}`, where the grammar would see a walrus; `null` where
 * there are none. Lengths stay, and the conversion reads specifiers from the original text.
 */
export function withoutFormatFill(text: string): string | null {
  return text.includes(':=') && text.search(FILL) >= 0 ? text.replace(FILL, '$1:>') : null;
}
