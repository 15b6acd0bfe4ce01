"""Make the message that answers a judged message: the retour messages and JW325, with the right return codes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.ingest.message_reader import read_message
from jeugdstelsel.ingest.shape import Shape, shape_of
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import Ernst, Finding

GOED = "0200"
NIET_BEOORDEELD = "0233"
TECHNISCH_AFGEKEURD = "0001"
VOLLEDIG_TOEGEWEZEN = "8001"
HEADER = "Header"

Inhoud = Mapping[str, Any]
Plek = tuple[str, int]
"""A berichtklasse and its ordinal in the message, from 1; the header is 0."""


@dataclass(frozen=True)
class Oordeel:
    """What was found, as return codes: refused by the schema, refused by a rule within the message, or per klasse."""

    onleesbaar: bool
    technisch: bool
    codes: Mapping[Plek, tuple[str, ...]]
    open: frozenset[Plek]

    @property
    def header(self) -> tuple[str, ...]:
        """The codes of the header; with any of these the body stays out."""
        return (TECHNISCH_AFGEKEURD,) if self.technisch else self.codes.get((HEADER, 0), ())

    def of_klasse(self, plek: Plek) -> tuple[str, ...]:
        """The codes of one klasse: its own, or that it was not judged, or that nothing is wrong with it."""
        return self.codes.get(plek) or ((NIET_BEOORDEELD,) if plek in self.open else (GOED,))


def weigh(findings: Sequence[Finding]) -> Oordeel:
    """Turn findings into return codes (IV032, IV088).

    A finding under a code of our own is about the structure, level 1. Warnings and rules without a
    return code (TR337, TR371, TR376) weigh nothing; a rule that was not judged leaves its klasse open.
    """
    niveaus: set[int] = set()
    codes: dict[Plek, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.ernst is not Ernst.FOUT:
            continue
        regel = standaard.regels().get(finding.regel)
        niveaus.add(regel.niveau or 0 if regel else 1)
        if regel and regel.niveau in (3, 4) and regel.retourcode:
            codes[_plek(finding)].add(regel.retourcode)
    open_ = frozenset(_plek(finding) for finding in findings if finding.ernst is Ernst.NIET_BEOORDEELD)
    return Oordeel(1 in niveaus, 2 in niveaus, {plek: tuple(sorted(found)) for plek, found in codes.items()}, open_)


def _plek(finding: Finding) -> Plek:
    """The klasse a finding is about; a finding that names none is about the message, so the header."""
    return (finding.klasse, finding.regelnummer) if finding.klasse not in ("", HEADER) else (HEADER, 0)


def answer(
    original: bytes,
    findings: Sequence[Finding],
    *,
    dagtekening: date,
    identificatie: str,
    xslt_versie: str | None = None,
) -> bytes | None:
    """Return the answer to a message that was judged, or None when the standard gives none.

    There is no answer to what the schema refuses (the transport reports that) and none to a message
    that is an answer itself. `findings` are all findings on the message; `identificatie` and
    `dagtekening` are those of the answer. `xslt_versie` is given only when the official XSLT judged.
    A finding on a klasse that the message does not have is a ValueError. Source: IV028, IV032, IV087, IV088.
    """
    oordeel = weigh(findings)
    if oordeel.onleesbaar:
        return None
    berichtsoort, inhoud = read_message(original)
    antwoordsoort = _answer_to(berichtsoort)
    if antwoordsoort is None:
        return None
    header: Inhoud
    if berichtsoort == "JW323":
        own = {"Identificatie": identificatie, "Dagtekening": dagtekening}
        header = {"BerichtIdentificatie": own, "XsltVersie": xslt_versie}
        return write_message(antwoordsoort, _answer_declaratie(inhoud, oordeel, header))
    header = {"IdentificatieRetour": identificatie, "DagtekeningRetour": dagtekening, "XsltVersie": xslt_versie}
    return write_message(antwoordsoort, _retour(shape_of(antwoordsoort), inhoud, oordeel, header))


def _answer_to(berichtsoort: str) -> str | None:
    """The message that answers this one, such as JW302 for JW301."""
    answers = {bericht.retour_van: naam for naam, bericht in standaard.berichten().items() if bericht.retour_van}
    return answers.get(berichtsoort)


def _codes(codes: Iterable[str]) -> dict[str, Any]:
    return {"RetourCode": list(codes)}


# --- retour messages: the header is copied with its parties, the body comes back whole or not at all ---------------


def _retour(shape: Shape, inhoud: Inhoud, oordeel: Oordeel, own: Inhoud) -> dict[str, Any]:
    """What stands under Bericht in a retour message (IV028)."""
    copied = {naam: inhoud["Header"][naam] for naam in ("Afzender", "Ontvanger", "BerichtIdentificatie", "XsdVersie")}
    header = {**copied, **own}
    if oordeel.header:
        return {"Header": header | {"RetourCodes": _codes(oordeel.header)}}
    if not oordeel.codes:
        return {"Header": header}
    marker = _Marker(oordeel)
    body = {naam: marker.mark(shape.children[naam], deel) for naam, deel in inhoud.items() if naam != "Header"}
    marker.check_all_used()
    return {"Header": header | {"RetourCodes": _codes([GOED])}, **body}


class _Marker:
    """Copies a body and gives every berichtklasse its return codes, counting klassen in document order."""

    def __init__(self, oordeel: Oordeel) -> None:
        self._oordeel = oordeel
        self._seen: dict[str, int] = defaultdict(int)

    def mark(self, shape: Shape, value: Any) -> Any:
        """Return the value of an element with RetourCodes in every klasse of the retour message that has them."""
        if isinstance(value, list):
            return [self.mark(shape, one) for one in value]
        if not shape.children:
            return value
        codes = self._codes_of(shape) if "RetourCodes" in shape.children else {}
        return {naam: self.mark(shape.children[naam], deel) for naam, deel in value.items()} | codes

    def _codes_of(self, shape: Shape) -> dict[str, Any]:
        klasse = _klasse(shape)
        self._seen[klasse] += 1
        return {"RetourCodes": _codes(self._oordeel.of_klasse((klasse, self._seen[klasse])))}

    def check_all_used(self) -> None:
        """Every rejected klasse was met; if not, the findings belong to another message."""
        for klasse, regelnummer in self._oordeel.codes:
            if not 1 <= regelnummer <= self._seen[klasse]:
                raise ValueError(f"the message has no {klasse} number {regelnummer}")


def _klasse(shape: Shape) -> str:
    """The name findings use: the contact of a relation is a klasse of its own."""
    pad = shape.element.pad
    return "Relatie/Contact" if pad.endswith("/Relatie/Contact") else shape.element.naam


# --- JW325: the parties change places, only what was rejected comes back -------------------------------------------


def _answer_declaratie(inhoud: Inhoud, oordeel: Oordeel, own: Inhoud) -> dict[str, Any]:
    """What stands under Bericht in a JW325 (IV087)."""
    asked = inhoud["Header"]
    header = {
        "Afzender": asked["Ontvanger"],
        "Ontvanger": asked["Afzender"],
        **own,
        "DeclaratieIdentificatie": asked["BerichtIdentificatie"],
        "XsdVersieDeclaratie": asked["XsdVersie"],
    }
    if oordeel.header:
        return {"Header": header | {"RetourCodes": _codes(oordeel.header)}}
    return {
        "Header": header | {"RetourCodes": _codes([GOED])},
        "DeclaratieAntwoord": _declaratie_antwoord(inhoud["Declaratie"], oordeel),
    }


def _declaratie_antwoord(declaratie: Inhoud, oordeel: Oordeel) -> dict[str, Any]:
    """The verdict on the declaration; what is granted is what was asked minus what is sent back (TR342)."""
    total = declaratie["TotaalIngediendBedrag"]
    asked = _signed(total["TotaalBedrag"], total["DebetCredit"])
    refused = oordeel.codes.get(("Declaratie", 1), ())
    clients = [] if refused else _rejected_clients(declaratie["Clienten"]["Client"], oordeel)
    granted = 0 if refused else asked - sum(_amount(line) for client in clients for line in _lines(client))
    codes = refused or ([GOED] if clients else [VOLLEDIG_TOEGEWEZEN])
    return {
        "DeclaratieNummer": declaratie["DeclaratieNummer"],
        "TotaalIngediendBedrag": total,
        "TotaalToegekendBedrag": {"TotaalBedrag": abs(granted), "DebetCredit": "C" if granted < 0 else "D"},
        "Clienten": {"Client": clients} if clients else None,
        "RetourCodes": _codes(codes),
    }


def _rejected_clients(clients: list[Inhoud], oordeel: Oordeel) -> list[dict[str, Any]]:
    """The clients with a rejected line or a fault of their own, each with the lines that are not granted."""
    found: list[dict[str, Any]] = []
    first = 1
    for number, client in enumerate(clients, start=1):
        lines = _lines(client)
        own = oordeel.codes.get(("Client", number), ())
        numbered = list(enumerate(lines, start=first))
        sent_back = [
            {**line, "RetourCodes": _codes([NIET_BEOORDEELD] if own else oordeel.codes["Prestatie", at])}
            for at, line in numbered
            if own or ("Prestatie", at) in oordeel.codes
        ]
        first += len(lines)
        if sent_back:
            found.append({**client, "Prestaties": {"Prestatie": sent_back}, "RetourCodes": _codes(own or [GOED])})
    _check_numbers(oordeel, {"Client": len(clients), "Prestatie": first - 1, "Declaratie": 1})
    return found


def _check_numbers(oordeel: Oordeel, counts: Mapping[str, int]) -> None:
    for klasse, regelnummer in oordeel.codes:
        if not 1 <= regelnummer <= counts.get(klasse, 0):
            raise ValueError(f"the message has no {klasse} number {regelnummer}")


def _lines(client: Inhoud) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = client["Prestaties"]["Prestatie"]
    return lines


def _amount(line: Inhoud) -> int:
    """The amount of a Prestatie in eurocent; a credit counts negative."""
    return _signed(line["IngediendBedrag"]["Bedrag"], line["IngediendBedrag"]["DebetCredit"])


def _signed(bedrag: str, debet_credit: str) -> int:
    return int(bedrag) if debet_credit == "D" else -int(bedrag)
