import type { Expr } from '../syntax/index.ts';
import type { AbstractObject, Value } from './heap.ts';
import { ifPlain } from './plain-data.ts';
import type { Machine } from './state.ts';

/** The type of a part of a table or column, or of what its locators give; `undefined` for other objects. */
export function locatedType(
  machine: Machine,
  object: AbstractObject,
  slice: Expr,
  key: Value,
): string | null | undefined {
  const several = selectsSeveral(slice) || isListLike(key);
  const scalar = [...key].every(({ kind }) => kind === 'scalar');
  const part = (type: string) => ifPlain(machine, object, type);
  switch (object.type) {
    case 'pandas.DataFrame':
      if (several) return object.type;
      return scalar ? 'pandas.Series' : 'pandas.NDFrame';
    case 'pandas.NDFrame':
      return several ? object.type : part('pandas.Located');
    case 'pandas.FrameLocator':
      if (several) return 'pandas.DataFrame';
      return scalar || selectsRows(slice) ? 'pandas.NDFrame' : part('pandas.Located');
    case 'pandas.SeriesLocator':
      return several ? 'pandas.Series' : part('pandas.Located');
    case 'pandas.Locator':
      return several ? 'pandas.NDFrame' : part('pandas.Located');
    case 'pandas.Located':
      return part('pandas.Located');
    case 'pandas.CellLocator':
      return part('builtins.Plain');
    default:
      return undefined;
  }
}

function selectsSeveral(slice: Expr): boolean {
  return isMask(slice) || slice.type === 'List' || slice.type === 'Slice';
}

/** `[rows, columns]` of which one is a range, a list or a mask. */
function selectsRows(slice: Expr): boolean {
  return slice.type === 'Tuple' && slice.elts.some(selectsSeveral);
}

const LISTS_OF_KEYS = new Set(['builtins.list', 'pandas.Index', 'numpy.ndarray']);

/** A list, an index or an array selects several columns or rows. */
export function isListLike(key: Value): boolean {
  return (
    key.size > 0 &&
    [...key].every(
      ({ kind, type }) => (kind === 'data' || kind === 'opaque') && type !== null && LISTS_OF_KEYS.has(type),
    )
  );
}

/** Comparisons and their combinations by `&`, `|`, `~`. */
export function isMask(index: Expr): boolean {
  if (index.type === 'Compare') return true;
  if (index.type === 'UnaryOp') return index.op === 'Invert';
  return index.type === 'BinOp' && (index.op === 'BitAnd' || index.op === 'BitOr');
}
