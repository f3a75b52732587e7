"""A tiny project around the engine, run as a user runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ENGINE = Path(__file__).parent.parent / "engine"
FILES = {
    "params.yaml": "common: {factor: 2}\nread: {path: numbers.txt}\n",
    "numbers.txt": "1\n2\n3\n",
    "src/beside.py": "def twice(value):\n    return 2 * value\n",
    "src/tiny/__init__.py": "",
    "src/tiny/__main__.py": (
        "from tiny._engine.cli import main\n\nif __name__ == '__main__':\n    raise SystemExit(main())\n"
    ),
    "src/tiny/config.py": """
from tiny._engine.settings import Section


class Common(Section):
    factor: int


class Read(Section):
    path: str


class Params(Section):
    common: Common
    read: Read
""",
    "src/tiny/io.py": """
import json

from tiny._engine.files import writing


def save(value, path):
    with writing(path) as temporary:
        temporary.write_text(json.dumps(value))


def load(path, codec=None):
    return json.loads(path.read_text())
""",
    "src/tiny/pipeline.py": """
from tiny._engine.stage import Stage

STAGES = {
    "read": Stage("tiny.stages:read", reads={"path": "read.path"}, outputs={"numbers": "json"}),
    "left": Stage(
        "tiny.stages:left",
        inputs={"numbers": "numbers"},
        params={"factor": "common.factor"},
        outputs={"low": "json", "high": "json"},
    ),
    "right": Stage("tiny.stages:right", inputs={"numbers": "numbers"}, writes={"path": "sub/sum.txt"}),
    "join": Stage(
        "tiny.stages:join", inputs={"low": "low"}, reads={"sum": "sub/sum.txt"}, outputs={"joined": "json"}
    ),
}
LIBRARIES = ("pyyaml", "no-such-distribution")
MODULES = ("tiny", "beside")
""",
    "src/tiny/stages.py": """
from pathlib import Path

from .arithmetic import times


def read(path):
    return [int(line) for line in Path(path).read_text().split()]


def left(numbers, factor):
    return [times(numbers[0], factor)], [times(numbers[-1], factor)]


def right(numbers, path):
    Path(path).write_text(str(sum(numbers)))


def join(low, sum):
    return [*low, int(Path(sum).read_text())]
""",
    "src/tiny/arithmetic.py": "from beside import twice\n\n\ndef times(a, b):\n    return twice(a) * b // 2\n",
}


class TinyProject:
    """The project's folder, and what a user does in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "artifacts"

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace text in a file of the project."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Start the command line."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "tiny", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": self.root}
        return subprocess.Popen(command, env=environment, **(pipes | options))

    def call(self, *arguments: str, **options: Any) -> tuple[int, str]:
        """Return the exit code, and stdout and stderr together."""
        process = self.start(*arguments, **options)
        out, error = process.communicate(timeout=60)
        return process.returncode, out + error

    def run(self, *arguments: str) -> list[str]:
        """Run, and return the stages that ran."""
        code, output = self.call("run", *arguments)
        assert code == 0, output
        return list(json.loads((self.out / "run.json").read_text(encoding="utf-8"))["ran"])

    def value(self, dataset: str) -> Any:
        """Return the value of a dataset."""
        return json.loads((self.out / f"{dataset}.json").read_text(encoding="utf-8"))

    def temporaries(self) -> list[Path]:
        """Return what unfinished writes left."""
        return list(self.out.rglob(".tmp-*"))


@pytest.fixture
def tiny(tmp_path: Path) -> TinyProject:
    """Return a fresh project."""
    project = TinyProject(tmp_path)
    for path, text in FILES.items():
        project.write(path, text)
    shutil.copytree(ENGINE, tmp_path / "src/tiny/_engine", ignore=shutil.ignore_patterns("__pycache__"))
    return project
