"""Builds a small chain of messages around one invented young person, to plant a defect in without touching others."""

from dataclasses import dataclass, field, replace
from typing import Any

from jeugdstelsel.synthetic import messages as text

TARIEF = 9900
"""Price in eurocent per hour of the product that every scene uses; it stands in the contract list."""
INGANG, EINDE = "2025-02-03", "2025-09-30"
_FIRST_NUMBER = 900_000_000


@dataclass(frozen=True)
class Defect:
    """What was planted in a message: what kind, which rules it breaks, and whether its structure still holds."""

    soort: str
    regels: tuple[str, ...] = ()
    geldig: bool = True


@dataclass(frozen=True, slots=True)
class Planted:
    """One message of a scene: type, dagtekening of sending (ISO), identification, text and the defect in it."""

    bericht: str
    dag: str
    identificatie: str
    xml: str
    defect: Defect | None = None


@dataclass(frozen=True)
class Assigned:
    """A ToegewezenProduct with ordinary values; empty texts leave an element out."""

    nummer: str
    referentie: str = ""
    categorie: str = "45"
    code: str = "45A04"
    datum: str = "2025-02-03"
    tijd: str = "10:00:00"
    ingangsdatum: str = INGANG
    einddatum: str = EINDE
    reden: str = ""
    volume: str = "4"
    eenheid: str = "04"
    frequentie: str = "2"
    budget: str = ""

    def xml(self) -> str:
        """Return the element."""
        return text.toegewezen_product(
            self.nummer, self.referentie, self.categorie, self.code, self.datum, self.tijd, self.ingangsdatum,
            self.einddatum, self.reden, self.volume, self.eenheid, self.frequentie, self.budget,
        )  # fmt: skip


@dataclass(frozen=True)
class Billed:
    """A Prestatie over February 2025 of two hours; `vorige` makes it a credit."""

    referentie: str
    nummer: str
    vorige: str = ""
    categorie: str = "45"
    code: str = "45A04"
    begin: str = INGANG
    eind: str = "2025-02-28"
    volume: int = 2
    eenheid: str = "04"
    tarief: int | None = TARIEF
    bedrag: int = 2 * TARIEF

    def xml(self) -> str:
        """Return the element."""
        values = (self.nummer, self.categorie, self.code, self.begin, self.eind, self.volume, self.eenheid)
        money = (self.bedrag,) if self.tarief is None else (self.tarief, self.bedrag)
        if self.vorige:
            credit = text.PRESTATIE_CREDIT_EURO if self.tarief is None else text.PRESTATIE_CREDIT
            return credit % (self.referentie, self.vorige, *values, *money, "C")
        debet = text.PRESTATIE_EURO if self.tarief is None else text.PRESTATIE
        return debet % (self.referentie, *values, *money, "D")

    @property
    def saldo(self) -> int:
        """Amount in eurocent, negative for a credit."""
        return -self.bedrag if self.vorige else self.bedrag


@dataclass
class Scene:
    """A young person, an aanbieder and a gemeente with messages of their own; `nummer` makes everything unique."""

    nummer: int
    gemeente: str
    bsn: str
    tweede_bsn: str
    planted: list[Planted] = field(default_factory=list)

    @property
    def agb(self) -> str:
        """AGB code of the aanbieder of this scene."""
        return f"9960{self.nummer:04d}"

    def toewijzing(self, step: int = 1) -> str:
        """Return a ToewijzingNummer."""
        return str(_FIRST_NUMBER + 10 * self.nummer + step)

    def referentie(self, step: int = 1) -> str:
        """Return a ReferentieAanbieder."""
        return f"SYNTHETISCH-F{self.nummer:04d}-{step}"

    def prestatie(self, step: int = 1) -> str:
        """Return a ReferentieNummer."""
        return f"SYNF{self.nummer:04d}P{step:04d}"

    def assigned(self, step: int = 1, **changes: str) -> Assigned:
        """Return an ordinary toewijzing, with changes."""
        return replace(Assigned(self.toewijzing(step)), **changes)

    def billed(self, step: int = 1, **changes: Any) -> Billed:
        """Return an ordinary prestatie on the first toewijzing, with changes."""
        return replace(Billed(self.prestatie(step), self.toewijzing()), **changes)

    # ---- messages ----

    def jw301(self, *products: Assigned, dag: str = INGANG, bsn: str = "") -> Planted:
        """Return a toewijzing of the given products."""
        items = "".join(product.xml() for product in products or (self.assigned(),))
        home = text.contact("12", "1015SA", "Proefstad", ouder=False)
        header = self._header(dag, from_gemeente=True)
        return self._made("JW301", header, text.jw301(header, self._person("JW301", bsn), home, items))

    def jw305(self, dag: str = "2025-02-12", begin: str = "2025-02-10", status: str = "1", **key: str) -> Planted:
        """Return a start on the first toewijzing."""
        items = text.start_product(*self._key(key), begin, status)
        header = self._header(dag)
        return self._made("JW305", header, text.jw305(header, self._person("JW305"), items))

    def jw307(
        self, dag: str = "2025-06-04", begin: str = "2025-02-10", eind: str = "2025-06-02", reden: str = "31",
        status: str = "1", **key: str,
    ) -> Planted:  # fmt: skip
        """Return a stop on the first toewijzing."""
        items = text.stop_product(*self._key(key), begin, reden, eind, status)
        header = self._header(dag)
        return self._made("JW307", header, text.jw307(header, self._person("JW307"), items))

    def jw315(self, *requests: str, dag: str = "2025-01-27") -> Planted:
        """Return a request for the given AangevraagdProduct elements."""
        items = "".join(requests) or self.requested()
        header = self._header(dag)
        return self._made("JW315", header, text.jw315(header, self._person("JW315"), items))

    def requested(self, step: int = 1, **changes: str) -> str:
        """Return an AangevraagdProduct with a huisarts as referrer, with changes."""
        values = {
            "referentie": self.referentie(step), "categorie": "45", "code": "45A04", "ingangsdatum": INGANG,
            "einddatum": EINDE, "volume": "4", "eenheid": "04", "frequentie": "2", "budget_eurocent": "",
            "verwijzer": "02", "naam": "", "zorgverlener": "98000001",
        }  # fmt: skip
        return text.aangevraagd_product(**{**values, **changes})

    def jw317(
        self, ongewijzigd: str = "", te_wijzigen: str = "", nieuw: str = "", *, dag: str = "2025-04-07", step: int = 5,
        bsn: str = "",
    ) -> Planted:  # fmt: skip
        """Return a request for change."""
        header = self._header(dag)
        made = text.jw317(header, bsn or self.bsn, self.referentie(step), "1", ongewijzigd, te_wijzigen, nieuw)
        return self._made("JW317", header, made)

    def to_change(self, step: int = 1, **changes: str) -> str:
        """Return a TeWijzigenProduct that asks for a later end, with changes."""
        values = {
            "nummer": self.toewijzing(step), "ingangsdatum": INGANG, "einddatum": "2025-12-31", "volume": "4",
            "eenheid": "04", "frequentie": "2", "budget_eurocent": "",
        }  # fmt: skip
        return text.te_wijzigen_product(**{**values, **changes})

    def new_product(self, **changes: str) -> str:
        """Return a NieuwProduct, with changes."""
        values = {
            "categorie": "41", "code": "41A03", "ingangsdatum": "2025-05-01", "einddatum": "2025-09-30", "volume": "2",
            "eenheid": "16", "frequentie": "2", "budget_eurocent": "",
        }  # fmt: skip
        return text.nieuw_product(**{**values, **changes})

    def jw319(
        self, antwoord: str = "1", reden: str = "2", *, dag: str = "2025-01-30", step: int = 1, gemeente: str = ""
    ) -> Planted:
        """Return an answer to a request."""
        header = self._header(dag, from_gemeente=True)
        return self._made("JW319", header, text.jw319(header, self.referentie(step), antwoord, reden, gemeente))

    def jw323(
        self, *items: Billed, dag: str = "2025-03-10", begin: str = "2025-02-01", eind: str = "2025-02-28",
        bsn: str = "", nummer: str = "", totaal: int | None = None,
    ) -> Planted:  # fmt: skip
        """Return a declaratie of one young person."""
        items = items or (self.billed(),)
        header = self._header(dag)
        client = text.CLIENT_323 % (bsn or self.bsn) + "".join(item.xml() for item in items) + text.CLIENT_323_END
        total = sum(item.saldo for item in items) if totaal is None else totaal
        made = text.jw323(header, nummer or header.identificatie, begin, eind, total, client)
        return self._made("JW323", header, made)

    def jw325(
        self, declaratie: Planted, totaal: int = 2 * TARIEF, *, dag: str = "2025-03-17", identificatie: str = "",
        nummer: str = "", toegekend: int | None = None, clienten: str = "",
    ) -> Planted:  # fmt: skip
        """Return an answer to a declaratie; full approval unless told otherwise."""
        header = self._header(dag, from_gemeente=True)
        asked = text.Header(self.agb, self.gemeente, identificatie or declaratie.identificatie, declaratie.dag)
        known = nummer or declaratie.identificatie
        return self._made(
            "JW325", header, text.jw325(header, asked, known, totaal, toegekend=toegekend, clienten=clienten)
        )

    # ---- parts ----

    def _made(self, bericht: str, header: text.Header, xml: str) -> Planted:
        self.planted.append(Planted(bericht, header.dagtekening, header.identificatie, xml))
        return self.planted[-1]

    def _header(self, dag: str, *, from_gemeente: bool = False) -> text.Header:
        parties = (self.gemeente, self.agb) if from_gemeente else (self.agb, self.gemeente)
        return text.Header(*parties, f"SYNF{self.nummer:04d}{len(self.planted):04d}", dag)

    def _person(self, bericht: str, bsn: str = "") -> str:
        return text.person(bericht, bsn or self.bsn, "2014-05-09", "2", "P")

    def _key(self, changes: dict[str, str]) -> tuple[str, str, str, str]:
        known = {"nummer": self.toewijzing(), "categorie": "45", "code": "45A04", "ingangsdatum": INGANG, **changes}
        return known["nummer"], known["categorie"], known["code"], known["ingangsdatum"]

    def spoil(self, soort: str, *regels: str, geldig: bool = True, old: str = "", new: str = "") -> None:
        """Mark the last message as the defective one, after replacing `old` by `new` in its text."""
        last = self.planted[-1]
        if old not in last.xml:
            raise ValueError(f"{soort}: the text to replace does not occur in the {last.bericht}")
        xml = last.xml.replace(old, new, 1) if old else last.xml
        self.planted[-1] = replace(last, xml=xml, defect=Defect(soort, tuple(sorted(regels)), geldig))
