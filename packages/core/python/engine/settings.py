"""Parameters and locations: from ``params.yaml``, overrides and the environment."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

P = TypeVar("P", bound=BaseModel)


class SettingsError(Exception):
    """The parameters, an override or the environment do not fit."""


class Section(BaseModel):
    """Part of ``params.yaml``: fixed once read, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())


def find_params() -> Path:
    """Return ``./params.yaml``, else the nearest one above this package."""
    for folder in (Path.cwd(), *Path(__file__).resolve().parents):
        if (folder / "params.yaml").is_file():
            return folder / "params.yaml"
    raise SettingsError("no params.yaml here or above the package; use --params")


def read_params(model: type[P], path: Path, overrides: Iterable[str] = ()) -> P:
    """Read ``path`` as ``model``; each override is ``section.key=value``, the value in YAML."""
    try:
        tree: Any = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        for override in overrides:
            dotted, equals, value = override.partition("=")
            *sections, key = dotted.split(".")
            if not (sections and equals):
                raise SettingsError(f"{override!r} is not of the form section.key=value")
            node = tree
            for section in sections:
                node = node.setdefault(section, {})
            node[key] = yaml.safe_load(value)
        return model.model_validate(tree)
    except ValidationError as error:
        wrong = [".".join(map(str, e["loc"])) + f": {e['msg']}" for e in error.errors()]
        raise SettingsError(f"{path.name}: {'; '.join(wrong)}") from error
    except (AttributeError, OSError, TypeError, ValueError, yaml.YAMLError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def read_environment(root: Path) -> None:
    """Add ``NAME=value`` lines of ``.env`` that the environment does not set."""
    file = root / ".env"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        name, equals, value = line.partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def locate(location: str, root: Path) -> str:
    """Fill in ``${NAME}`` from the environment; join to ``root`` what is no URI."""
    try:
        filled = re.sub(r"\$\{(\w+)\}", lambda match: os.environ[match[1]], location)
    except KeyError as error:
        raise SettingsError(f"{location}: {error} is not in the environment") from error
    return filled if "://" in filled else str(root / filled)
