"""Reads notebooks as nbformat does: every version as version 4."""

import json
import sys
import warnings

import nbformat

warnings.simplefilter("ignore")
KINDS = {"stream": "stream", "execute_result": "result", "display_data": "display", "error": "error"}


def plain(value: object) -> object:
    """Give lines of text with the line ends of Unix."""
    text = "".join(value) if isinstance(value, list) else value
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else None


def read_output(output: dict) -> dict[str, object]:
    """Give kind, text and MIME types of an output."""
    kind = KINDS[output["output_type"]]
    if kind == "error":
        return {"kind": kind, "text": plain(output["evalue"]), "errorName": output["ename"], "mimeTypes": []}
    data = {"text/plain": output["text"]} if kind == "stream" else output["data"]
    return {"kind": kind, "text": plain(data.get("text/plain")), "errorName": None, "mimeTypes": sorted(data)}


def read(text: str) -> object:
    """Give the cells of a notebook; ``None`` for what nbformat refuses."""
    try:
        notebook = nbformat.reads(text, as_version=4)
    except Exception:
        return None
    return [
        {
            "kind": cell["cell_type"],
            "source": plain(cell["source"]),
            "tags": cell["metadata"].get("tags", []),
            "count": cell.get("execution_count"),
            "outputs": [read_output(output) for output in cell.get("outputs", [])],
        }
        for cell in notebook["cells"]
    ]


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
