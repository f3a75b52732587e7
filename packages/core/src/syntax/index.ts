export type * from './ast.ts';
export { editModule } from './edit-module.ts';
export { parseNotebook } from './parse-notebook.ts';
export { type BrokenText, type ParsedPython, parsePython } from './parse-python.ts';
export { printModule } from './print-module.ts';
export type { Residence, Scope, ScopeKind, ScopeNode, ScopeSymbol, ScopeTree } from './scopes/scope.ts';
export { freeNames, outerNames, scopesOf } from './scopes/scopes-of.ts';
export type * from './types.ts';
export { bindingsOfPattern, bindingsOfTarget, childNodes, walk } from './walk.ts';
