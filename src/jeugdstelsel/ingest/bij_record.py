"""Records of Beleidsinformatie Jeugd as values; they hold BSNs and live only while a delivery is read or made."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.standaard.bij import BSN_ONBEKEND, BSN_ONGEBOREN, Verslagperiode


@dataclass(frozen=True, slots=True)
class Jeugdige:
    """The young person as one line has them. `geboortedatum` is JJJJMMDD with zeros for what is unknown."""

    bsn: str = field(repr=False)
    geboortedatum: str = field(repr=False)
    geslacht: str
    woonplaats: str = field(repr=False)

    @property
    def bsn_soort(self) -> str:
        """Whether the BSN is `bekend`, `onbekend` or of an unborn child (`ongeboren`)."""
        return {BSN_ONBEKEND: "onbekend", BSN_ONGEBOREN: "ongeboren"}.get(self.bsn, "bekend")

    @property
    def sleutel(self) -> str:
        """What tells young people apart: the BSN, or without one geslacht, geboortedatum and woonplaats."""
        if self.bsn_soort == "bekend":
            return self.bsn
        return "|".join((self.bsn_soort, self.geslacht, self.geboortedatum, self.woonplaats))


@dataclass(frozen=True, slots=True)
class Meting:
    """What one informant said at the end; None and empty are not answered."""

    informant: str
    nut: int | None = None
    zonder_hulp: str = ""


@dataclass(frozen=True, slots=True)
class Hulp:
    """Jeugdhulp of one form by one aanbieder; both days are inside, `regel` is the line in the file."""

    regel: int
    jeugdige: Jeugdige
    verwijzer: str
    hulpvorm: str
    gestart_met_crisis: str
    datum_aanvang: date
    datum_einde: date | None = None
    reden_beeindiging: str = ""
    metingen: tuple[Meting, ...] = ()
    kenmerk: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Maatregel:
    """A maatregel or machtiging as one gecertificeerde instelling carries it out; no aanvang after a transfer to it."""

    regel: int
    jeugdige: Jeugdige
    maatregel: str
    datum_aanvang: date | None = None
    datum_einde: date | None = None
    reden_beeindiging: str = ""
    nazorg: str = ""
    erkende_interventie: str = ""
    datum_overgedragen: date | None = None
    datum_overgedragen_gekregen: date | None = None
    kenmerk: str = field(default="", repr=False)

    @property
    def begin(self) -> date | None:
        """The first day of this instelling."""
        return self.datum_aanvang or self.datum_overgedragen_gekregen


Record: TypeAlias = Hulp | Maatregel


@dataclass(frozen=True)
class Bestand:
    """One delivery as read: who delivered what over which period, the good records, and what was found.

    Without `periode` the file could not be used at all. `regels` counts the lines with data, `afgekeurd` those refused.
    """

    soort: str = ""
    aanbieder: str = ""
    periode: Verslagperiode | None = None
    regels: int = 0
    afgekeurd: int = 0
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    synthetisch: bool = False

    @property
    def bruikbaar(self) -> bool:
        """Whether the delivery can stand: it is known what it is about, and not every line was refused."""
        return self.periode is not None and self.afgekeurd < self.regels

    @property
    def in_orde(self) -> bool:
        """Whether nothing in it is wrong; a warning is not wrong."""
        return self.bruikbaar and not any(finding.ernst is Ernst.FOUT for finding in self.findings)
