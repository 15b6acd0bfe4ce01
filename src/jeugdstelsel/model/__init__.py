"""The words of the house: frozen values that every room may use; plain Python only."""

from jeugdstelsel.model.bevinding import Ernst, Finding
from jeugdstelsel.model.fouten import Fout, GebruikersFout, NietToegestaan
from jeugdstelsel.model.indicator import Indicator, Instelling, Vergelijking
from jeugdstelsel.model.regel import NotOurs, Rule
from jeugdstelsel.model.tabel import Column, Table

__all__ = [
    "Column",
    "Ernst",
    "Finding",
    "Fout",
    "GebruikersFout",
    "Indicator",
    "Instelling",
    "NietToegestaan",
    "NotOurs",
    "Rule",
    "Table",
    "Vergelijking",
]
