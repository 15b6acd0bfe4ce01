"""TR383: A ReferentieAanbieder occurs once in a verzoek om toewijzing."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, doubles

RULE = Rule(
    "TR383",
    needs=("aangevraagd_product",),
    violations=doubles("referentie_aanbieder", AANGEVRAAGD),
    herstel="Geef elk aangevraagd product een eigen referentie.",
)
