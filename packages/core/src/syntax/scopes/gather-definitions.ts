import type {
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  FunctionDef,
  Lambda,
  TypeAlias,
  TypeParam,
} from '../ast.ts';
import { flagsOf, type Gathering } from './block.ts';
import { bind, visitAll, within } from './gather-names.ts';

/** Decorators and defaults belong to the scope around; annotations to the type parameters, where there are any. */
export function gatherFunction(gathering: Gathering, node: FunctionDef | AsyncFunctionDef): void {
  const { args } = node;
  bind(gathering, node.name);
  visitDefaults(gathering, args);
  visitAll(gathering, node.decorator_list);
  withTypeParameters(gathering, node, gathering.current.mangling, () => {
    if (!gathering.hasFutureAnnotations) {
      visitAll(gathering, [...parametersOf(args).map((each) => each.annotation), node.returns]);
    }
    within(gathering, 'function', node, gathering.current.mangling, () => {
      bindParameters(gathering, args);
      visitAll(gathering, node.body);
    });
  });
}

export function gatherLambda(gathering: Gathering, node: Lambda): void {
  visitDefaults(gathering, node.args);
  within(gathering, 'lambda', node, gathering.current.mangling, () => {
    bindParameters(gathering, node.args);
    visitAll(gathering, [node.body]);
  });
}

export function gatherClass(gathering: Gathering, node: ClassDef): void {
  bind(gathering, node.name);
  visitAll(gathering, node.decorator_list);
  const mangling = node.type_params.length > 0 ? node.name : gathering.current.mangling;
  withTypeParameters(gathering, node, mangling, () => {
    visitAll(gathering, [...node.bases, ...node.keywords]);
    within(gathering, 'class', node, node.name, () => visitAll(gathering, node.body));
  });
}

export function gatherTypeAlias(gathering: Gathering, node: TypeAlias): void {
  if (node.name.type === 'Name') bind(gathering, node.name.id);
  withTypeParameters(gathering, node, gathering.current.mangling, () => {
    within(gathering, 'type-alias', node, gathering.current.mangling, () =>
      visitAll(gathering, [node.value]),
    );
  });
}

/** Type parameters have a scope of their own around the definition (PEP 695). */
function withTypeParameters(
  gathering: Gathering,
  node: FunctionDef | AsyncFunctionDef | ClassDef | TypeAlias,
  mangling: string | null,
  visitInside: () => void,
): void {
  if (node.type_params.length === 0) {
    visitInside();
    return;
  }
  within(gathering, 'type-parameters', node, mangling, () => {
    for (const parameter of node.type_params) gatherTypeParameter(gathering, parameter);
    visitInside();
  });
}

function gatherTypeParameter(gathering: Gathering, node: TypeParam): void {
  bind(gathering, node.name);
  const bounds = node.type === 'TypeVar' ? [node.bound, node.default_value] : [node.default_value];
  for (const bound of bounds) {
    if (!bound) continue;
    within(gathering, 'type-variable', node, gathering.current.mangling, () => visitAll(gathering, [bound]));
  }
}

function visitDefaults(gathering: Gathering, args: Arguments): void {
  visitAll(gathering, [...args.defaults, ...args.kw_defaults]);
}

function parametersOf(args: Arguments) {
  const { posonlyargs, vararg, kwonlyargs, kwarg } = args;
  return [
    ...posonlyargs,
    ...args.args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
}

function bindParameters(gathering: Gathering, args: Arguments): void {
  for (const parameter of parametersOf(args)) flagsOf(gathering.current, parameter.arg).isParameter = true;
}
