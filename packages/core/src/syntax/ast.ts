/**
 * Python's abstract syntax tree, with the node and field names of CPython's `ast` module
 * (https://docs.python.org/3/library/ast.html#abstract-grammar). Differences: `type` names the node, `start` and `end` are
 * UTF-16 offsets into the cell's Python text instead of lines and columns, `ctx` is absent, a `Constant` keeps its source
 * text, and an absent optional child is `null`. Trees are plain data.
 */
interface Base {
  readonly start: number;
  readonly end: number;
}

export type Node = Stmt | Expr | Helper;

export type Helper =
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | Comprehension
  | ExceptHandler
  | MatchCase
  | Pattern
  | TypeParam;

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface FunctionDefFields extends Base {
  readonly name: string;
  /** Where the name stands; CPython has no such field. */
  readonly nameSpan: Base;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_params: readonly TypeParam[];
}
export interface FunctionDef extends FunctionDefFields {
  readonly type: 'FunctionDef';
}
export interface AsyncFunctionDef extends FunctionDefFields {
  readonly type: 'AsyncFunctionDef';
}
export interface ClassDef extends Base {
  readonly type: 'ClassDef';
  readonly name: string;
  readonly nameSpan: Base;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly type_params: readonly TypeParam[];
}
export interface Return extends Base {
  readonly type: 'Return';
  readonly value: Expr | null;
}
export interface Delete extends Base {
  readonly type: 'Delete';
  readonly targets: readonly Expr[];
}
export interface Assign extends Base {
  readonly type: 'Assign';
  readonly targets: readonly Expr[];
  readonly value: Expr;
}
export interface TypeAlias extends Base {
  readonly type: 'TypeAlias';
  readonly name: Expr;
  readonly type_params: readonly TypeParam[];
  readonly value: Expr;
}
export interface AugAssign extends Base {
  readonly type: 'AugAssign';
  readonly target: Expr;
  readonly op: Operator;
  readonly value: Expr;
}
export interface AnnAssign extends Base {
  readonly type: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
  readonly simple: 0 | 1;
}
export interface ForFields extends Base {
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface For extends ForFields {
  readonly type: 'For';
}
export interface AsyncFor extends ForFields {
  readonly type: 'AsyncFor';
}
export interface While extends Base {
  readonly type: 'While';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface If extends Base {
  readonly type: 'If';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface WithFields extends Base {
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}
export interface With extends WithFields {
  readonly type: 'With';
}
export interface AsyncWith extends WithFields {
  readonly type: 'AsyncWith';
}
export interface Match extends Base {
  readonly type: 'Match';
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Base {
  readonly type: 'Raise';
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}
export interface TryFields extends Base {
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
export interface Try extends TryFields {
  readonly type: 'Try';
}
export interface TryStar extends TryFields {
  readonly type: 'TryStar';
}
export interface Assert extends Base {
  readonly type: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | null;
}
export interface Import extends Base {
  readonly type: 'Import';
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Base {
  readonly type: 'ImportFrom';
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface Global extends Base {
  readonly type: 'Global';
  readonly names: readonly string[];
}
export interface Nonlocal extends Base {
  readonly type: 'Nonlocal';
  readonly names: readonly string[];
}
/** CPython's `Expr` statement. */
export interface ExprStmt extends Base {
  readonly type: 'Expr';
  readonly value: Expr;
}
export interface Pass extends Base {
  readonly type: 'Pass';
}
export interface Break extends Base {
  readonly type: 'Break';
}
export interface Continue extends Base {
  readonly type: 'Continue';
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CompareOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export interface BoolOp extends Base {
  readonly type: 'BoolOp';
  readonly op: 'And' | 'Or';
  readonly values: readonly Expr[];
}
export interface NamedExpr extends Base {
  readonly type: 'NamedExpr';
  readonly target: Name;
  readonly value: Expr;
}
export interface BinOp extends Base {
  readonly type: 'BinOp';
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}
export interface UnaryOp extends Base {
  readonly type: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expr;
}
export interface Lambda extends Base {
  readonly type: 'Lambda';
  readonly args: Arguments;
  readonly body: Expr;
}
export interface IfExp extends Base {
  readonly type: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}
export interface Dict extends Base {
  readonly type: 'Dict';
  /** `null` for `**mapping`. */
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}
/** CPython's `Set`. */
export interface SetExpr extends Base {
  readonly type: 'Set';
  readonly elts: readonly Expr[];
}
export interface ListComp extends Base {
  readonly type: 'ListComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Base {
  readonly type: 'SetComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Base {
  readonly type: 'DictComp';
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Base {
  readonly type: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Base {
  readonly type: 'Await';
  readonly value: Expr;
}
export interface Yield extends Base {
  readonly type: 'Yield';
  readonly value: Expr | null;
}
export interface YieldFrom extends Base {
  readonly type: 'YieldFrom';
  readonly value: Expr;
}
export interface Compare extends Base {
  readonly type: 'Compare';
  readonly left: Expr;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expr[];
}
export interface Call extends Base {
  readonly type: 'Call';
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}
export interface FormattedValue extends Base {
  readonly type: 'FormattedValue';
  readonly value: Expr;
  /** -1, or the character code of `s`, `r`, `a`. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}
export interface JoinedStr extends Base {
  readonly type: 'JoinedStr';
  readonly values: readonly Expr[];
}
export interface Constant extends Base {
  readonly type: 'Constant';
  readonly kind: 'str' | 'bytes' | 'int' | 'float' | 'complex' | 'bool' | 'none' | 'ellipsis';
  /** The literal as written; adjacent string pieces are one literal. */
  readonly text: string;
  /** Decoded text of a `str` (absent where it needs the Unicode database), for constant keys and display. */
  readonly value?: string;
}
export interface Attribute extends Base {
  readonly type: 'Attribute';
  readonly value: Expr;
  readonly attr: string;
}
export interface Subscript extends Base {
  readonly type: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
}
export interface Starred extends Base {
  readonly type: 'Starred';
  readonly value: Expr;
}
export interface Name extends Base {
  readonly type: 'Name';
  readonly id: string;
}
export interface List extends Base {
  readonly type: 'List';
  readonly elts: readonly Expr[];
}
export interface Tuple extends Base {
  readonly type: 'Tuple';
  readonly elts: readonly Expr[];
}
export interface Slice extends Base {
  readonly type: 'Slice';
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

export interface Arguments extends Base {
  readonly type: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kw_defaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expr[];
}
export interface Arg extends Base {
  readonly type: 'arg';
  readonly arg: string;
  readonly annotation: Expr | null;
}
export interface Keyword extends Base {
  readonly type: 'keyword';
  /** `null` for `**mapping`. */
  readonly arg: string | null;
  readonly value: Expr;
}
export interface Alias extends Base {
  readonly type: 'alias';
  readonly name: string;
  readonly asname: string | null;
}
export interface WithItem extends Base {
  readonly type: 'withitem';
  readonly context_expr: Expr;
  readonly optional_vars: Expr | null;
}
export interface Comprehension extends Base {
  readonly type: 'comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly is_async: 0 | 1;
}
/** CPython's `ExceptHandler`; its `type` field is `exception` here, because `type` names the node. */
export interface ExceptHandler extends Base {
  readonly type: 'ExceptHandler';
  readonly exception: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}
export interface MatchCase extends Base {
  readonly type: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export interface MatchValue extends Base {
  readonly type: 'MatchValue';
  readonly value: Expr;
}
export interface MatchSingleton extends Base {
  readonly type: 'MatchSingleton';
  readonly value: 'None' | 'True' | 'False';
}
export interface MatchSequence extends Base {
  readonly type: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Base {
  readonly type: 'MatchMapping';
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Base {
  readonly type: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}
export interface MatchStar extends Base {
  readonly type: 'MatchStar';
  readonly name: string | null;
}
export interface MatchAs extends Base {
  readonly type: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Base {
  readonly type: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;
export interface TypeVar extends Base {
  readonly type: 'TypeVar';
  readonly name: string;
  readonly bound: Expr | null;
  readonly default_value: Expr | null;
}
export interface ParamSpec extends Base {
  readonly type: 'ParamSpec';
  readonly name: string;
  readonly default_value: Expr | null;
}
export interface TypeVarTuple extends Base {
  readonly type: 'TypeVarTuple';
  readonly name: string;
  readonly default_value: Expr | null;
}
