"""What runs when: nothing twice, everything that changed, and what was asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import TinyProject

ALL = ["read", "left", "right", "join"]


def test_a_run_makes_everything_once(tiny: TinyProject) -> None:
    assert tiny.run() == ALL
    assert (tiny.value("low"), tiny.value("high"), tiny.value("joined")) == ([2], [6], [2, 6])
    assert (tiny.out / "sub/sum.txt").read_text() == "6"
    assert tiny.run() == []
    assert tiny.temporaries() == []


def test_processes_give_the_same(tiny: TinyProject) -> None:
    assert sorted(tiny.run("-j", "3")) == sorted(ALL)
    assert tiny.value("joined") == [2, 6]
    assert tiny.run("-j", "3") == []


def test_it_runs_from_any_folder(tiny: TinyProject, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert tiny.call("run", cwd=tmp_path_factory.mktemp("elsewhere"))[0] == 0
    assert tiny.value("joined") == [2, 6]


def test_a_parameter_reruns_its_stages(tiny: TinyProject) -> None:
    tiny.run()
    assert tiny.run("--set", "common.factor=3") == ["left", "join"]
    assert tiny.value("joined") == [3, 6]


def test_an_input_reruns_what_it_changes(tiny: TinyProject) -> None:
    tiny.run()
    tiny.write("numbers.txt", "1\n9\n3\n")
    assert tiny.run() == ["read", "left", "right", "join"]


def test_an_output_that_did_not_change_cuts_off(tiny: TinyProject) -> None:
    tiny.run()
    tiny.write("numbers.txt", "1 2\n3\n")
    assert tiny.run() == ["read"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("src/tiny/arithmetic.py", "// 2", "// 1"),
        ("src/beside.py", "2 * value", "4 * value"),
    ],
)
def test_changed_code_reruns_even_where_it_is_imported_from(
    tiny: TinyProject, path: str, old: str, new: str
) -> None:
    tiny.run()
    tiny.edit(path, old, new)
    assert "left" in tiny.run()
    assert tiny.value("low") == [4]


def test_comments_and_layout_rerun_nothing(tiny: TinyProject) -> None:
    tiny.run()
    tiny.edit("src/beside.py", "return 2 * value", "return (2 *\n        value)  # twice")
    assert tiny.run() == []


@pytest.mark.parametrize("damage", ["[2", ""])
def test_a_damaged_artifact_is_made_again(tiny: TinyProject, damage: str) -> None:
    tiny.run()
    (tiny.out / "low.json").write_text(damage)
    assert tiny.run() == ["left"]
    assert tiny.value("low") == [2]


def test_a_damaged_receipt_is_no_receipt(tiny: TinyProject) -> None:
    tiny.run()
    (tiny.out / ".receipts/right.json").write_text('{"key":')
    assert tiny.run() == ["right"]


def test_stages_can_be_chosen(tiny: TinyProject) -> None:
    assert tiny.run("--only", "read") == ["read"]
    assert tiny.run() == ["left", "right", "join"]
    assert tiny.run("--from", "left", "--force") == ["left", "join"]
    assert tiny.run("--only", "right", "--force") == ["right"]
    assert tiny.run("--force") == ALL
    code, output = tiny.call("stage", "join", "--force")
    assert (code, "join: runs (forced)" in output) == (0, True)


def test_an_external_stage_always_runs(tiny: TinyProject) -> None:
    tiny.edit("src/tiny/pipeline.py", '"path": "sub/sum.txt"}', '"path": "sub/sum.txt"}, external=True')
    tiny.run()
    assert tiny.run() == ["right"]


def test_status_says_why_and_writes_nothing(tiny: TinyProject) -> None:
    code, output = tiny.call("status")
    assert (code, output.splitlines()) == (0, ["read: new", "left: new", "right: new", "join: new"])
    assert not tiny.out.exists()
    tiny.run()
    assert tiny.call("status")[1].splitlines() == [f"{name}: current" for name in ALL]
    lines = tiny.call("status", "--set", "common.factor=5")[1].splitlines()
    assert lines == ["read: current", "left: params", "right: current", "join: after left"]


def test_the_summary_tells_what_the_outputs_come_from(tiny: TinyProject) -> None:
    tiny.run()
    summary = json.loads((tiny.out / "run.json").read_text())
    assert summary["params"] == {"common": {"factor": 2}, "read": {"path": "numbers.txt"}}
    assert summary["versions"]["no-such-distribution"] == "none"
    assert summary["stages"]["join"]["outputs"].keys() == {"joined"}


def test_a_folder_can_be_read_and_written(tiny: TinyProject) -> None:
    tiny.edit("src/tiny/stages.py", "Path(path).write_text(str(sum(numbers)))", "write(path, numbers)")
    tiny.edit("src/tiny/stages.py", "Path(sum).read_text()", "(Path(sum) / 'sum.txt').read_text()")
    text = "\n\ndef write(path, numbers):\n    Path(path).mkdir()\n    (Path(path) / 'sum.txt').write_text(str(sum(numbers)))\n"
    tiny.write("src/tiny/stages.py", (tiny.root / "src/tiny/stages.py").read_text() + text)
    tiny.run()
    assert tiny.run() == []
    tiny.write("numbers.txt", "5\n")
    assert tiny.run() == ["read", "left", "right", "join"]
    assert tiny.value("joined") == [10, 5]


def test_nothing_is_imported_that_a_current_run_does_not_need(tiny: TinyProject) -> None:
    code = (
        "import sys\nfrom tiny._engine.cli import main\nfrom tiny._engine.contract import check\nmain(['run'])\n"
        "print({'pandas', 'numpy', 'tiny.stages'} & set(sys.modules))"
    )
    tiny.run()
    command = [sys.executable, "-c", code]
    environment = {"PYTHONPATH": str(tiny.root / "src")}
    found = subprocess.run(
        command, cwd=tiny.root, env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout == "set()\n"
