"""Measure a generated project: its functions, and how many changes of its stages its own tests notice.

``quality_measure.py PROJECT MUTANTS``: writes one JSON object. The tests run with ``-m "full or not full"`` in a copy.
"""

import ast
import copy
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

OPERATORS: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Lt: ast.GtE,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Change = Callable[[], None]


def functions_of(tree: ast.AST) -> list[Any]:
    """Return the functions of a module, inner ones too."""
    return [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]


def places(tree: ast.Module) -> Iterator[tuple[str, Change]]:
    """Yield every change of the code in functions: a constant, an operator, a statement left out."""
    silent = {id(inner) for node in ast.walk(tree) if is_silent(node) for inner in ast.walk(node)}
    for function in [node for node in tree.body if isinstance(node, FUNCTIONS)]:
        body = function.body[1:] if ast.get_docstring(function) else function.body
        for node in [inner for statement in body for inner in ast.walk(statement)]:
            if id(node) not in silent:
                yield from changes(node)


def is_silent(node: ast.AST) -> bool:
    """Tell whether a statement only logs, or a part of it is no code that runs: an annotation."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return ast.unparse(node.value.func).startswith(("log.", "logger."))
    return isinstance(node, (ast.arg, ast.JoinedStr))


def changes(node: Any) -> Iterator[tuple[str, Change]]:
    """Yield the changes of one node."""
    line = getattr(node, "lineno", 0)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        value = not node.value if isinstance(node.value, bool) else node.value + 1
        yield f"{line}: {node.value} -> {value}", lambda: setattr(node, "value", value)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        other = OPERATORS[type(node.op)]
        yield f"{line}: {other.__name__}", lambda: setattr(node, "op", other())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        other = OPERATORS[type(node.ops[0])]
        yield f"{line}: {other.__name__}", lambda: node.ops.__setitem__(0, other())
    for name in ("body", "orelse"):
        statements = getattr(node, name, None)
        for index, statement in enumerate(statements if isinstance(statements, list) else ()):
            if isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign)) and not is_silent(statement):
                text = ast.unparse(statement).splitlines()[0][:60]
                yield f"{statement.lineno}: without `{text}`", drop(statements, index)


def drop(statements: list[Any], index: int) -> Change:
    """Return what leaves a statement out."""
    return lambda: statements.__setitem__(index, ast.Pass())


def statements_of(function: Any) -> Iterator[tuple[str, Change]]:
    """Yield the changes that leave out a statement of a function's own body."""
    for index, statement in enumerate(function.body):
        if isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign)) and index > 0 and not is_silent(statement):
            text = ast.unparse(statement).splitlines()[0][:60]
            yield f"{statement.lineno}: without `{text}`", drop(function.body, index)


def mutants_of(text: str) -> list[tuple[str, str]]:
    """Return every mutant of a module with what was changed."""
    count = len(all_places(ast.parse(text)))
    found = []
    for index in range(count):
        tree = ast.parse(text)
        name, change = all_places(tree)[index]
        change()
        found.append((name, ast.unparse(ast.fix_missing_locations(copy.deepcopy(tree)))))
    return found


def all_places(tree: ast.Module) -> list[tuple[str, Change]]:
    """Return the changes of a module, in a fixed order."""
    own = [change for node in tree.body if isinstance(node, FUNCTIONS) for change in statements_of(node)]
    return [*places(tree), *own]


def passes(project: Path) -> bool:
    """Run the project's tests."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "full or not full"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ran = subprocess.run(command, cwd=project, env=environment, capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return False
    return ran.returncode == 0


def survivors(project: Path, most: int) -> tuple[int, list[str]]:
    """Return how many mutants were tried, and those that no test noticed."""
    every = []
    for file in sorted(project.glob("src/*/stages/*.py")):
        every += [(file, name, text) for name, text in mutants_of(file.read_text(encoding="utf-8"))]
    chosen = random.Random(0).sample(every, min(most, len(every)))
    alive = []
    for file, name, text in chosen:
        original = file.read_text(encoding="utf-8")
        file.write_text(text, encoding="utf-8")
        if passes(project):
            alive.append(f"{file.name}:{name}")
        file.write_text(original, encoding="utf-8")
    return len(chosen), alive


def main(project: Path, most: int) -> None:
    """Write the measures of a project."""
    functions = []
    for file in project.glob("src/*/stages/*.py"):
        functions += functions_of(ast.parse(file.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "project"
        shutil.copytree(project, own)
        green = passes(own)
        tried, alive = survivors(own, most) if green else (0, [])
    lengths = [node.end_lineno - node.lineno + 1 for node in functions]
    arguments = [len(node.args.args) + len(node.args.kwonlyargs) for node in functions]
    facts = {"longest": max(lengths, default=0), "arguments": max(arguments, default=0), "green": green}
    json.dump({**facts, "mutants": tried, "alive": alive}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
