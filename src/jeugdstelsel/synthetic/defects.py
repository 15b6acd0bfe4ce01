"""Plants known defects in a synthetic country, each in a small chain of its own, so that finding them can be tested."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jeugdstelsel.synthetic.dates import day_number
from jeugdstelsel.synthetic.defects_across import ACROSS
from jeugdstelsel.synthetic.defects_within import WITHIN
from jeugdstelsel.synthetic.places import Place, bsns
from jeugdstelsel.synthetic.scene import TARIEF, Planted, Scene

PLANTERS = WITHIN + ACROSS
"""Every kind of defect that can be planted."""
TIMES = 3
"""How often each kind is planted in a whole country, each time in another gemeente."""
TEST_BSNS, TEST_ROOM = 99_999_000, 1000
"""The last part of the official test BSNs is kept for scenes."""
_STEP = 7
PRODUCTEN = (("45", "45A04", "04"), ("45", "45A04", "16"), ("45", "45A05", "04"), ("41", "41A03", "16"))
"""Category, code and unit of the products in scenes; all at TARIEF."""


@dataclass(frozen=True)
class Scenes:
    """The scenes of one gemeente and the contract lines that they need."""

    planted: tuple[Planted, ...]
    contracts: tuple[tuple[str, ...], ...]


def scenes_for(place: Place, chosen: list[Place]) -> Scenes:
    """Return the scenes of one gemeente; every kind comes TIMES times, spread over the chosen gemeenten."""
    made = [_scene(number, place.code) for number in range(len(PLANTERS) * TIMES) if _home(number, chosen) is place]
    planted = sorted((item for scene in made for item in scene.planted), key=lambda item: item.dag)
    return Scenes(tuple(planted), tuple(row for scene in made for row in _contracts(scene)))


def _home(number: int, chosen: list[Place]) -> Place:
    kind, turn = divmod(number, TIMES)
    return chosen[(kind * _STEP + turn * (len(chosen) // TIMES + 1)) % len(chosen)]


def _scene(number: int, gemeente: str) -> Scene:
    numbers = bsns(TEST_BSNS, 2 * len(PLANTERS) * TIMES, TEST_ROOM)
    scene = Scene(number, gemeente, str(numbers[2 * number]), str(numbers[2 * number + 1]))
    PLANTERS[number // TIMES](scene)
    return scene


def _contracts(scene: Scene) -> Iterator[tuple[str, ...]]:
    for category, code, unit in PRODUCTEN:
        yield scene.gemeente, scene.agb, category, code, str(TARIEF), unit, "2020-01-01", "2026-12-31"


def day_of(planted: Planted) -> int:
    """Return the day number on which a planted message is sent."""
    return day_number(date.fromisoformat(planted.dag))
