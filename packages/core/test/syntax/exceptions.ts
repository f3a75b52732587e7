/** Library files that differ from CPython, each with the reason; every other file must be equal. */
const EXCEPTIONS: readonly { readonly path: string; readonly reason: string }[] = [
  { path: 'test/test_compile.py', reason: 'the grammar rejects two of its functions' },
  {
    path: 'test/test_type_params.py',
    reason: 'scopes of comprehensions in bounds, which 3.13 counts differently',
  },
];

/** The differences that no exception explains. */
export function unexplained(differing: readonly string[]): readonly string[] {
  return differing.filter((difference) => !EXCEPTIONS.some(({ path }) => difference.startsWith(`${path}:`)));
}
