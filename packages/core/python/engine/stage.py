"""A row of the stage table."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Stage:
    """A function, and where its arguments come from and its results go."""

    fn: str
    inputs: dict[str, str] = field(default_factory=dict)  # argument: dataset
    outputs: dict[str, str] = field(default_factory=dict)  # dataset: codec, as returned
    params: dict[str, str] = field(default_factory=dict)  # argument: key of a parameter
    reads: dict[str, str] = field(default_factory=dict)  # argument: key of a location
    writes: dict[str, str] = field(default_factory=dict)  # argument: file
    external: bool = False  # acts outside its outputs, or reads a clock: always run

    @property
    def makes(self) -> dict[str, str]:
        """File names by dataset; a written file is a dataset of its own name."""
        named = {name: f"{name}.{codec}" for name, codec in self.outputs.items()}
        return named | {name: name for name in self.writes.values()}
