"""Runs the notebook of a request: ``REQUEST.json`` says which cells, where, and what is to be kept."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from .contain import contain_if_asked
from .inject import inject
from .ipython_shell import IPythonShell
from .names import MAIN
from .plain_shell import PlainShell
from .protocol import Channel
from .session import Session
from .watchdog import follow_parent


def record(path: str) -> int:
    """Run the notebook of the request in a file; every fact goes to the parent through the channel."""
    with open(path, encoding="utf-8") as file:
        request: dict[str, Any] = json.load(file)
    if request.get("follow"):
        follow_parent()
    contain_if_asked()
    channel = Channel.open()
    os.chdir(request["folder"])
    sys.path[0] = request["folder"]
    sys.argv = [""]
    inject(request["seed"])
    script = sys.modules[MAIN]  # kept alive: the notebook becomes `__main__`
    shell = make_shell(request)
    channel.send("ready", shell=shell.name, python="%d.%d.%d" % sys.version_info[:3], executable=sys.executable)
    Session(request, channel, shell).run()
    sys.stdout.flush()
    sys.stderr.flush()
    del script
    os._exit(0)


def make_shell(request: dict[str, Any]) -> Any:
    """Return IPython's shell where it is installed and wanted, else the plain one."""
    if request.get("shell") != "python":
        try:
            return IPythonShell()
        except ImportError:
            pass
    return PlainShell()
