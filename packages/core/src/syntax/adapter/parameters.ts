import type { Arg, Arguments, Expr } from '../ast.ts';
import { annotation } from './annotations.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, fail, identifierName } from './conversion.ts';
import { expression } from './expressions.ts';

/** The arguments of a function without parameters. */
export function noParameters(offset: number): Arguments {
  return {
    type: 'arguments',
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    start: offset,
    end: offset,
  };
}

/** What has been read of a parameter list so far. */
interface Building {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  readonly kwonlyargs: Arg[];
  readonly kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  readonly defaults: Expr[];
  /** A `*` or `*args` stands before. */
  afterStar: boolean;
  sawSlash: boolean;
}

/** Converts the parameters of a `def` (with parentheses) or a `lambda` (without) and checks their order. */
export function convertParameters(
  conversion: Conversion,
  node: ConcreteNode,
  owner: 'def' | 'lambda',
): Arguments {
  const building: Building = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    afterStar: false,
    sawSlash: false,
  };
  for (const each of childrenBut(node, '(', ')', ',')) {
    if (building.kwarg) fail(conversion, each, 'no parameter may follow `**` parameters');
    if (owner === 'lambda' && each.type.startsWith('typed_')) {
      fail(conversion, each, 'a parameter of `lambda` has no annotation');
    }
    addParameter(conversion, building, each);
  }
  if (building.afterStar && !building.vararg && building.kwonlyargs.length === 0) {
    fail(conversion, node, 'named parameters must follow bare `*`');
  }
  const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = building;
  checkUnique(conversion, [
    ...posonlyargs,
    ...args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ]);
  return {
    type: 'arguments',
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kw_defaults,
    kwarg,
    defaults,
    start: node.start,
    end: node.end,
  };
}

function addParameter(conversion: Conversion, building: Building, node: ConcreteNode): void {
  switch (node.type) {
    case 'identifier':
      addNamed(conversion, building, plainArg(conversion, node), null);
      break;
    case 'default_parameter':
    case 'typed_default_parameter':
      addDefault(conversion, building, node);
      break;
    case 'typed_parameter':
      addTyped(conversion, building, node);
      break;
    case 'list_splat_pattern':
      addStar(conversion, building, node, splatArg(conversion, node));
      break;
    case 'dictionary_splat_pattern':
      building.kwarg = splatArg(conversion, node);
      break;
    case 'keyword_separator':
    case '*':
      addStar(conversion, building, node, null);
      break;
    case 'positional_separator':
    case '/':
      addSlash(conversion, building, node);
      break;
    case 'tuple_pattern':
      fail(conversion, node, 'tuple parameters are Python 2', 'S002');
      break;
    default:
      fail(conversion, node, 'invalid parameter');
  }
}

function addDefault(conversion: Conversion, building: Building, node: ConcreteNode): void {
  const name = child(node, 0);
  if (name.type !== 'identifier') fail(conversion, name, 'tuple parameters are Python 2', 'S002');
  const isTyped = node.type === 'typed_default_parameter';
  const arg = isTyped ? typedArg(conversion, name, child(node, 2)) : plainArg(conversion, name);
  addNamed(conversion, building, arg, expression(conversion, child(node, -1)));
}

function addTyped(conversion: Conversion, building: Building, node: ConcreteNode): void {
  const name = child(node, 0);
  const type = child(node, 2);
  if (name.type === 'identifier') {
    addNamed(conversion, building, typedArg(conversion, name, type), null);
    return;
  }
  const arg = typedArg(conversion, child(name, 1), type);
  if (name.type === 'list_splat_pattern') addStar(conversion, building, node, arg);
  else building.kwarg = arg;
}

function addNamed(conversion: Conversion, building: Building, arg: Arg, value: Expr | null): void {
  if (building.afterStar) {
    building.kwonlyargs.push(arg);
    building.kw_defaults.push(value);
    return;
  }
  building.args.push(arg);
  if (value) building.defaults.push(value);
  else if (building.defaults.length > 0) {
    fail(conversion, arg, `parameter \`${arg.arg}\` without a default follows one with a default`);
  }
}

function addStar(conversion: Conversion, building: Building, node: ConcreteNode, arg: Arg | null): void {
  if (building.afterStar) fail(conversion, node, '`*` may appear only once');
  building.afterStar = true;
  building.vararg = arg;
}

function addSlash(conversion: Conversion, building: Building, node: ConcreteNode): void {
  if (building.afterStar) fail(conversion, node, '`/` must be ahead of `*`');
  if (building.sawSlash) fail(conversion, node, '`/` may appear only once');
  if (building.args.length === 0) fail(conversion, node, 'at least one parameter must precede `/`');
  building.sawSlash = true;
  building.posonlyargs = building.args;
  building.args = [];
}

function plainArg(conversion: Conversion, name: ConcreteNode): Arg {
  if (name.type !== 'identifier') fail(conversion, name, 'a parameter must be a name');
  return {
    type: 'arg',
    arg: identifierName(conversion, name),
    annotation: null,
    start: name.start,
    end: name.end,
  };
}

function typedArg(conversion: Conversion, name: ConcreteNode, type: ConcreteNode): Arg {
  const arg = plainArg(conversion, name);
  return { ...arg, annotation: annotation(conversion, type), end: type.end };
}

/** The name of `*args` or `**options` alone: CPython leaves the stars out of the span. */
function splatArg(conversion: Conversion, node: ConcreteNode): Arg {
  return plainArg(conversion, child(node, 1));
}

function checkUnique(conversion: Conversion, args: readonly Arg[]): void {
  const seen = new Set<string>();
  for (const each of args) {
    if (seen.has(each.arg)) fail(conversion, each, `duplicate parameter \`${each.arg}\``);
    seen.add(each.arg);
  }
}
