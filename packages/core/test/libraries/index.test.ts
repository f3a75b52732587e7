import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pythonEnvironment } from '../../../../scripts/python-env.js';
import { allLibraries, createLibraryIndex, type LibrarySpec } from '../../src/libraries/index.ts';

const index = createLibraryIndex(allLibraries);

describe('the index', () => {
  it('finds functions, classes and attributes by qualified name', () => {
    expect(index.findFunction('pandas.read_csv')?.returns).toBe('pandas.DataFrame');
    expect(index.member('pandas.DataFrame')?.kind).toBe('class');
    expect(index.member('matplotlib.pyplot.rcParams')?.kind).toBe('attribute');
    expect(index.member('os.path.join')?.kind).toBe('function');
    expect(index.member('pandas.no_such_thing')).toBeUndefined();
    expect(index.member('pandas.constructor')).toBeUndefined();
  });

  it('takes the private path of a member for its public one', () => {
    expect(index.member('pandas.core.frame.DataFrame')?.name).toBe('pandas.DataFrame');
    expect(index.member('sklearn.linear_model._logistic.LogisticRegression')?.name).toBe(
      'sklearn.linear_model.LogisticRegression',
    );
  });

  it('finds methods through bases and puts the class in place of `self`', () => {
    expect(index.method('pandas.DataFrame', 'dropna')?.returns).toBe('pandas.DataFrame');
    expect(index.method('pandas.Series', 'dropna')?.returns).toBe('pandas.Series');
    expect(index.method('sklearn.cluster.KMeans', 'fit')?.returns).toBe('sklearn.cluster.KMeans');
    expect(index.method('sklearn.cluster.KMeans', 'toString')).toBeUndefined();
  });

  it('knows what never changes', () => {
    expect(['builtins.bool', 'numpy.float64', 'pandas.Timestamp'].every(index.isImmutable)).toBe(true);
    expect(['builtins.list', 'builtins.tuple', 'pandas.DataFrame', 'no.such'].some(index.isImmutable)).toBe(
      false,
    );
  });
});

describe('a class whose other attributes are known', () => {
  it('has an entry for every public member of the real class', () => {
    const named = allLibraries.flatMap((library) =>
      Object.entries(library.classes).flatMap(([name, { others, oneOf }]) =>
        others && !oneOf ? `${library.module}.${name}` : [],
      ),
    );
    const code =
      'import importlib, sys; print(*[f"{n} {m}" for n in sys.argv[1:] for m in dir(getattr(importlib.import_module(n.rpartition(".")[0]), n.rpartition(".")[2])) if m[0] != "_"], sep="\\n")';
    const members = execFileSync(pythonEnvironment(), ['-c', code, ...named], { encoding: 'utf8' });
    const unnamed = members
      .trim()
      .split('\n')
      .filter((line) => {
        const [owner = '', name = ''] = line.split(' ');
        return !index.method(owner, name) && !index.attribute(owner, name);
      });
    expect(named).toContain('pandas.DataFrame');
    expect(unnamed).toEqual([]);
  });
});

describe('a class that stands for several', () => {
  const figures: LibrarySpec = {
    module: 'either',
    url: '',
    functions: {},
    classes: {
      One: {
        constructor: {},
        methods: {
          show: { writes: ['figure'], mutates: ['self'], returns: 'int' },
          hide: { returns: 'int' },
        },
      },
      Other: { constructor: {}, methods: { show: { mutates: ['0'], returns: 'str' } } },
      Either: { constructor: {}, oneOf: ['either.One', 'either.Other'] },
    },
  };
  const either = createLibraryIndex([figures]);
  it('may do what any of them does, and does for sure only what all of them do', () => {
    expect(either.method('either.Either', 'show')).toMatchObject({
      mutates: ['self', '0'],
      writes: ['figure'],
      // It may stay as it was: nothing that was drawn before is lost for sure.
      reads: ['figure'],
      returns: '',
    });
  });
  it('has a method that only one of them has', () => {
    expect(either.method('either.Either', 'hide')).toEqual({ returns: 'int' });
  });
});

describe('the specs', () => {
  const everyClass = allLibraries.flatMap((library) =>
    Object.entries(library.classes).map(([name, spec]) => ({ name: `${library.module}.${name}`, spec })),
  );

  it('name each module once', () => {
    const modules = allLibraries.map((library) => library.module);
    expect(new Set(modules).size).toBe(modules.length);
  });

  it('name only bases that are specified', () => {
    const bases = everyClass.flatMap(({ spec }) => spec.bases ?? []);
    expect(bases.filter((base) => index.classSpec(base) === undefined)).toEqual([]);
  });

  it('name only results that are specified', () => {
    const missing = new Set<string>();
    for (const type of allLibraries.flatMap(resultTypes)) {
      const name = type.includes('.') ? type : `builtins.${type}`;
      if (type !== 'self' && index.classSpec(name) === undefined) missing.add(type);
    }
    expect([...missing]).toEqual([]);
  });
});

function resultTypes(library: LibrarySpec): readonly string[] {
  const calls = [
    ...Object.values(library.functions),
    ...Object.values(library.classes).flatMap((spec) => Object.values(spec.methods ?? {})),
  ];
  const attributes = Object.values(library.classes).flatMap((spec) => Object.values(spec.attributes ?? {}));
  return [...calls, ...attributes].flatMap((spec) => (spec.returns ? spec.returns.split(', ') : []));
}
