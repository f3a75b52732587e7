export { applyEdits } from './edits.ts';
export { toIdentifier, uniqueFileStem, uniqueIdentifier } from './identifier.ts';
export { commonMargin, dedent, indent } from './indentation.ts';
export { lineStarts, offsetAt, positionAt } from './lines.ts';
export { isAbsolute, isRooted, isUri } from './paths.ts';
export { escapePython, pythonString } from './python-string.ts';
export { PYTHON_BUILTINS, PYTHON_KEYWORDS, STANDARD_MODULES } from './reserved-names.ts';
export type { Position, Span, TextEdit } from './span.ts';
export { suggest } from './suggestion.ts';
