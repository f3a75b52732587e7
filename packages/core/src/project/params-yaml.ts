import { type CollectionTag, Document, isScalar, type Scalar, type ScalarTag, type TagId, visit } from 'yaml';
import type { Parameter } from '../plan/index.ts';
import { escapeInvisible } from './invisible.ts';
import type { ParameterSection } from './parameters.ts';

const FLOAT = Symbol('float');

/** A number of Python that must be read back as a float even when it is whole. */
interface PythonFloat {
  readonly [FLOAT]: number;
}

const floatTag: ScalarTag = {
  identify: isPythonFloat,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  resolve: (text: string) => Number(text),
  stringify: (item) => pythonFloat(item.value),
};

/** Text that YAML 1.1 reads as itself without quotes. */
const PLAIN = /^(?:[A-Za-z_/$]|\.{1,2}\/)(?:[A-Za-z0-9_./${}@=-]|:(?=[^\s]))*(?: [A-Za-z0-9_./=-]+)*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/**
 * Gives `params.yaml`: the notebook's values, by section.
 * Written for PyYAML, which reads YAML 1.1: a float needs a point, a string that looks like something else needs quotes.
 */
export function renderParamsYaml(sections: readonly ParameterSection[]): string {
  const tree = Object.fromEntries(
    sections.map((section) => [
      section.name,
      Object.fromEntries(section.fields.map((field) => [field.key, toYamlValue(field)])),
    ]),
  );
  return printYaml(tree);
}

/** Gives a value as YAML 1.1 in ASCII where quoted; keys keep their order. */
export function printYaml(value: unknown): string {
  const document = new Document(value, {
    version: '1.1',
    // A key `<<` is a string like any other.
    customTags: (tags) => [floatTag, ...tags.filter((tag) => !isMerge(tag))],
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string') quote(node);
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  // Quoted text is the only place where such characters can stand; PyYAML refuses them in any other form.
  return escapeInvisible(text);
}

function isMerge(tag: TagId | CollectionTag | ScalarTag): boolean {
  return tag === 'merge' || (typeof tag === 'object' && tag.tag.endsWith(':merge'));
}

function isPythonFloat(value: unknown): value is PythonFloat {
  return typeof value === 'object' && value !== null && FLOAT in value;
}

function quote(node: Scalar): void {
  if (!isScalar(node) || typeof node.value !== 'string') return;
  const plain = PLAIN.test(node.value) && !WORDS.test(node.value);
  node.type = plain ? 'PLAIN' : 'QUOTE_DOUBLE';
}

function toYamlValue(field: Parameter): unknown {
  if (field.type === 'float' && typeof field.value === 'number')
    return { [FLOAT]: field.value } satisfies PythonFloat;
  return withFloats(field.value);
}

function withFloats(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    return { [FLOAT]: value } satisfies PythonFloat;
  if (Array.isArray(value)) return value.map(withFloats);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withFloats(entry)]));
  }
  return value;
}

function pythonFloat(value: unknown): string {
  const number = isPythonFloat(value) ? value[FLOAT] : Number(value);
  if (Number.isNaN(number)) return '.nan';
  if (!Number.isFinite(number)) return number > 0 ? '.inf' : '-.inf';
  if (Object.is(number, -0)) return '-0.0';
  const text = String(number);
  if (!text.includes('e')) return text.includes('.') ? text : `${text}.0`;
  return text.replace(/^(-?\d+)e/, '$1.0e');
}
