import type { Plan } from '../plan/index.ts';
import type { RecordedCall } from '../record/index.ts';
import { pythonString } from '../text/index.ts';

/** What a function may read beside its arguments: it need not give the same again. */
const IMPURE =
  /\b(?:random|rand|randn|randint|shuffle|choice|time|now|today|open|input|environ|getenv|uuid4|global|read_\w+)\b/;

/** Finds recorded calls of functions that the project has at module level, with the function's path. */
export function findCalls(
  plan: Plan,
  calls: readonly RecordedCall[],
): readonly { readonly path: string; readonly call: RecordedCall }[] {
  const known = new Map<string, { readonly path: string; readonly keywords: readonly string[] }>();
  for (const module of plan.modules) {
    for (const { name, kind, text, keywords = [] } of module.definitions) {
      if (kind === 'function' && text.startsWith('def ') && !IMPURE.test(text)) {
        known.set(name, { path: `${plan.package}.stages.${module.name}:${name}`, keywords });
      }
    }
  }
  return calls.flatMap((call) => {
    const found = known.get(call.function);
    // In the notebook a function may have read what it is given here.
    const isWhole = found?.keywords.every((keyword) => Object.hasOwn(call.keywords, keyword));
    return found && isWhole ? [{ path: found.path, call }] : [];
  });
}

/** Gives `test_functions.py`: the notebook's own functions with the calls that were observed. */
export function testFunctions(found: ReturnType<typeof findCalls>): string {
  const rows = found.map(({ path, call }) => {
    const keywords = Object.entries(call.keywords).map(([name, value]) => `${pythonString(name)}: ${value}`);
    const cells = [path, `[${call.arguments.join(', ')}]`, `{${keywords.join(', ')}}`, call.result];
    return `        (${cells.map(pythonString).join(', ')}),`;
  });
  return `"""The notebook's own functions give what they gave there."""

from ast import literal_eval
from pkgutil import resolve_name

import pytest

from .compare import same


@pytest.mark.parametrize(
    ("function", "arguments", "keywords", "result"),
    [
${rows.join('\n')}
    ],
)
def test_a_function_gives_the_observed_result(
    function: str, arguments: str, keywords: str, result: str
) -> None:
    found = resolve_name(function)(*literal_eval(arguments), **literal_eval(keywords))
    same(found, literal_eval(result))
`;
}
