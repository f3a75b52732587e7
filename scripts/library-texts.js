// A plugin of esbuild: the bundle holds what is known of each library as a text that is parsed when it is asked for. Most
// notebooks use few of them, and a text is loaded faster than the object that it describes.

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

function moduleOf(libraries) {
  const items = libraries.map(({ module, distribution, url, ...parts }) => {
    const text = JSON.stringify(parts);
    deepStrictEqual(JSON.parse(text), parts, `the spec of ${module} is not plain data`);
    const known = JSON.stringify({ module, distribution, url });
    return `parsedLater(${known}, ${JSON.stringify(text)}, ${JSON.stringify(Object.keys(parts))})`;
  });
  return `${parsedLater}\nexport const allLibraries = [${items.join(',\n')}];`;
}

/** Part of the bundle: an object whose further fields come out of a text. */
function parsedLater(known, text, names) {
  let parts;
  for (const name of names) {
    Object.defineProperty(known, name, {
      enumerable: true,
      get() {
        parts ??= JSON.parse(text);
        return parts[name];
      },
    });
  }
  return known;
}
