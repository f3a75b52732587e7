import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef, Lambda, TypeAlias, TypeParam } from '../ast.ts';

/** A node that opens a scope of its own. */
export type ScopeNode =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Lambda
  | Extract<Expr, { type: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>
  | TypeAlias
  | TypeParam;

export type ScopeKind =
  | 'module'
  | 'function'
  | 'lambda'
  | 'class'
  | 'comprehension'
  | 'type-parameters'
  | 'type-alias'
  | 'type-variable';

/** Where a name lives, in the words of CPython's `symtable`; a `cell` is a local that an inner scope reads. */
export type Residence = 'local' | 'cell' | 'free' | 'global-implicit' | 'global-explicit';

/** A name in one scope. */
export interface ScopeSymbol {
  readonly name: string;
  readonly residence: Residence;
  readonly isParameter: boolean;
  readonly isReferenced: boolean;
  readonly isAssigned: boolean;
  readonly isImported: boolean;
  readonly isAnnotated: boolean;
  readonly isDeclaredGlobal: boolean;
  readonly isDeclaredNonlocal: boolean;
  /** The target of `+=` or `del`, which need the old binding; CPython does not count them as references. */
  readonly isUpdated: boolean;
}

/** One scope, resolved. Names are as the interpreter sees them: `__x` inside `class C` is `_C__x`. */
export interface Scope {
  readonly kind: ScopeKind;
  /** `null` for the module. */
  readonly node: ScopeNode | null;
  readonly symbols: ReadonlyMap<string, ScopeSymbol>;
  readonly children: readonly Scope[];
  /** Names bound in this scope itself, parameters and cells included. */
  readonly locals: ReadonlySet<string>;
  /** Of the locals, those that an inner scope refers to. */
  readonly cellvars: ReadonlySet<string>;
  /** Names that belong to an enclosing function, used here or further inside. */
  readonly frees: ReadonlySet<string>;
  /** Names read or written in this scope itself that belong to the module (or to the builtins). */
  readonly globals: ReadonlySet<string>;
  /** Of the globals, those that this scope declares `global` and binds. */
  readonly boundGlobals: ReadonlySet<string>;
}

/** All scopes of a text. */
export interface ScopeTree {
  readonly module: Scope;
  /** The scope that a function, class, lambda or comprehension opens. */
  readonly byNode: ReadonlyMap<ScopeNode, Scope>;
}
