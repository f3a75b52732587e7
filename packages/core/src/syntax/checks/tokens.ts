import type { ConcreteNode, ConcreteText } from '../adapter/concrete-node.ts';
import type { Problem } from '../adapter/conversion.ts';

// The grammar takes these for white space; CPython knows only blank, tab and form feed.
const STRAY = /(?![ \t\n\r\f])[\p{Cc}\p{Z}\u200b\u2060\ufeff]/gu;

/** Finds invisible characters between tokens, which Python does not allow outside strings and comments. */
export function checkTokens(text: string, concrete: ConcreteText): readonly Problem[] {
  const { root, comments } = concrete;
  const stretch = text.slice(root.start, root.end);
  if (stretch.search(STRAY) < 0) return [];
  const leaves: { readonly start: number; readonly end: number }[] = [...comments];
  collectLeaves(root, leaves);
  return [...stretch.matchAll(STRAY)].flatMap((match): Problem[] => {
    const start = root.start + match.index;
    if (start === 0 && match[0] === '\ufeff') return [];
    if (leaves.some((leaf) => leaf.start <= start && start < leaf.end)) return [];
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return [{ code: 'S001', start, end: start + 1, message: `invisible character U+${code}` }];
  });
}

function collectLeaves(node: ConcreteNode, leaves: { readonly start: number; readonly end: number }[]): void {
  if (node.children.length === 0 || node.type === 'string') leaves.push({ start: node.start, end: node.end });
  else for (const each of node.children) collectLeaves(each, leaves);
}
