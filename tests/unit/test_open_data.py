"""A release as open data: CSVW that holds for every row, a catalogue, what changed, and nothing that leaks."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from cijferwereld import Feit, gebied, maak_feiten, maak_waarden
from csvwlezer import find_faults
from rdflib import DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish import Uitgave, lees_instellingen
from jeugdstelsel.publish.dcat import Catalogus, catalogus_van, lees_catalogus
from jeugdstelsel.services.publish_release import publish

DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MAART, APRIL = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 4, 1, 9, tzinfo=UTC)
INGESTELD = Catalogus(
    uitgever="Gemeente Voorbeeldstad", contact="Gegevensbeheer", email="data@voorbeeldstad.example",
    basis="https://data.voorbeeldstad.example/jeugd/",
)  # fmt: skip
FILES = {
    "aansluiting.csv",
    "kostengroei.csv", "aanbieders.csv",
    "uitgave.json", "metagegevens.json", "cijfers.csv", "cijfers.parquet", "gebied.csv", "indicatoren.csv",
    "wijzigingen.csv", "errata.md", "csv-metadata.json", "catalogus.ttl", "catalogus.jsonld",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> list[Feit]:
    return maak_feiten(1)


@pytest.fixture(scope="module")
def values(facts: list[Feit]) -> pa.Table:
    return maak_waarden(facts, soorten=("kwartaal", "jaar"))


@pytest.fixture(scope="module")
def releases(facts: list[Feit], values: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> tuple[Uitgave, Uitgave]:
    """Two releases of a synthetic world; between them one young person more was found in the first quarter."""
    register = tmp_path_factory.mktemp("uitgaven")
    first = publish(
        values, register=register, moment=MAART, peildatum=date(2026, 2, 28), synthetisch=True, catalogus=INGESTELD,
        gebied=gebied(facts),
    )  # fmt: skip
    more = [*facts, *(Feit(9000 + i, "0001", "00000001", "40", 1, 1000.55, False) for i in range(40))]
    second = publish(
        maak_waarden(more, soorten=("kwartaal", "jaar")), register=register, moment=APRIL, synthetisch=True,
        catalogus=INGESTELD, gebied=gebied(more), toelichting="Een aanbieder leverde na.",
    )  # fmt: skip
    return first, second


def lines_of(release: Uitgave, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file as text, so that codes keep their zeros."""
    with (release.map / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def graph_of(release: Uitgave, kind: str = "ttl") -> Graph:
    graph = Graph()
    graph.parse(release.map / f"catalogus.{kind}", format={"ttl": "turtle", "jsonld": "json-ld"}[kind])
    return graph


# --- the folder and its CSVW ----------------------------------------------------------------------------------------


def test_a_release_holds_figures_definitions_changes_and_a_catalogue(releases: tuple[Uitgave, Uitgave]) -> None:
    for release in releases:
        assert {path.name for path in release.map.iterdir()} == FILES
        sealed = json.loads((release.map / "uitgave.json").read_text())["bestanden"]
        assert set(sealed) == FILES - {"uitgave.json"}


def test_every_row_of_every_file_holds_what_the_metadata_says(releases: tuple[Uitgave, Uitgave]) -> None:
    for release in releases:
        assert find_faults(release.map) == []
        assert pacsv.read_csv(release.map / "cijfers.csv").num_rows == release.cijfers.num_rows > 500


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("cijfers.csv", '"2025-K1"', '"2025-K7"', "periode is no"),
        ("cijfers.csv", '"geheim"', '"vertrouwelijk"', "toestand is no"),
        ("cijfers.csv", '"instroom"', '"onbekende_code"', "is not in indicatoren.csv"),
        ("gebied.csv", "2025", "vijfentwintig", "jaar is no"),
        ("gebied.csv", "0001,2025", "0002,2025", "key twice"),
        ("indicatoren.csv", "titel", "naam", "not titled so"),
    ],
)
def test_the_reader_sees_what_does_not_hold(
    releases: tuple[Uitgave, Uitgave], tmp_path: Path, file: str, old: str, new: str, fault: str
) -> None:
    folder = tmp_path / "kopie"
    shutil.copytree(releases[0].map, folder)
    (folder / file).chmod(0o644)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert any(fault in found for found in find_faults(folder))


def test_the_metadata_tells_meaning_unit_and_how_a_secret_is_written(releases: tuple[Uitgave, Uitgave]) -> None:
    sheet = json.loads((releases[0].map / "csv-metadata.json").read_text(encoding="utf-8"))
    columns = {column["name"]: column for column in sheet["tables"][0]["tableSchema"]["columns"]}
    assert "geheim of onbekend" in columns["waarde"]["dc:description"]
    assert columns["waarde"]["schema:unitText"] == "zie de kolom eenheid van indicatoren.csv"
    assert columns["toestand"]["datatype"]["format"] == "gepubliceerd|geheim|onbekend"
    assert all(column["dc:description"] for column in columns.values())
    assert sheet["dc:title"].startswith("SYNTHETISCH: ")
    definitions = pacsv.read_csv(releases[0].map / "indicatoren.csv").to_pylist()
    assert {row["code"]: row["eenheid"] for row in definitions}["kosten"] == "euro"
    assert {row["code"]: row["begrip"] for row in definitions}["uitval"] == "uitval_voortijdig"


# --- DCAT-AP-NL ------------------------------------------------------------------------------------------------------

MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.dataset),
    DCAT.Dataset: (
        DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher, DCTERMS.creator,
        DCTERMS.accessRights, DCAT.contactPoint, DCAT.theme, DCAT.distribution,
    ),
    DCAT.Distribution: (DCTERMS.license, DCAT.accessURL, DCTERMS["format"]),
    FOAF.Agent: (FOAF.name,),
    VCARD.Kind: (VCARD.fn, VCARD.hasURL),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
}  # fmt: skip
"""What DCAT-AP-NL 3.0 and the DCAT-AP it stands on ask of each class that we use."""
ONCE = (
    DCTERMS.identifier, DCTERMS.publisher, DCTERMS.accessRights, DCTERMS.license, DCAT.contactPoint, DCAT.accessURL,
    DCTERMS["format"],
)  # fmt: skip


@pytest.mark.parametrize("kind", MANDATORY)
def test_the_catalogue_has_every_property_that_dcat_ap_nl_asks_for(
    releases: tuple[Uitgave, Uitgave], kind: URIRef
) -> None:
    graph = graph_of(releases[0])
    nodes = list(graph.subjects(RDF.type, kind))
    assert nodes
    missing = [(node, name) for node in nodes for name in MANDATORY[kind] if (node, name, None) not in graph]
    assert missing == []
    assert [
        n for n in nodes for name in ONCE if name in MANDATORY[kind] and len(list(graph.objects(n, name))) != 1
    ] == []


def test_what_is_pointed_at_has_its_own_kind_and_every_address_is_whole(releases: tuple[Uitgave, Uitgave]) -> None:
    graph = graph_of(releases[0])
    kinds = {
        DCTERMS.publisher: FOAF.Agent, DCTERMS.creator: FOAF.Agent, DCAT.contactPoint: VCARD.Kind,
        DCAT.dataset: DCAT.Dataset, DCAT.distribution: DCAT.Distribution, DCAT.theme: SKOS.Concept,
        DCTERMS.accessRights: DCTERMS.RightsStatement, DCTERMS.license: DCTERMS.LicenseDocument,
        DCTERMS.language: DCTERMS.LinguisticSystem, DCTERMS.spatial: DCTERMS.Location,
        DCTERMS.conformsTo: DCTERMS.Standard, DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
        DCTERMS.accrualPeriodicity: DCTERMS.Frequency, DCTERMS.temporal: DCTERMS.PeriodOfTime,
        FOAF.page: FOAF.Document, DCAT.landingPage: FOAF.Document, DCAT.themeTaxonomy: SKOS.ConceptScheme,
    }  # fmt: skip
    for name, kind in kinds.items():
        assert (None, name, None) in graph
        assert [value for value in graph.objects(None, name) if (value, RDF.type, kind) not in graph] == []
    addresses = {node for triple in graph for node in triple if isinstance(node, URIRef)}
    assert [each for each in addresses if not re.fullmatch(r"(https?://|mailto:)[^\s<>\"{}|\\^`]+", each)] == []
    assert not [node for triple in graph for node in triple if not isinstance(node, URIRef | Literal)]


def test_dates_sizes_and_checksums_are_typed_and_true(releases: tuple[Uitgave, Uitgave]) -> None:
    graph = graph_of(releases[0])
    dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
    issued = graph.value(dataset, DCTERMS.issued)
    assert (
        isinstance(issued, Literal)
        and str(issued.datatype).endswith("XMLSchema#dateTime")
        and issued.toPython() == MAART
    )
    period = graph.value(dataset, DCTERMS.temporal)
    assert [str(graph.value(period, name)) for name in (DCAT.startDate, DCAT.endDate)] == ["2025-01-01", "2025-12-31"]
    sizes = {
        str(graph.value(node, DCAT.downloadURL)).rsplit("/", 1)[1]: graph.value(node, DCAT.byteSize).toPython()
        for node in graph.subjects(RDF.type, DCAT.Distribution)
    }
    assert sizes == {
        path.name: path.stat().st_size for path in releases[0].map.iterdir() if path.suffix in (".csv", ".parquet")
    }


def test_turtle_and_json_ld_say_the_same(releases: tuple[Uitgave, Uitgave]) -> None:
    for release in releases:
        turtle, jsonld = graph_of(release), graph_of(release, "jsonld")
        assert len(turtle) > 80
        assert isomorphic(turtle, jsonld)


def test_a_synthetic_release_says_so_in_the_catalogue_and_a_real_one_does_not(
    releases: tuple[Uitgave, Uitgave], values: pa.Table, tmp_path: Path
) -> None:
    assert "SYNTHETISCH: " in (releases[0].map / "catalogus.ttl").read_text(encoding="utf-8")
    real = publish(values, register=tmp_path, moment=MAART, catalogus=INGESTELD)
    for name in FILES - {"cijfers.parquet", "uitgave.json"}:
        assert "SYNTHETISCH" not in (real.map / name).read_text(encoding="utf-8"), name


def test_a_release_points_at_the_one_before_it(releases: tuple[Uitgave, Uitgave]) -> None:
    base = f"{INGESTELD.basis}uitgave/000"
    assert list(graph_of(releases[0]).objects(None, DCAT.prev)) == []
    assert list(graph_of(releases[1]).subject_objects(DCAT.prev)) == [(URIRef(f"{base}2"), URIRef(f"{base}1"))]


def test_without_settings_nobody_is_invented(values: pa.Table, tmp_path: Path) -> None:
    graph = graph_of(publish(values, register=tmp_path, moment=MAART))
    assert {str(name) for name in graph.objects(None, FOAF.name)} == {"niet ingesteld"}
    assert {str(name) for name in graph.objects(None, VCARD.fn)} == {"niet ingesteld"}
    assert not Catalogus().ingesteld and INGESTELD.ingesteld


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"uitgever": "X", "contact": "Y", "email": "a@b.example"}, "basis"),
        ({"uitgever": "X", "contact": "Y", "basis": "https://x.example/"}, "email of website"),
        ({"uitgever": "X", "contact": "Y", "website": "www.x.example", "basis": "https://x.example/"}, "website hoort"),
        ({"uitgever": "X", "contact": "Y", "email": "a@b.example", "basis": "https://x.example"}, "schuine streep"),
        ({"uitgever": "X", "contact": "Y", "email": "niemand", "basis": "https://x.example/"}, "e-mailadres"),
        ({"uitgeverij": "X"}, "uitgeverij is geen instelling"),
    ],
)
def test_settings_of_the_catalogue_that_lead_nowhere_are_refused(given: dict[str, str], said: str) -> None:
    with pytest.raises(GebruikersFout, match=said):
        catalogus_van(given)


def test_the_settings_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "catalogus.toml"
    path.write_text('uitgever = "X"\ncontact = "Y"\nemail = "a@b.example"\nbasis = "https://x.example/d/"\n')
    assert lees_catalogus(path) == Catalogus("X", contact="Y", email="a@b.example", basis="https://x.example/d/")
    path.write_text('uitgever = "X"\ncontact = ?\n')
    with pytest.raises(GebruikersFout, match="op regel 2 geen goede TOML"):
        lees_catalogus(path)
    path.write_bytes(b"\xff")
    with pytest.raises(GebruikersFout, match="niet te lezen"):
        lees_catalogus(path)


# --- what changed ---------------------------------------------------------------------------------------------------


def test_the_first_release_has_nothing_to_compare_with(releases: tuple[Uitgave, Uitgave]) -> None:
    assert "eerste uitgave" in (releases[0].map / "errata.md").read_text(encoding="utf-8")
    assert pacsv.read_csv(releases[0].map / "wijzigingen.csv").num_rows == 0


def test_a_later_release_tells_every_figure_that_differs_and_calls_a_changed_definitive_one_an_erratum(
    releases: tuple[Uitgave, Uitgave],
) -> None:
    rows = lines_of(releases[1], "wijzigingen.csv")
    (national,) = [
        row
        for row in rows
        if (row["indicator"], row["periode"]) == ("instroom", "2025-K1")
        and not any(row[part] for part in ("gemeente", "jeugdregio", "product_categorie"))
    ]
    assert float(national["waarde_nieuw"]) - float(national["waarde_oud"]) == 40.0
    assert (national["verschil"], national["status_oud"]) == ("gewijzigd", "definitief")
    assert {row["synthetisch"] for row in rows} == {"ja"}
    assert {row["periode"] for row in rows} == {"2025", "2025-K1"}
    page = (releases[1].map / "errata.md").read_text(encoding="utf-8")
    assert "Vergeleken met uitgave 1 van 2026-03-01." in page
    assert re.search(r"Erratum: \d+ cijfers die definitief heetten, zijn hersteld\.", page)
    assert "Een aanbieder leverde na." in page and "SYNTHETISCH" in page


def test_a_figure_that_was_provisional_is_adjusted_and_no_erratum(values: pa.Table, tmp_path: Path) -> None:
    provisional = values.set_column(
        values.column_names.index("status"), "status", pa.array(["voorlopig"] * values.num_rows)
    )
    publish(provisional, register=tmp_path, moment=MAART)
    doubled = maak_waarden([*maak_feiten(1), *maak_feiten(2)], soorten=("kwartaal", "jaar"))
    page = (publish(doubled, register=tmp_path, moment=APRIL).map / "errata.md").read_text(encoding="utf-8")
    assert "Er zijn geen errata." in page
    assert re.search(r"\| instroom \| \d+ \| \d+ \| [1-9]\d* \| 0 \| \d+ \|", page)


def test_a_figure_that_became_secret_is_no_erratum(values: pa.Table, tmp_path: Path) -> None:
    publish(values, register=tmp_path, moment=MAART)
    strict = replace(lees_instellingen(), minimum_cel=100)
    page = (publish(values, register=tmp_path, moment=APRIL, instellingen=strict).map / "errata.md").read_text()
    assert "Er zijn geen errata." in page
    assert re.search(r"\| instroom \| 0 \| 0 \| 0 \| 0 \| [1-9]\d* \|", page)
    assert "onthullingsbeveiliging: minimum_cel." in page


def test_the_same_figures_again_are_said_to_be_the_same(values: pa.Table, tmp_path: Path) -> None:
    publish(values, register=tmp_path, moment=MAART)
    page = (publish(values, register=tmp_path, moment=APRIL).map / "errata.md").read_text(encoding="utf-8")
    assert "Geen enkel cijfer is anders." in page
    assert "Gewijzigde definities: geen." in page


# --- nothing leaks --------------------------------------------------------------------------------------------------


def tokens(path: Path) -> Iterator[float]:
    """Every number that a reader of a file can see, also inside Parquet and its metadata."""
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        text = f"{table.to_pylist()} {table.schema.metadata}"
    else:
        text = path.read_text(encoding="utf-8")
    yield from map(float, re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\.?\w)", text))


def leaking(folder: Path, raw: set[float]) -> set[str]:
    """The files in which a number stands as it was before rounding."""
    return {path.name for path in folder.iterdir() if raw.intersection(tokens(path))}


def raw_numbers(values: pa.Table) -> set[float]:
    """Amounts and ratios as computed, to the cent and to the euro; small whole numbers are everywhere."""
    computed = [row[name] for row in values.to_pylist() for name in ("teller", "waarde") if row[name]]
    exact = {value for value in computed if value != round(value, 1) and value > 1}
    return (
        exact
        | {round(value, 2) for value in exact}
        | {float(round(v)) for v in exact if v > 10_000 and round(v) % 1000}
    )


def test_no_file_holds_a_number_as_it_was_before_rounding(releases: tuple[Uitgave, Uitgave], values: pa.Table) -> None:
    raw = raw_numbers(values)
    assert len(raw) > 500
    for release in releases:
        assert leaking(release.map, raw) == set()


def test_the_scan_sees_a_number_in_any_kind_of_file(
    releases: tuple[Uitgave, Uitgave], values: pa.Table, tmp_path: Path
) -> None:
    raw = raw_numbers(values)
    one = next(iter(raw))
    (tmp_path / "a.md").write_text(f"ongeveer {one}.")
    (tmp_path / "b.jsonld").write_text(json.dumps({"waarde": one}))
    pq.write_table(pa.table({"x": [1.0, one]}), tmp_path / "c.parquet")
    (tmp_path / "d.csv").write_text(f"x\n{one}\n")
    assert leaking(tmp_path, raw) == {"b.jsonld", "c.parquet", "d.csv", "a.md"}


def test_in_every_table_a_secret_has_no_number_and_a_count_is_rounded(releases: tuple[Uitgave, Uitgave]) -> None:
    for release in releases:
        figures = lines_of(release, "cijfers.csv") + pq.read_table(release.map / "cijfers.parquet").to_pylist()
        figures += [
            {"indicator": row["indicator"], "waarde": row[f"waarde_{when}"], "toestand": row[f"toestand_{when}"]}
            for row in lines_of(release, "wijzigingen.csv")
            for when in ("oud", "nieuw")
        ]
        assert any(row["toestand"] == "geheim" for row in figures)
        assert [row for row in figures if row["toestand"] != "gepubliceerd" and row["waarde"] not in (None, "")] == []
        counts = [float(row["waarde"]) for row in figures if row["indicator"] == "instroom" and row["waarde"]]
        amounts = [float(row["waarde"]) for row in figures if row["indicator"] == "kosten" and row["waarde"]]
        assert [value for value in counts if value % 5] == [] != counts
        assert [value for value in amounts if value % 1000] == [] != amounts
