/** A call of `get_ipython()` that stands for a magic, its arguments decoded. */
export interface WrittenCall {
  readonly method: 'system' | 'getoutput' | 'magic' | 'run_line_magic' | 'run_cell_magic';
  readonly values: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** Reads `run_line_magic('name', 'arguments')`; undefined where an argument is no plain string. */
export function readWrittenCall(content: string): WrittenCall | undefined {
  const method = /^(system|getoutput|magic|run_line_magic|run_cell_magic)\(/.exec(content)?.[1];
  if (!isMethod(method)) return undefined;
  const values: string[] = [];
  const literal = /\s*u?(?:'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)")\s*(,|\))/y;
  literal.lastIndex = method.length + 1;
  for (let match = literal.exec(content); match !== null; match = literal.exec(content)) {
    values.push(decode(match[1] ?? match[2] ?? ''));
    if (match[3] === ')') {
      const isWhole = /^\s*;?\s*(?:#[^\n]*)?$/.test(content.slice(literal.lastIndex));
      return isWhole ? { method, values } : undefined;
    }
  }
  return undefined;
}

function isMethod(name: string | undefined): name is WrittenCall['method'] {
  return name !== undefined;
}

function decode(body: string): string {
  return body.replace(/\\(x[\da-f]{2}|u[\da-f]{4}|[\s\S])/gi, (whole, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? whole),
  );
}
