"""Portraits: a value as plain data, so that values of two processes can be compared without loading a foreign pickle.

A node is ``[kind, type, payload, children]``; children are ``[label, node]``. Two values are equal exactly when their
portraits are. Nodes of one object are shared, and cycles stay cycles. Kinds:

``scalar``      payload: a builtin scalar, or the text of a value that its text determines
``scalars``     payload: ``[digest, list or None]``: builtin scalars only
``array``       payload: ``[dtype, shape, digest, bytes or None]``
``parts``       payload: what else matters; children in order
``definition``  payload: digest of a function or class that the notebook defines
``process``     the process' own random generator, which a value only refers to: its state is not the value's
``opaque``      payload: why the value cannot be portrayed
"""

from __future__ import annotations

import copyreg
import hashlib
import marshal
import sys
import types
from typing import Any, Callable, List

from .code_digest import code_digest
from .names import function_name, is_own, type_name

Node = List[Any]
PLAIN = (type(None), bool, int, float, complex, str, bytes)
TEXT_MODULES = {"datetime", "decimal", "fractions", "uuid", "pathlib", "zoneinfo", "ipaddress"}
TIMINGS = {
    "mean_fit_time",
    "std_fit_time",
    "mean_score_time",
    "std_score_time",
    "refit_time_",
    "fit_time",
    "score_time",
    "_deprecated_key_to_warnings",  # of scikit-learn's Bunch: its own pickles leave it out
    "_stop_words_id",  # of scikit-learn's vectorizers: an address
}
PROCESS_GENERATORS = (("random", "_inst"), ("numpy.random.mtrand", "_rand"), ("torch", "default_generator"))
LARGEST_NODES = 3_000_000


class TooLarge(Exception):
    """A value has more parts than a portrait may hold."""


class Painter:
    """Makes portraits; ``keep`` says whether long buffers stay in them or only their digests.

    ``own`` collects the names of the notebook's classes and functions that were met; ``partial`` says that something
    was met of which a portrait shows some: of a figure, what is drawn.
    """

    def __init__(self, keep: bool, largest: int = LARGEST_NODES) -> None:
        self.keep = keep
        self.left = largest
        self.known: dict[int, Node] = {}
        self.alive: list[Any] = []
        self.own: set[str] = set()
        self.complete = True
        self.partial = False

    def paint(self, value: Any) -> Node:
        """Return the node of a value."""
        kind = type(value)
        if kind in PLAIN:
            return ["scalar", type_name(kind), value, []]
        if id(value) in self.known:
            return self.known[id(value)]
        self.left -= 1
        if self.left < 0:
            raise TooLarge
        node: Node = ["parts", type_name(kind), None, []]
        if is_own(kind.__module__):
            self.own.add(kind.__qualname__)
        self.known[id(value)] = node
        self.alive.append(value)
        self._fill(node, value, kind)
        return node

    def _fill(self, node: Node, value: Any, kind: type) -> None:
        root = (kind.__module__ or "").split(".")[0]
        by_library = LIBRARIES.get(root)
        if by_library and by_library(self, node, value):
            return
        if isinstance(value, (list, tuple)):
            self.sequence(node, list(value))
            self.attributes(node, value)
        elif isinstance(value, dict):
            self._mapping(node, value)
            self.attributes(node, value)
        elif isinstance(value, (set, frozenset)):
            self._set(node, value)
            self.attributes(node, value)
        elif root in TEXT_MODULES or kind in (range, slice, type(Ellipsis), type(NotImplemented)):
            node[0], node[2] = "scalar", repr(value)
        elif isinstance(value, (bytearray, memoryview)):
            self.buffer(node, "u1", [len(value)], bytes(value))
        elif isinstance(value, types.ModuleType):
            node[0], node[2] = "scalar", value.__name__
        elif not paint_code(self, node, value):
            self._object(node, value)

    def sequence(self, node: Node, items: list[Any]) -> None:
        """Fill in the elements of a list, tuple or object array."""
        if all(type(item) in PLAIN for item in items):
            self.scalars(node, items)
        else:
            node[3] += [["[%d]" % i, self.paint(item)] for i, item in enumerate(items)]

    def scalars(self, node: Node, items: list[Any]) -> None:
        """Fill in elements that are all builtin scalars."""
        digest = hashlib.blake2b(marshal.dumps(items, 0), digest_size=16).hexdigest()
        node[0], node[2] = "scalars", [digest, items if self.keep else None]

    def buffer(self, node: Node, dtype: str, shape: list[int], data: Any) -> None:
        """Fill in a block of numbers."""
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        node[0], node[2] = "array", [dtype, shape, digest, bytes(data) if self.keep else None]

    def opaque(self, node: Node, reason: str) -> None:
        """Say that the value cannot be portrayed."""
        self.complete = False
        node[0], node[2], node[3] = "opaque", reason, []

    def _mapping(self, node: Node, value: dict[Any, Any]) -> None:
        for position, (key, item) in enumerate(list(dict.items(value))):
            if type(key) is str and key in TIMINGS:
                continue
            if type(key) in PLAIN:
                node[3].append(["[%r]" % (key,), self.paint(item)])
            else:
                node[3].append(["key %d" % position, self.paint(key)])
                node[3].append(["[%s]" % _short(key), self.paint(item)])
        factory = getattr(value, "default_factory", None)
        if factory is not None:
            node[3].append([".default_factory", self.paint(factory)])

    def _set(self, node: Node, value: Any) -> None:
        items = list(value)
        if all(type(item) in PLAIN for item in items):
            self.scalars(node, sorted(items, key=lambda item: (type(item).__name__, repr(item))))
        else:
            nodes = [self.paint(item) for item in items]
            node[2] = "set"
            node[3] += [["element", item] for item in sorted(nodes, key=fingerprint)]

    def attributes(self, node: Node, value: Any) -> None:
        """Fill in ``__dict__`` and slots, sorted by name: their order carries no meaning."""
        found = dict(getattr(value, "__dict__", None) or {})
        for kind in type(value).__mro__:
            slots = kind.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                slot = (
                    "_%s%s" % (kind.__name__.lstrip("_"), slot)
                    if slot.startswith("__") and not slot.endswith("__")
                    else slot
                )
                if slot not in ("__dict__", "__weakref__") and hasattr(value, slot):
                    found[slot] = getattr(value, slot)
        self._state(node, found)

    def _state(self, node: Node, state: Any) -> None:
        if isinstance(state, dict) and all(type(key) is str for key in state):
            names = sorted(name for name in state if name not in TIMINGS)
            node[3] += [["." + name, self.paint(state[name])] for name in names]
        elif state is not None:
            node[3].append([".state", self.paint(state)])

    def _object(self, node: Node, value: Any) -> None:
        kind = type(value)
        if any(getattr(sys.modules.get(module), name, None) is value for module, name in PROCESS_GENERATORS):
            node[0] = "process"
        elif hasattr(value, "__next__"):
            self.opaque(node, "an iterator: looking at it would use it up")
        elif is_own(kind.__module__):
            node[3].append([".__class__", self.paint(kind)])
            self.attributes(node, value)
        else:
            self._reduced(node, value)

    def _reduced(self, node: Node, value: Any) -> None:
        try:
            reduced = (
                copyreg.dispatch_table[type(value)](value)
                if type(value) in copyreg.dispatch_table
                else value.__reduce_ex__(4)
            )
        except Exception as error:
            self.opaque(
                node, "it cannot be taken apart (%s)" % (str(error).split("\n")[0][:120] or type(error).__name__)
            )
            return
        if isinstance(reduced, str):
            node[0], node[2] = "scalar", reduced
            return
        function, arguments, state, items, pairs = (tuple(reduced) + (None,) * 4)[:5]
        node[2] = function_name(function)
        rest = list(arguments or ())
        if rest and rest[0] is type(value):
            rest = rest[1:]
        node[3] += [["(%d)" % i, self.paint(item)] for i, item in enumerate(rest)]
        if (
            isinstance(state, tuple)
            and len(state) == 2
            and all(part is None or isinstance(part, dict) for part in state)
        ):
            state = {**(state[0] or {}), **(state[1] or {})}
        self._state(node, state)
        node[3] += [["[%d]" % i, self.paint(item)] for i, item in enumerate(items or ())]
        for key, item in pairs or ():
            node[3] += [["key", self.paint(key)], ["[%s]" % _short(key), self.paint(item)]]


LIBRARIES: dict[str, Callable[[Painter, Node, Any], bool]] = {}


def _short(value: Any) -> str:
    if is_own(type(value).__module__):
        return type(value).__qualname__
    try:
        text = repr(value)
    except Exception:
        text = type(value).__qualname__
    return text if len(text) <= 60 else text[:57] + "..."


def paint_code(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in a class, function or method; return whether the value is one."""
    if isinstance(value, (types.MethodType, types.BuiltinMethodType)) and not isinstance(
        value.__self__, types.ModuleType
    ):
        owner = value.__self__
        node[2] = function_name(getattr(value, "__func__", value))
        if owner is not None:
            node[3].append([".__self__", painter.paint(owner)])
        return True
    if isinstance(value, types.FunctionType) and is_own(value.__module__):
        painter.own.add(value.__qualname__)
        _own_function(painter, node, value)
        return True
    if isinstance(value, type) and is_own(value.__module__):
        painter.own.add(value.__qualname__)
        node[0], node[2] = "definition", [type_name(value), _class_digest(value)]
        return True
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        node[0], node[2] = "scalar", function_name(value)
        if isinstance(value, types.FunctionType) and "<locals>" in value.__qualname__:  # its name does not say which
            _closure(painter, node, value)
        return True
    if isinstance(value, types.CodeType):
        node[0], node[2] = "scalar", code_digest(value)
        return True
    if isinstance(value, (staticmethod, classmethod)):
        node[3].append([".__func__", painter.paint(value.__func__)])
        return True
    return False


def _own_function(painter: Painter, node: Node, function: types.FunctionType) -> None:
    node[0], node[2] = "definition", [function_name(function), code_digest(function.__code__)]
    node[3].append([".__defaults__", painter.paint(function.__defaults__)])
    node[3].append([".__kwdefaults__", painter.paint(function.__kwdefaults__)])
    _closure(painter, node, function)
    for name in sorted(_globals_of(function.__code__)):
        value = function.__globals__.get(name)
        if name in function.__globals__ and not isinstance(value, (types.ModuleType, types.FunctionType, type)):
            node[3].append(["global " + name, painter.paint(value)])
    painter.attributes(node, function)


def _closure(painter: Painter, node: Node, function: types.FunctionType) -> None:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            node[3].append(["closure " + name, painter.paint(cell.cell_contents)])
        except ValueError:
            node[3].append(["closure " + name, ["scalar", "None", "empty", []]])


def _globals_of(code: types.CodeType) -> set[str]:
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= _globals_of(constant)
    return names


IGNORED_MEMBERS = {
    "__dict__",
    "__weakref__",
    "__module__",
    "__doc__",
    "__firstlineno__",
    "__static_attributes__",
    "__abstractmethods__",
    "_abc_impl",
    "__annotations__",
    "__annotate__",
    "__annotate_func__",
    "__annotations_cache__",
    "__qualname__",
    "__slotnames__",  # noted by `pickle`
}


def _class_digest(kind: type) -> str:
    found = hashlib.blake2b(digest_size=16)
    found.update(repr([type_name(base) for base in kind.__bases__]).encode())
    for name, member in sorted(vars(kind).items()):
        if name in IGNORED_MEMBERS:
            continue
        parts = [getattr(member, part, None) for part in ("fget", "fset", "fdel", "__func__")]
        functions = [f for f in [member, *parts] if isinstance(f, types.FunctionType)]
        text = " ".join(code_digest(f.__code__) for f in functions)
        if not functions and type(member) in (*PLAIN, tuple, list, dict):
            text = repr(member)
        found.update((name + "=" + text + "\n").encode("utf-8", "replace"))
    return "%d.%d:%s" % (sys.version_info[0], sys.version_info[1], found.hexdigest())


def fingerprint(node: Node) -> str:
    """Return a digest of a portrait that does not depend on sharing between its parts."""
    return _Digests().of(node)


class _Digests:
    def __init__(self) -> None:
        self.known: dict[int, str] = {}
        self.path: dict[int, int] = {}

    def of(self, node: Node) -> str:
        if id(node) in self.known:
            return self.known[id(node)]
        if id(node) in self.path:
            return "cycle %d" % (len(self.path) - self.path[id(node)])
        self.path[id(node)] = len(self.path)
        kind, name, payload, children = node
        if kind == "array":
            payload = payload[:3]
        elif kind == "scalars":
            payload = payload[0]
        found = hashlib.blake2b(digest_size=16)
        found.update(repr((kind, name, payload)).encode("utf-8", "surrogatepass"))
        for label, child in children:
            found.update((label + "=" + self.of(child) + "\n").encode("utf-8", "surrogatepass"))
        del self.path[id(node)]
        self.known[id(node)] = found.hexdigest()
        return self.known[id(node)]
