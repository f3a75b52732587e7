"""Command line: ``run``, ``stage NAME``, ``status``."""

import argparse
import logging
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from ..config import Params
from ..pipeline import STAGES
from .files import BusyError, holding
from .runner import FORMAT, StageError, run, write_summary
from .settings import SettingsError, find_params, read_environment, read_params
from .state import PACKAGE, Project, downstream, status

log = logging.getLogger(__name__)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PACKAGE, description="Run the pipeline.")
    parser.add_argument("--params", type=Path, help="default: ./params.yaml, or above the package")
    parser.add_argument("--out", type=Path, help="default: artifacts beside params.yaml")
    commands = parser.add_subparsers(dest="command", required=True)
    whole = commands.add_parser("run", help="run every stage that is not current")
    whole.add_argument("-j", "--jobs", type=int, default=1, help="processes")
    some = whole.add_mutually_exclusive_group()
    some.add_argument("--only", choices=STAGES, help="this stage")
    some.add_argument("--from", dest="start", choices=STAGES, help="this stage and what needs it")
    one = commands.add_parser("stage", help="run one stage that is not current")
    one.add_argument("name", choices=STAGES)
    look = commands.add_parser("status", help="say which stages would run, and why")
    for command in (whole, one):
        command.add_argument("--force", action="store_true", help="run what is current too")
    for command in (whole, one, look):
        command.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=VALUE")
    return parser


def _project(args: argparse.Namespace) -> Project:
    file = (args.params or find_params()).resolve()
    read_environment(file.parent)
    out = (args.out or file.parent / "artifacts").resolve()
    return Project(read_params(Params, file, args.set), file.parent, out)


def _run(args: argparse.Namespace, project: Project) -> None:
    if args.command == "status":
        for name, why in status(project).items():
            sys.stdout.write(f"{name}: {', '.join(why) or 'current'}\n")
    elif args.command == "stage":
        with holding(project.out, shared=True):
            run(project, {args.name}, force=args.force)
    else:
        chosen = downstream(args.start) if args.start else {args.only} if args.only else STAGES
        with holding(project.out, shared=False):
            ran = run(project, chosen, jobs=args.jobs, force=args.force)
            write_summary(project, ran)
        log.info("%d of %d stages ran", len(ran), len(STAGES))


def main(argv: Sequence[str] | None = None) -> int:
    """Return 0, 1 when a stage failed, 2 when the settings are wrong, 130 when interrupted."""
    args = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _run(args, _project(args))
    except KeyboardInterrupt:
        log.warning("interrupted; stages that finished are kept")
        return 130
    except StageError:
        log.exception("a stage failed; those that finished are kept")
        return 1
    except (SettingsError, BusyError, OSError) as error:
        sys.stderr.write(f"{PACKAGE}: {error}\n")
        return 1 if isinstance(error, OSError) else 2
    return 0
