"""Answers, for each cell of a JSON list on stdin, what IPython's own lexer makes of it."""

import json
import re
import sys

from IPython.core.inputtransformer2 import TransformerManager

PYTHON_CELLS = {"time", "capture", "prun"}
STRING = r"(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"get_ipython\(\)\.(\w+)\(((?:{STRING}(?:, )?)*)\)")


def transform(source: str) -> tuple[str, list[list[str]]]:
    """Give the cell with every magic replaced by one word, and the magics."""
    text = TransformerManager().transform_cell(source)
    magics: list[list[str]] = []

    def replace(match: re.Match[str]) -> str:
        method, values = match[1], list(eval(f"({match[2]},)" if match[2] else "()"))
        if method == "run_cell_magic":
            name, arguments, body = values
            magics.append(["cell", name, arguments.strip()])
            if name not in PYTHON_CELLS:
                return "MAGIC"
            inner, found = transform(body)
            magics.extend(found)
            return f"MAGIC\n{inner}"
        if method in ("system", "getoutput"):
            magics.append(["shell", "!", values[0].strip()])
        elif method == "show_usage" or values[0] in ("pinfo", "pinfo2", "psearch"):
            magics.append(["help", "?", values[1].strip() if values else ""])
        else:
            magics.append(["line", values[0], values[1].strip()])
        return "MAGIC"

    return CALL.sub(replace, text), magics


def answer(source: str) -> dict[str, object]:
    """Give text and magics of one cell, or why IPython refuses it."""
    try:
        text, magics = transform(source)
    except (SyntaxError, RuntimeError, IndentationError) as error:
        return {"refused": str(error)}
    return {"text": text, "magics": magics}


json.dump([answer(source) for source in json.load(sys.stdin)], sys.stdout)
