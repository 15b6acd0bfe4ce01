"""Records kept as columns: one NumPy array per field, all of the same length."""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


@dataclass
class Columns:
    """Base of the records of this room; every field is an array with one value per record."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))

    def take(self, which: NDArray[Any]) -> Self:
        """Return the records that a mask or a list of positions selects."""
        return type(self)(**{field.name: getattr(self, field.name)[which] for field in fields(self)})

    @classmethod
    def join(cls, *parts: Self) -> Self:
        """Return the records of all parts after each other."""
        names = [field.name for field in fields(cls)]
        return cls(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})
