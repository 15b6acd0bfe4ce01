"""Reading and judging against what lxml needs to parse and validate the same files."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from bench.measure import cpu_seconds
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.read import read_batch
from jeugdstelsel.services.check import MessageJudge, in_batches

XSD = Path(__file__).parents[2] / "shared" / "standards" / "ijw" / "xsd"
PRESTATIE = """          <jw323:Prestatie>
            <jw323:ProductReferentie>
              <ijw:ReferentieNummer>{ref}</ijw:ReferentieNummer>
            </jw323:ProductReferentie>
            <jw323:ToewijzingNummer>{nummer}</jw323:ToewijzingNummer>
            <jw323:ProductCategorie>45</jw323:ProductCategorie>
            <jw323:ProductCode>45A04</jw323:ProductCode>
            <jw323:ProductPeriode>
              <ijw:Begindatum>2025-02-01</ijw:Begindatum>
              <ijw:Einddatum>2025-02-28</ijw:Einddatum>
            </jw323:ProductPeriode>
            <jw323:GeleverdVolume>4</jw323:GeleverdVolume>
            <jw323:Eenheid>04</jw323:Eenheid>
            <jw323:ProductTarief>9875</jw323:ProductTarief>
            <jw323:IngediendBedrag>
              <ijw:Bedrag>39500</ijw:Bedrag>
              <ijw:DebetCredit>D</ijw:DebetCredit>
            </jw323:IngediendBedrag>
          </jw323:Prestatie>
"""
CLIENT = """      <jw323:Client>
        <jw323:Bsn>{bsn}</jw323:Bsn>
        <jw323:Prestaties>
{prestaties}        </jw323:Prestaties>
      </jw323:Client>
"""
BERICHT = """<?xml version="1.0" encoding="UTF-8"?>
<jw323:Bericht xmlns:jw323="http://www.istandaarden.nl/ijw/3_2/jw323/schema" \
xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
  <jw323:Header>
    <jw323:BerichtCode>490</jw323:BerichtCode>
    <jw323:BerichtVersie>3</jw323:BerichtVersie>
    <jw323:BerichtSubversie>2</jw323:BerichtSubversie>
    <jw323:Afzender>99990001</jw323:Afzender>
    <jw323:Ontvanger>0034</jw323:Ontvanger>
    <jw323:BerichtIdentificatie>
      <ijw:Identificatie>D{n}</ijw:Identificatie>
      <ijw:Dagtekening>2025-03-05</ijw:Dagtekening>
    </jw323:BerichtIdentificatie>
    <jw323:XsdVersie>
      <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
      <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
    </jw323:XsdVersie>
  </jw323:Header>
  <jw323:Declaratie>
    <jw323:DeclaratieNummer>D{n}</jw323:DeclaratieNummer>
    <jw323:DeclaratiePeriode>
      <ijw:Begindatum>2025-02-01</ijw:Begindatum>
      <ijw:Einddatum>2025-02-28</ijw:Einddatum>
    </jw323:DeclaratiePeriode>
    <jw323:DeclaratieDagtekening>2025-03-05</jw323:DeclaratieDagtekening>
    <jw323:TotaalIngediendBedrag>
      <ijw:TotaalBedrag>{totaal}</ijw:TotaalBedrag>
      <ijw:DebetCredit>D</ijw:DebetCredit>
    </jw323:TotaalIngediendBedrag>
    <jw323:Clienten>
{clienten}    </jw323:Clienten>
  </jw323:Declaratie>
</jw323:Bericht>
"""


def make_declaration(n: int, clients: int, lines: int = 4) -> bytes:
    """Return a valid JW323 with synthetic young people (numbers of the test kind that pass the elfproef)."""
    parts = []
    for c, bsn in zip(range(clients), _test_numbers(), strict=False):
        prestaties = "".join(PRESTATIE.format(ref=f"P{n}-{c}-{p}", nummer=70001 + c * lines + p) for p in range(lines))
        parts.append(CLIENT.format(bsn=bsn, prestaties=prestaties))
    text = BERICHT.format(n=n, totaal=39500 * clients * lines, clienten="".join(parts))
    return text.replace("\n", "\r\n").encode()


def _test_numbers() -> Iterator[str]:
    for number in range(999900006, 999999991):
        digits = [int(digit) for digit in str(number)]
        if sum(w * d for w, d in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11 == 0:
            yield str(number)


def run() -> Iterator[str]:
    """Yield the lines of the section on reading."""
    sizes = {"large (50 kB to 2 MB)": [15, 60, 250, 600] * 12, "small (4 kB)": [1] * 4000}
    yield "## Reading and judging messages\n"
    yield "CPU time in one process: structure, facets, all rules within a message and the rows as Arrow tables,"
    yield "against lxml (libxml2) on the same bytes. Command: `python -m bench`.\n"
    yield "| files | MB | ours MB/CPU-s | lxml parse | lxml parse + XSD | ours ÷ (parse + XSD) |"
    yield "|---|---|---|---|---|---|"
    for name, clients in sizes.items():
        documents = [make_declaration(n, c) for n, c in enumerate(clients)]
        size = sum(map(len, documents)) / 1e6
        ours = size / cpu_seconds(_ours(documents))
        parse = size / cpu_seconds(lambda documents=documents: [etree.fromstring(d) for d in documents])
        full = size / cpu_seconds(_lxml(documents)) if XSD.exists() else None
        shown = (f"{full:.0f}", f"{ours / full:.2f}") if full else ("no XSD here", "")
        yield f"| {name} | {size:.0f} | {ours:.0f} | {parse:.0f} | {shown[0]} | {shown[1]} |"
    yield ""


def _ours(documents: list[bytes]) -> Callable[[], object]:
    judge = MessageJudge()
    key = Key(secrets.token_bytes(32), "0")

    def work() -> None:
        for batch in in_batches((str(i), document) for i, document in enumerate(documents)):
            result = read_batch([data for _, data in batch], key)
            assert all(outcome.geldig for outcome in result.outcomes)
            assert not judge.judge(result.tables)

    work()
    return work


def _lxml(documents: list[bytes]) -> Callable[[], object]:
    schema = etree.XMLSchema(etree.parse(str(XSD / "JW323.xsd")))

    def work() -> None:
        for document in documents:
            assert schema.validate(etree.fromstring(document))

    return work
