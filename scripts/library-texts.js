// A plugin of esbuild: the bundle holds what is known of each member of a library as a text that is parsed when it is asked
// for. Most notebooks use few of them, and a text is loaded faster than the object that it describes.

import { deepStrictEqual } from 'node:assert/strict';
import { build } from 'esbuild';

export const LIBRARY_TEXTS = {
  name: 'library-texts',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]libraries[\\/]all-libraries\.ts$/ }, async ({ path }) => {
      const { allLibraries } = await evaluate(path);
      return { contents: moduleOf(allLibraries), loader: 'js' };
    });
  },
};

async function evaluate(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Tables of members: their names, and a line a member with its spec. */
const TABLES = ['functions', 'classes', 'attributes', 'rows'];

function moduleOf(libraries) {
  const items = libraries.map((library) => {
    const fields = Object.entries(library).map(([name, value]) =>
      TABLES.includes(name)
        ? `get ${name}() { return tableOf(() => ${JSON.stringify(textsOf(library.module, value))}, this, '${name}'); }`
        : `${name}: ${JSON.stringify(value)}`,
    );
    return `{ ${fields.join(', ')} }`;
  });
  return `${tableOf}\n${memberTable}\nexport const allLibraries = [${items.join(',\n')}];`;
}

/** Two texts: what splits them is part of Node, and faster than code that walks over lines. */
function textsOf(module, table) {
  const lines = Object.entries(table).map(([name, spec]) => {
    const text = JSON.stringify(spec);
    deepStrictEqual(JSON.parse(text), spec, `the spec of ${module}.${name} is not plain data`);
    return text;
  });
  return [Object.keys(table).join('\n'), lines.join('\n')];
}

/** Part of the bundle: makes a table when it is asked for; the text stands in a function, which is compiled no earlier. */
function tableOf(texts, library, field) {
  const value = memberTable(...texts());
  Object.defineProperty(library, field, { value, enumerable: true });
  return value;
}

/** Part of the bundle: a table whose members are parsed one by one. */
function memberTable(names, specs) {
  const places = new Map();
  if (names !== '')
    names.split('\n').forEach((name, place) => {
      places.set(name, place);
    });
  let texts;
  const parsed = Object.create(null);
  const member = (name) => {
    const place = places.get(name);
    if (place === undefined) return undefined;
    texts ??= specs.split('\n');
    parsed[name] ??= JSON.parse(texts[place]);
    return parsed[name];
  };
  return new Proxy(parsed, {
    get: (_, name) => member(name),
    has: (_, name) => places.has(name),
    ownKeys: () => [...places.keys()],
    getOwnPropertyDescriptor(_, name) {
      member(name);
      return Reflect.getOwnPropertyDescriptor(parsed, name);
    },
  });
}
