"""Roles and what each may do; what is not named here is not allowed."""

from collections.abc import Iterable, Mapping
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
        "Rijk": BEZOEKER | {GOEDKEUREN_RIJK, BESLUITEN},
        "VNG": BEZOEKER | {GOEDKEUREN_VNG, BESLUITEN},
        "gemeente": BEZOEKER | {EIGEN_CIJFERS},
        "regio": BEZOEKER | {EIGEN_CIJFERS},
        "aanbieder": BEZOEKER | {EIGEN_CIJFERS},
        "beheerder": BEZOEKER | {GEBRUIKERS},
        "logbeheerder": BEZOEKER | {LOGBOEK},
    }
)
RECHTEN = frozenset().union(*ROLLEN.values())


def rechten_van(rollen: Iterable[str]) -> frozenset[str]:
    """Return what someone with these roles may do; a visitor has none, an unknown role gives nothing."""
    return BEZOEKER.union(*(ROLLEN.get(rol, frozenset()) for rol in rollen))
