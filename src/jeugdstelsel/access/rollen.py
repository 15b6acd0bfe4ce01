"""Roles and what each may do; what is not named here is not allowed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

PUBLIEK = "gepubliceerde cijfers zien"
REGISTERS = "registers bewerken"
VOORSTELLEN = "definities voorstellen"
GOEDKEUREN_RIJK = "definities goedkeuren namens het Rijk"
GOEDKEUREN_VNG = "definities goedkeuren namens de VNG"
BESLUITEN = "besluiten vastleggen"
EIGEN_CIJFERS = "ongepubliceerde cijfers van de eigen organisatie zien"
GEBRUIKERS = "gebruikers beheren"
LOGBOEK = "logboek lezen"

BEZOEKER = frozenset({PUBLIEK})
ROLLEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "redacteur": BEZOEKER | {REGISTERS},
        "uitvoerende partij": BEZOEKER | {VOORSTELLEN},
        "deskundigencommissie": BEZOEKER | {VOORSTELLEN},
        "Rijk": BEZOEKER | {VOORSTELLEN, GOEDKEUREN_RIJK, BESLUITEN},
        "VNG": BEZOEKER | {VOORSTELLEN, GOEDKEUREN_VNG, BESLUITEN},
        "gemeente": BEZOEKER | {EIGEN_CIJFERS},
        "regio": BEZOEKER | {EIGEN_CIJFERS},
        "aanbieder": BEZOEKER | {EIGEN_CIJFERS},
        "beheerder": BEZOEKER | {GEBRUIKERS},
        "logbeheerder": BEZOEKER | {LOGBOEK},
    }
)
RECHTEN = frozenset().union(*ROLLEN.values())
ORGANISATIE: Mapping[str, str] = MappingProxyType(
    {"gemeente": "gemeente", "regio": "jeugdregio", "aanbieder": "aanbieder"}
)
"""The kind of organisation that a role needs; other roles need none."""
ONVERENIGBAAR = (frozenset({"Rijk", "VNG"}), frozenset({"beheerder", "logbeheerder"}))
"""Roles that one person may not have together: two approvals are of two people, and no one guards oneself."""
BIJZONDER = frozenset({"beheerder", "logbeheerder"})
"""Roles whose rights are looked at again every quarter (BIO2 8.02.01); the others every year (5.18.02)."""


def rechten_van(rollen: Iterable[str]) -> frozenset[str]:
    """Return what someone with these roles may do; a visitor has none, an unknown role gives nothing."""
    return BEZOEKER.union(*(ROLLEN.get(rol, frozenset()) for rol in rollen))


def bezwaren(rollen: Iterable[str], soort: str) -> list[str]:
    """Return in Dutch why these roles may not go together, or not with an organisation of this kind ('' is none)."""
    given = set(rollen)
    wrong = [f"de rol '{rol}' bestaat niet; kies uit {', '.join(ROLLEN)}" for rol in sorted(given - set(ROLLEN))]
    wrong += [
        f"de rollen {' en '.join(sorted(pair))} gaan niet samen bij één persoon"
        for pair in ONVERENIGBAAR
        if pair <= given
    ]
    return wrong + [
        f"de rol '{rol}' hoort bij een organisatie van de soort {ORGANISATIE[rol]}"
        for rol in sorted(given & set(ORGANISATIE))
        if soort != ORGANISATIE[rol]
    ]


def herzien_voor(rollen: Iterable[str], laatst: date) -> date:
    """Return the day before which the rights of an account must be looked at again."""
    return laatst + timedelta(days=92 if BIJZONDER & set(rollen) else 365)
