"""Make single-token mutants of Python files and say which of them CPython compiles.

Reads one line of JSON, ``{"seed", "count", "paths"}``, and writes a line ``{"path", "line", "text", "valid"}`` for each.
"""

import ast
import io
import json
import random
import sys
import tokenize
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

PIECES = """
( ) [ ] { } , : . ; = == != <> -> += := * ** / // % @ + - ~ & | ^ << >> < > ` ! ? $
if else elif for while in not is and or lambda return yield await async def class with as try except finally raise
import from global nonlocal pass break continue del assert None True False print exec match case type x self
0 0777 10L 1_ 'a' b'x' f'{x}' ...
"""
UNSEEN = {tokenize.ENCODING, tokenize.NL, tokenize.COMMENT, tokenize.ENDMARKER, tokenize.DEDENT}


def is_valid(text: str) -> bool:
    """Compile the text as a notebook cell would be."""
    try:
        compile(text.encode(), "mutant", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def mutate(text: str, chance: random.Random) -> tuple[str, int] | None:
    """Change one token of the text."""
    tokens = [
        token for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type not in UNSEEN
    ]
    if len(tokens) < 10:
        return None
    starts = [0]
    for line in io.StringIO(text):
        starts.append(starts[-1] + len(line))
    index = chance.randrange(len(tokens) - 1)
    token, following = tokens[index], tokens[index + 1]

    def span(each: tokenize.TokenInfo) -> tuple[int, int]:
        return starts[each.start[0] - 1] + each.start[1], starts[each.end[0] - 1] + each.end[1]

    (start, end), (next_start, next_end) = span(token), span(following)
    own, word = text[start:end], chance.choice(PIECES.split())
    changed = {
        "delete": "",
        "double": f"{own} {own}",
        "replace": f" {word} ",
        "insert": f" {word} {own}",
        "indent": own + chance.choice([" ", "\t"]),
    }
    kind = chance.choice(
        ["delete", "indent"]
        if token.type == tokenize.INDENT
        else ["delete", "double", "replace", "insert", "swap"]
    )
    if kind == "swap":
        return text[:start] + text[next_start:next_end] + text[end:next_start] + own + text[
            next_end:
        ], token.start[0]
    return text[:start] + changed[kind] + text[end:], token.start[0]


def main() -> None:
    """Write as many mutants as are asked for."""
    order = json.loads(sys.stdin.readline())
    chance = random.Random(order["seed"])
    made = 0
    while made < order["count"]:
        path = chance.choice(order["paths"])
        try:
            text = Path(path).read_bytes().decode("utf-8")
            mutant = (
                mutate(text, chance) if len(text) < 40_000 and "\r" not in text and "\f" not in text else None
            )
        except (UnicodeDecodeError, tokenize.TokenError, SyntaxError):
            continue
        if mutant is None:
            continue
        made += 1
        print(json.dumps({"path": path, "line": mutant[1], "text": mutant[0], "valid": is_valid(mutant[0])}))


main()
