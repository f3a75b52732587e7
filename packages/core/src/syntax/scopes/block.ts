import type { Problem } from '../adapter/conversion.ts';
import type { ScopeKind, ScopeNode } from './scope.ts';

/** What has been seen of a name in one block; the flags of CPython's `symtable.c`. */
export interface Flags {
  isParameter: boolean;
  isLocal: boolean;
  isImported: boolean;
  isReferenced: boolean;
  isAnnotated: boolean;
  isGlobal: boolean;
  isNonlocal: boolean;
  isUpdated: boolean;
  /** The target of a `for` in a comprehension. */
  isIterated: boolean;
}

/** A block of code while its names are gathered, before they are resolved. */
export interface Block {
  readonly kind: ScopeKind;
  readonly node: ScopeNode | null;
  readonly parent: Block | null;
  readonly children: Block[];
  readonly names: Map<string, Flags>;
  /** Name of the class around, for names like `__x`. */
  readonly mangling: string | null;
  /** Type parameters and type aliases directly in a class see its names. */
  readonly seesClass: boolean;
  /** Where names were declared `nonlocal`, for messages. */
  readonly nonlocals: Map<string, { readonly start: number; readonly end: number }>;
  /** Inside the iterable of a comprehension, where no `:=` may stand. */
  iterables: number;
  /** While the targets of a comprehension are visited. */
  isIterating: boolean;
}

/** Gathers blocks; `current` is where names go now. */
export interface Gathering {
  readonly module: Block;
  current: Block;
  /** `from __future__ import annotations`: annotations stay text, and read nothing. */
  readonly hasFutureAnnotations: boolean;
  readonly problems: Problem[];
}

/** Opens a block inside the current one. */
export function openBlock(
  kind: ScopeKind,
  node: ScopeNode | null,
  parent: Block | null,
  mangling: string | null,
): Block {
  const isAnnotation = kind === 'type-parameters' || kind === 'type-alias' || kind === 'type-variable';
  const block: Block = {
    kind,
    node,
    parent,
    children: [],
    names: new Map(),
    mangling,
    seesClass: isAnnotation && parent !== null && (parent.kind === 'class' || parent.seesClass),
    nonlocals: new Map(),
    iterables: 0,
    isIterating: false,
  };
  parent?.children.push(block);
  return block;
}

/** The flags of a name in a block, made on first use. */
export function flagsOf(block: Block, name: string): Flags {
  const mangled = mangle(block.mangling, name);
  let flags = block.names.get(mangled);
  if (!flags) {
    flags = {
      isParameter: false,
      isLocal: false,
      isImported: false,
      isReferenced: false,
      isAnnotated: false,
      isGlobal: false,
      isNonlocal: false,
      isUpdated: false,
      isIterated: false,
    };
    block.names.set(mangled, flags);
  }
  return flags;
}

/** Private names of classes: https://docs.python.org/3/reference/expressions.html#private-name-mangling. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const owner = className.replace(/^_+/, '');
  return owner === '' ? name : `_${owner}${name}`;
}
