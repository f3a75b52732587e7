import type { TypeFacts } from '../record/index.ts';
import { pythonString } from '../text/index.ts';

/** An annotation, and the import statements that its names need. */
export interface Annotation {
  readonly text: string;
  readonly imports: readonly string[];
}

export const ANY: Annotation = { text: 'Any', imports: ['from typing import Any'] };

const BUILTIN = new Set([
  'int',
  'float',
  'str',
  'bool',
  'bytes',
  'complex',
  'bytearray',
  'range',
  'object',
  'slice',
]);
/** Builtin containers and how many type arguments each has; `null` is any number. */
const CONTAINERS: Readonly<Record<string, number | null>> = {
  list: 1,
  set: 1,
  frozenset: 1,
  dict: 2,
  tuple: null,
};
const GENERIC: Readonly<Record<string, readonly [imported: string, parameters: number]>> = {
  'collections.OrderedDict': ['from collections import OrderedDict', 2],
  'collections.defaultdict': ['from collections import defaultdict', 2],
  'collections.Counter': ['from collections import Counter', 1],
  'collections.deque': ['from collections import deque', 1],
  're.Pattern': ['from re import Pattern', 1],
  're.Match': ['from re import Match', 1],
};
/** Top-level modules whose public classes are named as they are; anything else is `Any`. */
const KNOWN = new Set([
  'datetime',
  'decimal',
  'fractions',
  'lightgbm',
  'matplotlib',
  'networkx',
  'pathlib',
  'scipy',
  'sklearn',
  'statsmodels',
  'torch',
  'uuid',
  'xgboost',
]);
/** Of these, packages whose classes lie in their modules: `statsmodels.Results` is a name of the library specs only. */
const WITHOUT_CLASSES = new Set(['matplotlib', 'scipy', 'sklearn', 'statsmodels']);
const NAME = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;

/**
 * Gives the annotation of an observed type.
 * `local` are the classes that the module defines itself; a type that cannot be named from there is `Any`.
 */
function toAnnotation(facts: TypeFacts | null, local: ReadonlySet<string> = new Set()): Annotation {
  if (facts?.name === '...') return { text: '...', imports: [] };
  if (facts === null || !NAME.test(facts.name)) return ANY;
  const inner = (facts.arguments ?? []).map((argument) => toAnnotation(argument, local));
  const name = facts.name.replace(/^builtins\./, '');
  if (name === 'NoneType' || name === 'None') return { text: 'None', imports: [] };
  if (name === 'Union') return inner.length === 0 ? ANY : join(inner, (texts) => nullLast(texts).join(' | '));
  if (BUILTIN.has(name)) return { text: name, imports: [] };
  if (name in CONTAINERS) return container(name, CONTAINERS[name] ?? null, inner);
  const generic = GENERIC[name];
  if (generic)
    return join([{ text: '', imports: [generic[0]] }, container(lastSegment(name), generic[1], inner)], (t) =>
      t.join(''),
    );
  if (name.startsWith('numpy.')) return numpyType(name, inner);
  if (name.startsWith('pandas.')) return pandasType(name);
  return classType(name, local);
}

/** Gives an annotation that holds for what libraries say they return: not the width of NumPy's numbers. */
export function toLooseAnnotation(facts: TypeFacts | null, local: ReadonlySet<string>): Annotation {
  return toAnnotation(facts === null ? null : loosened(facts), local);
}

/** Gives the annotation of a dataset: an array by what it holds, numbers in containers as in the code. */
export function toStageAnnotation(facts: TypeFacts | null, local: ReadonlySet<string>): Annotation {
  return facts?.name === 'numpy.ndarray' ? toAnnotation(facts, local) : toLooseAnnotation(facts, local);
}

function loosened(facts: TypeFacts): TypeFacts {
  const scalar = /^numpy\.(float|int|uint|complex)\d+$/.exec(facts.name)?.[1];
  if (scalar !== undefined) return { name: SCALARS[scalar] ?? facts.name };
  if (facts.name === 'numpy.ndarray') return { name: facts.name };
  return facts.arguments ? { ...facts, arguments: facts.arguments.map(loosened) } : facts;
}

const SCALARS: Readonly<Record<string, string>> = {
  float: 'numpy.floating',
  int: 'numpy.integer',
  uint: 'numpy.integer',
  complex: 'numpy.complexfloating',
};

/** Gives the type of several values that travel together. */
export function tupleOf(elements: readonly Annotation[]): Annotation {
  return join(elements, (texts) => `tuple[${texts.join(', ')}]`);
}

function container(name: string, parameters: number | null, inner: readonly Annotation[]): Annotation {
  if (parameters === null) {
    return inner.length > 0
      ? join(inner, (t) => `${name}[${t.join(', ')}]`)
      : join([ANY], (t) => `${name}[${t[0]}, ...]`);
  }
  const filled = Array.from({ length: parameters }, (_, index) => inner[index] ?? ANY);
  return join(filled, (texts) => `${name}[${texts.join(', ')}]`);
}

function numpyType(name: string, inner: readonly Annotation[]): Annotation {
  const imports = ['import numpy as np'];
  if (name === 'numpy.ndarray') {
    const scalar = inner[0]?.text.startsWith('np.') ? inner[0] : ANY;
    return join(
      [scalar, { text: '', imports: ['from numpy.typing import NDArray'] }],
      (t) => `NDArray[${t[0]}]`,
    );
  }
  if (/^numpy\.(floating|integer)$/.test(name))
    return join([{ text: name.replace('numpy', 'np'), imports }, ANY], (t) => `${t[0]}[${t[1]}]`);
  const generator = /^numpy\.random\..*\b(Generator|RandomState)$/.exec(name)?.[1];
  if (generator !== undefined) return { text: `np.random.${generator}`, imports };
  return /^numpy\.[a-z]+\d*_?$/.test(name) ? { text: name.replace('numpy', 'np'), imports } : ANY;
}

function pandasType(name: string): Annotation {
  const short = lastSegment(name);
  const known = [
    'DataFrame',
    'Series',
    'Index',
    'DatetimeIndex',
    'MultiIndex',
    'RangeIndex',
    'Timestamp',
    'Timedelta',
  ];
  return known.includes(short) ? { text: `pd.${short}`, imports: ['import pandas as pd'] } : ANY;
}

function classType(given: string, local: ReadonlySet<string>): Annotation {
  // What a path is called depends on the system that the notebook ran on.
  const name = given.replace(/^pathlib\.(?:Posix|Windows)Path$/, 'pathlib.Path');
  const segments = name.split('.');
  const short = lastSegment(name);
  if (segments[0] === '__main__' || segments.length === 1)
    return local.has(short) ? { text: short, imports: [] } : ANY;
  const path = segments.slice(0, -1).filter((segment) => !segment.startsWith('_'));
  if (!KNOWN.has(path[0] ?? '') || short.startsWith('_')) return ANY;
  if (path.length === 1 && WITHOUT_CLASSES.has(path[0] ?? '')) return ANY;
  return { text: short, imports: [`from ${path.join('.')} import ${short}`] };
}

/** The alternatives of a type, each once. */
function nullLast(texts: readonly string[]): readonly string[] {
  const found = new Set(texts);
  const isNull = found.delete('None');
  return isNull ? [...found, 'None'] : [...found];
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function join(parts: readonly Annotation[], text: (texts: readonly string[]) => string): Annotation {
  return { text: text(parts.map((part) => part.text)), imports: parts.flatMap((part) => part.imports) };
}

/** Gives a JSON value as a Python literal; `null` is `None`. */
export function pythonLiteral(value: unknown): string {
  if (typeof value === 'string') return pythonString(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, entry]) => `${pythonString(key)}: ${pythonLiteral(entry)}`)
      .join(', ')}}`;
  }
  return 'None';
}

function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  return Object.is(value, -0) ? '-0.0' : String(value);
}
