"""Run the stages that are not current: resumable, in process unless in parallel."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from concurrent.futures import ProcessPoolExecutor as Pool
from contextlib import ExitStack
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, TypeVar

from ..pipeline import STAGES
from .files import Digests, read_json, write_json, writing
from .state import PACKAGE, Project, graph, reasons, stage_key, versions

T = TypeVar("T")
FORMAT = "%(asctime)s %(levelname)s %(message)s"
log = logging.getLogger(__name__)


class StageError(Exception):
    """A stage failed; the message names it."""


def execute(name: str, key: dict[str, Any], project: Project) -> float:
    """Load what a stage needs, call it, save what it returns, the receipt last; return seconds."""
    stage, began = STAGES[name], time.perf_counter()
    try:
        io = import_module(f"{PACKAGE}.io")  # on use: a run with nothing to do stays fast
        function = resolve_name(stage.fn)
        arguments = {arg: io.load(project.path(d)) for arg, d in stage.inputs.items()}
        arguments |= {arg: project.value(k) for arg, k in stage.params.items()}
        arguments |= {arg: project.place(k) for arg, k in stage.reads.items()}
        with ExitStack() as after:
            for arg, file in stage.writes.items():
                arguments[arg] = str(after.enter_context(writing(project.out / file)))
            after.callback(os.chdir, Path.cwd())
            os.chdir(project.root)
            result = function(**arguments)
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")  # the next stage begins without a figure
        values = (result,) if len(stage.outputs) == 1 else result or ()
        for dataset, value in zip(stage.outputs, values, strict=True):
            io.save(value, project.path(dataset))
    except Exception as error:
        raise StageError(f"stage {name}: {type(error).__name__}: {error}") from error
    digests = Digests(project.out)
    outputs = {made: digests.of(project.path(made)) for made in stage.makes}
    seconds = round(time.perf_counter() - began, 3)
    write_json({"key": key, "outputs": outputs, "seconds": seconds}, project.receipt(name))
    return seconds


class _InProcess(Executor):
    """Calls at once, in this process, so that a breakpoint works."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _follow_parent() -> None:
    """End with the parent, even one that was killed; on Ctrl-C, in silence."""

    def wait_and_end() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    logging.basicConfig(level=logging.INFO, format=FORMAT)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait_and_end, daemon=True).start()


def run(
    project: Project, names: Collection[str] = STAGES, *, jobs: int = 1, force: bool = False
) -> dict[str, list[str]]:
    """Run those of ``names`` that are not current; return why, by stage that ran."""
    digests, ran = Digests(project.out), dict[str, list[str]]()
    running: dict[Future[float], str] = {}
    order = TopologicalSorter(graph())
    order.prepare()
    spawn = multiprocessing.get_context("spawn")
    with _InProcess() if jobs == 1 else Pool(jobs, spawn, _follow_parent) as executor:
        try:
            while order.is_active():
                for name in order.get_ready():
                    key = stage_key(STAGES[name], project, digests)
                    why = reasons(name, key, project, digests) or ["forced"] * force
                    if name in names and why:
                        log.info("%s: runs (%s)", name, ", ".join(why))
                        running[executor.submit(execute, name, key, project)] = name
                        ran[name] = why
                    else:
                        order.done(name)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    name = running.pop(future)
                    log.info("%s: done in %.1f s", name, future.result())
                    order.done(name)
        except BrokenExecutor as error:
            raise StageError(f"stage {name}: its process was killed") from error
        except KeyboardInterrupt:
            for child in multiprocessing.active_children():
                child.terminate()
            raise
    write_json(digests.known, digests.store)
    return ran


def write_summary(project: Project, ran: dict[str, list[str]]) -> None:
    """Write ``run.json``: the commit, parameters, digests and versions behind the outputs."""
    summary = {
        "commit": _commit(project.root),
        "params": project.params.model_dump(by_alias=True),
        "versions": versions(),
        "ran": ran,
        "stages": {name: read_json(project.receipt(name)) for name in STAGES},
    }
    write_json(summary, project.out / "run.json")


def _commit(root: Path) -> str | None:
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return found.stdout.strip() or None
