"""The one door out: disclosure control and the register of releases.

Every face (page, file, API, command) gets its numbers from `door` or from a kept `Uitgave`.
"""

from jeugdstelsel.publish.deur import CIJFER, Uitkomst, door, oordeel
from jeugdstelsel.publish.instellingen import Instellingen, lees_instellingen
from jeugdstelsel.publish.uitgave import (
    Uitgave,
    bewaar,
    lees_uitgave,
    lees_uitgaven,
    vergelijk,
)

__all__ = [
    "CIJFER",
    "Instellingen",
    "Uitgave",
    "Uitkomst",
    "bewaar",
    "door",
    "lees_instellingen",
    "lees_uitgave",
    "lees_uitgaven",
    "oordeel",
    "vergelijk",
]
