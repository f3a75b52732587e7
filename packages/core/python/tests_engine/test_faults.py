"""Whatever goes wrong is said in a line, keeps what is finished, and leaves nothing half-written."""

from __future__ import annotations

import os
import resource
import signal
import time
from pathlib import Path

import pytest
from conftest import TinyProject

SLOW = """    Path(path).write_text("half")
    import time
    time.sleep(60)
"""


def wait_for(pattern: str, folder: Path) -> None:
    """Wait until a file appears."""
    for _ in range(1200):
        if any(folder.rglob(pattern)):
            return
        time.sleep(0.05)
    raise AssertionError(pattern)


def slow_down(tiny: TinyProject) -> None:
    """Let the stage ``right`` hang after half its work."""
    tiny.edit("src/tiny/stages.py", "    Path(path).write_text(str(sum(numbers)))\n", SLOW)


def speed_up(tiny: TinyProject) -> None:
    """Undo :func:`slow_down`."""
    tiny.edit("src/tiny/stages.py", SLOW, "    Path(path).write_text(str(sum(numbers)))\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_goes_on(tiny: TinyProject, number: signal.Signals, jobs: str) -> None:
    slow_down(tiny)
    process = tiny.start("run", "-j", jobs)
    wait_for("sum.txt", tiny.out)
    wait_for("left.json", tiny.out / ".receipts")
    process.send_signal(number)
    _, error = process.communicate(timeout=30)
    assert process.returncode == (-9 if number == signal.SIGKILL else 130)
    assert "Traceback" not in error
    assert not (tiny.out / "sub/sum.txt").exists()
    assert (tiny.temporaries() == []) or number == signal.SIGKILL or jobs == "2"
    speed_up(tiny)
    assert tiny.run()[-2:] == ["right", "join"]
    assert tiny.temporaries() == []
    assert tiny.value("joined") == [2, 6]


def test_a_failing_stage_is_named_and_the_others_are_kept(tiny: TinyProject) -> None:
    tiny.edit("src/tiny/stages.py", "Path(path).write_text(str(sum(numbers)))", "raise ValueError('no sum')")
    code, output = tiny.call("run")
    assert code == 1
    assert "stage right: ValueError: no sum" in output
    assert tiny.value("low") == [2]
    assert tiny.temporaries() == []


def test_a_file_that_a_stage_did_not_write_is_named(tiny: TinyProject) -> None:
    tiny.edit("src/tiny/stages.py", "Path(path).write_text(str(sum(numbers)))", "pass")
    code, output = tiny.call("run")
    assert (code, "stage right: FileNotFoundError: sum.txt was not written" in output) == (1, True)


def test_a_process_that_dies_is_named(tiny: TinyProject) -> None:
    tiny.edit(
        "src/tiny/stages.py", "Path(path).write_text(str(sum(numbers)))", "import os; os.kill(os.getpid(), 9)"
    )
    code, output = tiny.call("run", "-j", "2")
    assert (code, "its process was killed" in output) == (1, True)


def test_a_full_disk_leaves_no_half_file(tiny: TinyProject) -> None:
    tiny.edit("src/tiny/stages.py", "return [int(line)", "return list(range(100_000)) or [int(line)")
    limit = (20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    code, output = tiny.call("run", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    assert (code, "stage read: OSError" in output) == (1, True)
    assert not (tiny.out / "numbers.json").exists()
    assert tiny.temporaries() == []


def test_two_runs_do_not_mix(tiny: TinyProject) -> None:
    slow_down(tiny)
    process = tiny.start("run")
    try:
        wait_for("sum.txt", tiny.out)
        code, output = tiny.call("run")
        assert (code, "is in use by another run" in output) == (2, True)
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("common: [", "params.yaml: while parsing"),
        ("", "common: Field required"),
        ("[1, 2]", "params.yaml: "),
        ("common: {factor: 1.5}\nread: {path: x}", "common.factor: Input should be a valid integer"),
        ("common: {factor: 2}\nread: {path: '${NO_SUCH_FOLDER}/x'}", "NO_SUCH_FOLDER"),
    ],
)
def test_settings_that_do_not_fit_are_named(tiny: TinyProject, text: str, message: str) -> None:
    tiny.write("params.yaml", text)
    code, output = tiny.call("run")
    assert (code, message in output, "Traceback" in output) == (2, True, False), output


@pytest.mark.parametrize("override", ["common.factor", "factor=3", "common.nothing=1", "common.factor.x=1"])
def test_an_override_that_does_not_fit_is_named(tiny: TinyProject, override: str) -> None:
    code, output = tiny.call("run", "--set", override)
    assert (code, "Traceback" in output) == (2, False)
    assert output.startswith("tiny: ")


def test_a_folder_that_cannot_be_written_is_named(tiny: TinyProject) -> None:
    code, output = tiny.call("--out", "numbers.txt/out", "run")
    assert (code, "Traceback" in output, "numbers.txt" in output) == (1, False, True)


def test_values_from_the_environment_file(tiny: TinyProject) -> None:
    tiny.write("params.yaml", "common: {factor: 2}\nread: {path: '${DATA_DIR}/numbers.txt'}\n")
    tiny.write(".env", f"# where the data is\nDATA_DIR={tiny.root}\n")
    assert "DATA_DIR" not in os.environ
    assert tiny.run()[0] == "read"
