"""A table of the hallway: its columns, key and meaning."""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "boolean", "date", "double"]


@dataclass(frozen=True)
class Column:
    """One column. `stored` is False for what only the rules within a message need."""

    name: str
    type: ColumnType
    meaning: str
    stored: bool = True


@dataclass(frozen=True)
class Table:
    """A canonical table. `key` names the columns that identify a row."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    stored: bool = True

    def __post_init__(self) -> None:
        missing = set(self.key) - set(self.names)
        if missing:
            raise ValueError(f"{self.name}: key columns {sorted(missing)} are not columns")

    @property
    def names(self) -> tuple[str, ...]:
        """All column names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def stored_names(self) -> tuple[str, ...]:
        """The names of the columns that are kept after the message has been judged."""
        return tuple(column.name for column in self.columns if column.stored)
