import { type Document, isCollection, isMap, isScalar, visit, Document as YamlDocument } from 'yaml';

const WIDTH = 100;

/** Gives documents as YAML: a collection of short values stands in one line; what YAML 1.1 would take for another type is quoted. */
export function printDocuments(...values: readonly unknown[]): string {
  return values.map(printDocument).join('---\n');
}

function printDocument(value: unknown): string {
  const document = new YamlDocument(value, { version: '1.1', aliasDuplicateObjects: false });
  shorten(document.contents, 0, 0);
  visit(document, {
    // Readers of a schedule expect quotes, though most do not need them.
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && / \*|\* /.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Puts what fits into the rest of its line into one line, from the outside in. */
function shorten(node: Document['contents'], indent: number, before: number): void {
  if (!isCollection(node)) return;
  const isSmall = JSON.stringify(node.toJSON()).length + indent + before < WIDTH;
  if (indent > 0 && isSmall && depth(node) <= 2) {
    node.flow = true;
    return;
  }
  for (const item of node.items) {
    const child: unknown = isMap(node) && isPair(item) ? item.value : item;
    const key = isPair(item) && isScalar(item.key) ? String(item.key.value).length : 0;
    if (isCollection(child)) shorten(child, indent + 2, key);
  }
}

function depth(node: unknown): number {
  if (!isCollection(node)) return 0;
  return 1 + Math.max(0, ...node.items.map((item: unknown) => depth(isPair(item) ? item.value : item)));
}

function isPair(item: unknown): item is { readonly key: unknown; readonly value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}
