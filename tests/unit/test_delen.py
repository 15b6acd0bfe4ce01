"""The parts of a change as they may leave: nothing of a small product can be read from them."""

import numpy as np
import pytest

from jeugdstelsel.publish import lees_instellingen
from jeugdstelsel.publish.delen import Deel, beveilig_delen, is_dun

SETTINGS = lees_instellingen()
THIN = np.array([False, False, True, True])


def protect(**parts: list[float]) -> dict[str, Deel]:
    """The parts of four products, of which the last two are small, by name."""
    given = {name: np.array(values, dtype=np.float64) for name, values in parts.items()}
    found = beveilig_delen(given, THIN, SETTINGS, los="aanbod", bij="mix")
    return {part.naam: part for part in found}


def states(**parts: list[float]) -> dict[str, str]:
    return {name: part.toestand for name, part in protect(**parts).items()}


@pytest.mark.parametrize(
    ("jongeren", "aanbieders", "grootste", "dun"),
    [(10, 3, 0.75, False), (9, 3, 0.5, True), (10, 2, 0.5, True), (10, 3, 0.76, True)],
    ids=["large enough", "too few young people", "too few providers", "one provider dominates"],
)
def test_a_product_is_small_by_the_settings_of_the_door(
    jongeren: int, aanbieders: int, grootste: float, dun: bool
) -> None:
    columns = (np.array([float(number)]) for number in (jongeren, aanbieders, grootste))
    assert is_dun(*columns, SETTINGS).tolist() == [dun]


def test_parts_of_large_products_leave_as_they_are() -> None:
    parts = {"prijs": [10, 20, 0, 0], "mix": [5, -5, 0, 0], "aanbod": [0, 7, 0, 0]}
    assert set(states(**parts).values()) == {"gepubliceerd"}
    assert protect(**parts)["aanbod"].bedrag == 7


def test_new_supply_of_a_small_product_is_told_only_with_the_mix() -> None:
    found = protect(prijs=[10, 20, 0, 0], mix=[5, 15, 0, 0], aanbod=[0, 0, 8, 0])
    assert "aanbod" not in found
    assert (found["mix"].bevat, found["mix"].bedrag, found["mix"].toestand) == (("mix", "aanbod"), 28, "gepubliceerd")


def test_a_part_that_is_nearly_all_of_one_small_product_is_secret_and_so_is_one_at_least_as_large() -> None:
    parts = {"prijs": [1, 0, 9, 0], "duur": [2, 2, 0, 0], "inzet": [0, 0, 0, 0], "mix": [9, 9, 0, 0], "aanbod": [0] * 4}
    assert states(**parts) == {
        "prijs": "geheim", "duur": "gepubliceerd", "inzet": "gepubliceerd", "mix": "geheim", "aanbod": "gepubliceerd",
    }  # fmt: skip


def test_many_small_products_together_are_not_one() -> None:
    assert states(prijs=[0, 0, 5, 5], mix=[1, 1, 0, 0], aanbod=[0] * 4)["prijs"] == "gepubliceerd"


def test_two_secret_parts_protect_each_other() -> None:
    parts = {"prijs": [0, 0, 9, 0], "duur": [0, 0, 0, 9], "mix": [9, 9, 0, 0], "aanbod": [0] * 4}
    assert [name for name, state in states(**parts).items() if state == "geheim"] == ["prijs", "duur"]


def test_a_secret_part_that_is_the_largest_hides_behind_the_next() -> None:
    parts = {"prijs": [1, 0, 99, 0], "duur": [2, 2, 0, 0], "mix": [9, 9, 0, 0], "aanbod": [0] * 4}
    assert [name for name, state in states(**parts).items() if state == "geheim"] == ["prijs", "mix"]
