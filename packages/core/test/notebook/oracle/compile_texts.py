"""Says of each text of a JSON list on stdin why Python refuses it, or null."""

import ast
import json
import sys


def refusal(text: str) -> str | None:
    """Give the reason why a text is no Python."""
    try:
        compile(text, "cell", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError) as error:
        return str(error)
    return None


json.dump([refusal(text) for text in json.load(sys.stdin)], sys.stdout)
