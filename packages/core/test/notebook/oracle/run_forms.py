"""Runs cells in IPython and their translation in plain Python, and gives the values that each leaves behind."""

import contextlib
import io
import json
import os
import sys
import tempfile
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell

START = Path.cwd()


def show(namespace: dict[str, object], names: list[str], folder: str) -> dict[str, str]:
    """Give the values of names, and of what lives outside the namespace."""
    values = {name: repr(list(v) if isinstance(v := namespace.get(name, "absent"), list) else v) for name in names}
    values["cwd"] = os.path.relpath(Path.cwd(), folder)
    values["files"] = repr({p.name: p.read_text() for p in sorted(Path(folder).rglob("*")) if p.is_file()})
    values["environment"] = repr({k: v for k, v in os.environ.items() if k.startswith("FORM_")})
    return {name: value.replace(folder, "FOLDER") for name, value in values.items()}


def in_folder(files: dict[str, str], names: list[str], run) -> dict[str, str]:
    """Run something in a fresh folder and give the values that it leaves behind."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        folder = os.path.realpath(folder)
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        os.chdir(folder)
        try:
            return show(run(), names, folder)
        except Exception as error:  # noqa: BLE001
            return {"error": repr(error)}
        finally:
            os.chdir(START)
            for name in [name for name in os.environ if name.startswith("FORM_")]:
                del os.environ[name]


def in_ipython(sources: list[str]) -> dict[str, object]:
    """Run cells as IPython does."""
    shell = InteractiveShell()
    for source in sources:
        shell.run_cell(source).raise_error()
    return shell.user_ns


def in_python(texts: list[str]) -> dict[str, object]:
    """Run translated cells as plain Python, which knows no IPython."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    for text in texts:
        exec(compile(text, "cell", "exec"), namespace)  # noqa: S102
    return namespace


answers = []
for case in json.load(sys.stdin):
    files, names = case["files"], case["names"]
    answers.append(
        {
            "ipython": in_folder(files, names, lambda case=case: in_ipython(case["cells"])),
            "python": in_folder(files, names, lambda case=case: in_python(case["python"])),
        },
    )
json.dump(answers, sys.stdout)
