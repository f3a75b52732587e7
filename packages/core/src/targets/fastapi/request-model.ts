import type { LockedInference } from '../../project/index.ts';
import { pythonString } from '../../text/index.ts';

type Column = LockedInference['rows']['columns'][number];

/** A field of a request: how it is called and checked, and as what it enters the table. */
export interface RequestField {
  /** Attribute of the model; the column's own name is the alias where they differ. */
  readonly name: string;
  readonly column: string;
  /** Annotation without `None`. */
  readonly type: string;
  readonly nullable: boolean;
  /** Arguments of `Field`. */
  readonly checks: readonly string[];
  readonly dtype: string;
  /** Imports that the annotation needs. */
  readonly imports: readonly string[];
}

/** Most characters of a text in a request. */
const LONGEST_TEXT = 100_000;
/** Texts of which each was seen this often are categories; others are free. */
const SEEN_EACH = 3;
const LONGEST_CATEGORY = 60;

/** Gives the fields of a request, one for each column that the prediction is made of. */
export function requestFields({ rows }: Pick<LockedInference, 'rows'>): readonly RequestField[] {
  const taken = new Set<string>();
  return rows.columns.map((column) => {
    const name = fieldName(column.name, taken);
    taken.add(name);
    const { type, checks, imports } = typeOf(column, rows.count);
    const alias = name === column.name ? [] : [`alias=${pythonString(column.name)}`];
    const seen = column.range
      ? [`description=${pythonString(`recorded: ${column.range.join(' to ')}`)}`]
      : [];
    return {
      name,
      column: column.name,
      type,
      nullable: column.nullable,
      checks: [...alias, ...checks, ...seen],
      dtype: column.dtype,
      imports,
    };
  });
}

interface FieldType extends Pick<RequestField, 'type' | 'checks' | 'imports'> {}

function typeOf({ dtype, categories }: Column, count: number): FieldType {
  const integer = /^(u?)int(\d+)$/.exec(dtype);
  if (integer) return integerType(integer[1] === 'u', Number(integer[2]));
  if (dtype.startsWith('float'))
    return { type: 'float', checks: ['strict=True', 'allow_inf_nan=False'], imports: [] };
  if (dtype === 'bool') return { type: 'bool', checks: ['strict=True'], imports: [] };
  if (dtype.startsWith('datetime64'))
    return { type: 'NaiveDatetime', checks: [], imports: ['from pydantic import NaiveDatetime'] };
  const isClosed =
    categories !== undefined &&
    categories.length > 0 &&
    categories.length * SEEN_EACH <= count &&
    categories.every((text) => text.length <= LONGEST_CATEGORY);
  if (!isClosed) return { type: 'str', checks: [`max_length=${LONGEST_TEXT}`], imports: [] };
  return {
    type: `Literal[${categories.map(pythonString).join(', ')}]`,
    checks: [],
    imports: ['from typing import Literal'],
  };
}

/** The bounds are those of the type, not of what was recorded: what is larger does not fit into the table. */
function integerType(isUnsigned: boolean, bits: number): FieldType {
  const most = 2n ** BigInt(isUnsigned ? bits : bits - 1) - 1n;
  const least = isUnsigned ? 0n : -most - 1n;
  return { type: 'int', checks: ['strict=True', `ge=${least}`, `le=${most}`], imports: [] };
}

/** Attributes of a pydantic model, keywords, and names that the module needs. */
const TAKEN =
  /^(copy|dict|json|schema|schema_json|construct|validate|parse_\w+|from_orm|update_forward_refs|model_\w+|bool|float|int|list|str|False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|Annotated|Field|Literal|NaiveDatetime)$/;

function fieldName(column: string, taken: ReadonlySet<string>): string {
  const plain = column
    .normalize('NFKD')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '');
  const isFine = plain === column && /^[A-Za-z]/.test(column) && !TAKEN.test(column);
  const base = isFine ? column : /^[A-Za-z]/.test(plain) ? `${plain}_value` : `column_${plain}`;
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  return name;
}
