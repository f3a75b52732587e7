"""Runs one case of `npm run cases` in a fresh process and writes what it found as JSON.

`python -c "import case_runner; case_runner.main()" script FILE NAME RESULT` executes a script as plain Python;
`... notebook CASE.json NAME RESULT` executes the cells in IPython, in order, with their execution counts.
Both describe the value that NAME ends with by `programs_fingerprint.of`.
"""

from __future__ import annotations

import ast
import json
import sys
import warnings
from pathlib import Path
from typing import Any


def main() -> None:
    """Entry: the mode, the input, the name and the file for the result are arguments."""
    mode, source, name, target = sys.argv[1:5]
    sys.argv[1:] = []
    warnings.simplefilter("ignore")
    run = run_script if mode == "script" else run_notebook
    result = run(Path(source).read_text(encoding="utf-8"), name)
    Path(target).write_text(json.dumps(result), encoding="utf-8")


def run_script(text: str, name: str) -> dict[str, Any]:
    """Executes the text in `__main__`, with nothing of this module in it."""
    import programs_fingerprint

    namespace = sys.modules["__main__"].__dict__
    for own in ("case_runner", "sys"):
        namespace.pop(own, None)
    sys.path[0] = str(Path.cwd())
    lines = count_lines(text)
    try:
        exec(compile(text, "slice.py", "exec"), namespace)  # noqa: S102 - the script under test
    except BaseException as error:  # noqa: BLE001 - whatever ends it is the result
        return {"lines": lines, "error": f"{type(error).__name__}: {error}"}
    if name not in namespace:
        return {"lines": lines, "error": f"the script does not define {name}"}
    return {"lines": lines, "value": programs_fingerprint.of(namespace[name])}


def run_notebook(text: str, name: str) -> dict[str, Any]:
    """Executes the cells of a case as a kernel would; an error ends its cell, not the notebook."""
    import programs_fingerprint
    from IPython.core.interactiveshell import InteractiveShell

    case = json.loads(text)
    sys.path[0] = str(Path.cwd())
    shell = InteractiveShell.instance(colors="nocolor")
    shell.history_manager.enabled = False
    shell.enable_gui = lambda gui=None: None  # a kernel has one; the bare shell refuses `%matplotlib`
    errors: dict[str, dict[str, Any]] = {}
    counts = case.get("executionCounts") or [None] * len(case["cells"])
    lines = 0
    for position, (cell, count) in enumerate(zip(case["cells"], counts)):
        lines += count_lines(shell.transform_cell(cell))
        shown: list[list[str]] = []
        shell._showtraceback = lambda kind, value, stack, shown=shown: shown.append(list(stack))
        if count is not None:
            shell.execution_count = count
        outcome = shell.run_cell(cell, store_history=True)
        error = outcome.error_before_exec or outcome.error_in_exec
        if error is not None:
            traceback = shown[0] if shown else [str(error)]
            errors[str(position)] = {
                "ename": type(error).__name__,
                "evalue": str(error),
                "traceback": traceback,
            }
    result: dict[str, Any] = {"lines": lines, "errors": errors}
    if name in shell.user_ns:
        return {**result, "value": programs_fingerprint.of(shell.user_ns[name])}
    return {**result, "error": f"the notebook does not define {name}"}


def count_lines(text: str) -> int:
    """Lines as `ast.unparse` writes them, so that layout and comments do not count; 0 when it is no Python."""
    try:
        return len(ast.unparse(ast.parse(text)).splitlines())
    except SyntaxError:
        return 0
