"""Execute a notebook and its thin one; write as JSON what the cells of the thin one show otherwise.

``same_outputs.py NOTEBOOK THIN``: both run in their own folder. Cells are matched by id.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient


def outputs(path: Path) -> dict[str, list[Any]]:
    """Return what each cell shows: results and prints as text, figures as their count."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    return {cell["id"]: shown(cell["outputs"]) for cell in notebook.cells if cell.cell_type == "code"}


def shown(found: list[Any]) -> list[Any]:
    """Reduce outputs to what a reader sees; addresses, timings and the place of the data differ from run to run."""
    texts, figures = [], 0
    for output in found:
        if output["output_type"] == "stream" and output["name"] == "stdout":
            texts.append(output["text"])
        elif output["output_type"] in ("execute_result", "display_data"):
            if "image/png" in output["data"]:
                figures += 1
            else:
                texts.append(re.sub(r"0x[0-9a-f]+", "0x", output["data"].get("text/plain", "")))
    text = re.sub(r"/\S*/data/|CPU times: .*\n|Wall time: .*\n", "", "".join(texts))
    return [text, figures]


def main(original: Path, thin: Path) -> None:
    """Compare the cells of the thin notebook with those of the original."""
    before, after = outputs(original), outputs(thin)
    differing = {key: [before[key], found] for key, found in after.items() if key in before and before[key] != found}
    alike = [key for key in after if key in before and key not in differing]
    json.dump({"alike": alike, "differing": differing, "leftOut": left_out(original, thin)}, sys.stdout)


def left_out(original: Path, thin: Path) -> list[str]:
    """Return the ids of the cells of which the thin notebook says that it does not show everything."""
    notes = [cell.source for cell in nbformat.read(thin, as_version=4).cells if cell["id"] == "thin-left-out"]
    numbers = {int(number) for note in notes for number in re.findall(r"\d+", note)}
    cells = nbformat.read(original, as_version=4).cells
    return [cell["id"] for number, cell in enumerate(cells, 1) if number in numbers]


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
