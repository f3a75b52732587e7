import type { Alias, Stmt } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childOfType, fail, identifierName } from './conversion.ts';

export function convertImport(conversion: Conversion, node: ConcreteNode): Stmt {
  const names = convertAliases(conversion, node.children.slice(1));
  if (child(node, -1).type === ',') fail(conversion, child(node, -1), 'trailing comma in `import`');
  return { type: 'Import', names, start: node.start, end: node.end };
}

export function convertImportFrom(conversion: Conversion, node: ConcreteNode): Stmt {
  const from = child(node, 1);
  const isRelative = from.type === 'relative_import';
  const dotted = isRelative ? childOfType(from, 'dotted_name') : from;
  const prefix = isRelative ? child(from, 0) : null;
  const level = prefix ? conversion.text.slice(prefix.start, prefix.end).replace(/[^.]/g, '').length : 0;
  const names = importedNames(conversion, node);
  const module = dotted ? dottedName(conversion, dotted) : null;
  return { type: 'ImportFrom', module, names, level, start: node.start, end: node.end };
}

export function convertFuture(conversion: Conversion, node: ConcreteNode): Stmt {
  const names = importedNames(conversion, node);
  return { type: 'ImportFrom', module: '__future__', names, level: 0, start: node.start, end: node.end };
}

/** The names behind `import` in `from … import …`. */
function importedNames(conversion: Conversion, node: ConcreteNode): readonly Alias[] {
  const rest = node.children.slice(3);
  const [first] = rest;
  if (first?.type === 'wildcard_import') {
    return [{ type: 'alias', name: '*', asname: null, start: first.start, end: first.end }];
  }
  const hasParentheses = first?.type === '(';
  if (!hasParentheses && rest.at(-1)?.type === ',') {
    fail(conversion, child(node, -1), 'a trailing comma needs parentheses');
  }
  const aliases = convertAliases(conversion, hasParentheses ? rest.slice(1, -1) : rest);
  for (const alias of aliases) {
    if (alias.name.includes('.')) fail(conversion, alias, `\`${alias.name}\` cannot be imported by \`from\``);
  }
  return aliases;
}

function convertAliases(conversion: Conversion, nodes: readonly ConcreteNode[]): readonly Alias[] {
  return nodes
    .filter((each) => each.type !== ',')
    .map((each) => {
      const span = { start: each.start, end: each.end };
      if (each.type !== 'aliased_import') {
        return { type: 'alias', name: dottedName(conversion, each), asname: null, ...span };
      }
      const name = dottedName(conversion, child(each, 0));
      return { type: 'alias', name, asname: identifierName(conversion, child(each, 2)), ...span };
    });
}

function dottedName(conversion: Conversion, node: ConcreteNode): string {
  return node.children
    .filter((each) => each.type === 'identifier')
    .map((each) => identifierName(conversion, each))
    .join('.');
}
