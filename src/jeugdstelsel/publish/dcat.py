"""The catalogue of a release by DCAT-AP-NL 3.0, as Turtle and JSON-LD."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from pathlib import Path

from rdflib import DCTERMS, FOAF, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish.instellingen import lees_toml

NIET_INGESTELD = "niet ingesteld"
BASIS_NIET_INGESTELD = "https://niet-ingesteld.invalid/"
EU = "http://publications.europa.eu/resource/authority/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
SOORT = {
    ".csv": ("CSV", "text/csv", "https://www.w3.org/TR/tabular-metadata/"),
    ".parquet": ("PARQUET", "application/vnd.apache.parquet", "https://parquet.apache.org/docs/file-format/"),
}
"""Kinds of files that are a distribution: EU file type, media type and the standard it follows."""
THEMAS = {"SOCI": "Bevolking en samenleving", "HEAL": "Gezondheid"}
PROFIEL = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"
_KLASSE = {
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS.accrualPeriodicity: DCTERMS.Frequency,
    DCTERMS.conformsTo: DCTERMS.Standard,
    DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.spatial: DCTERMS.Location,
    DCAT.landingPage: FOAF.Document,
    DCAT.mediaType: DCTERMS.MediaType,
    DCAT.theme: SKOS.Concept,
    DCAT.themeTaxonomy: SKOS.ConceptScheme,
    FOAF.page: FOAF.Document,
    SPDX.algorithm: SPDX.ChecksumAlgorithm,
}
"""The class that DCAT-AP asks of what a property points at; said here, so that a reader need not look it up."""
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`/]+\.[^\s<>\"{}|\\^`]*")


@dataclass(frozen=True)
class Catalogus:
    """Who brings the figures out and where; what the holder did not say is 'niet ingesteld'.

    `basis` is the address under which the release folders will be found; it ends with a slash.
    """

    uitgever: str = NIET_INGESTELD
    uitgever_iri: str = ""
    contact: str = NIET_INGESTELD
    email: str = ""
    website: str = ""
    basis: str = BASIS_NIET_INGESTELD
    licentie: str = "https://creativecommons.org/licenses/by/4.0/"
    titel: str = "Cijfers over jeugdhulp"
    omschrijving: str = "Indicatoren over jeugdhulp uit het berichtenverkeer, per land, jeugdregio en gemeente."

    def __post_init__(self) -> None:
        """Refuse an address that is none, so that no catalogue with a broken link is brought out."""
        for name in ("uitgever_iri", "website", "basis", "licentie"):
            value = getattr(self, name)
            if value and not _IRI.fullmatch(value):
                raise GebruikersFout(f"{name} hoort een volledig webadres te zijn, zoals https://voorbeeld.nl/data/.")
        if not self.basis.endswith("/"):
            raise GebruikersFout("basis hoort op een schuine streep te eindigen, zoals https://voorbeeld.nl/data/.")
        if self.email and not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+", self.email):
            raise GebruikersFout("email hoort een e-mailadres te zijn.")

    @property
    def ingesteld(self) -> bool:
        """Whether the holder said who publishes, who answers questions and where the files are."""
        return NIET_INGESTELD not in (self.uitgever, self.contact) and self.basis != BASIS_NIET_INGESTELD


def lees_catalogus(pad: Path) -> Catalogus:
    """Return the settings in a TOML file; raises GebruikersFout when one is unknown, missing or no text."""
    return catalogus_van(lees_toml(pad))


def catalogus_van(given: Mapping[str, object]) -> Catalogus:
    """Return settings from plain values (what `asdict` gives); see `lees_catalogus` for the errors."""
    names = [field.name for field in fields(Catalogus)]
    strange = sorted(name for name, value in given.items() if name not in names or not isinstance(value, str))
    if strange:
        raise GebruikersFout(f"{', '.join(strange)} is geen instelling van de catalogus. Kies uit: {', '.join(names)}.")
    missing = [name for name in ("uitgever", "contact", "basis") if not given.get(name)]
    if not given.get("email") and not given.get("website"):
        missing.append("email of website")
    if missing:
        raise GebruikersFout(f"in de instellingen van de catalogus ontbreekt: {', '.join(missing)}.")
    return Catalogus(**{name: str(value) for name, value in given.items()})


@dataclass(frozen=True)
class Beschrijving:
    """What the catalogue tells of one release. `perioden` are the first and last year in it."""

    nummer: int
    moment: datetime
    peildatum: date | None
    synthetisch: bool
    perioden: tuple[int, int] | None
    vorige: int | None


def schrijf_dcat(folder: Path, catalogus: Catalogus, release: Beschrijving) -> None:
    """Write catalogus.ttl and catalogus.jsonld over the CSV and Parquet files in a folder."""
    graph = _graph()
    base = catalogus.basis
    dataset = URIRef(f"{base}uitgave/{release.nummer:04d}")
    agents = _add_agents(graph, catalogus)
    _add_catalogue(graph, catalogus, release, dataset, agents)
    _add_dataset(graph, catalogus, release, dataset, agents)
    for path in sorted(folder.iterdir()):
        if path.suffix in SOORT:
            _add_distribution(graph, catalogus, dataset, path, release)
    _add_classes(graph)
    graph.serialize(folder / "catalogus.ttl", format="turtle", encoding="utf-8")
    context = {prefix: str(namespace) for prefix, namespace in _PREFIXES.items()}
    graph.serialize(folder / "catalogus.jsonld", format="json-ld", context=context, encoding="utf-8", indent=1)


_PREFIXES = {"dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "skos": SKOS, "vcard": VCARD, "spdx": SPDX, "xsd": XSD}


def _graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def _add_classes(graph: Graph) -> None:
    """Say of what class everything is that is pointed at, and name the themes."""
    for name, kind in _KLASSE.items():
        for value in list(graph.objects(None, name)):
            graph.add((value, RDF.type, kind))
    for code, label in THEMAS.items():
        graph.add((URIRef(f"{EU}data-theme/{code}"), SKOS.prefLabel, _nl(label)))
    graph.add((URIRef(f"{EU}data-theme"), DCTERMS.title, _nl("Thema's van gegevens in de Europese Unie")))


def _add_agents(graph: Graph, catalogus: Catalogus) -> tuple[URIRef, URIRef]:
    """Add the publisher and the contact point; return their IRIs."""
    publisher = URIRef(catalogus.uitgever_iri or f"{catalogus.basis}organisatie")
    contact = URIRef(f"{catalogus.basis}contact")
    graph.add((publisher, RDF.type, FOAF.Agent))
    graph.add((publisher, FOAF.name, _nl(catalogus.uitgever)))
    graph.add((contact, RDF.type, VCARD.Kind))
    graph.add((contact, VCARD.fn, _nl(catalogus.contact)))
    if catalogus.email:
        graph.add((contact, VCARD.hasEmail, URIRef(f"mailto:{catalogus.email}")))
    graph.add((contact, VCARD.hasURL, URIRef(catalogus.website or catalogus.basis)))
    return publisher, contact


def _add_catalogue(
    graph: Graph, catalogus: Catalogus, release: Beschrijving, dataset: URIRef, agents: tuple[URIRef, URIRef]
) -> None:
    node = URIRef(f"{catalogus.basis}catalogus")
    _add(graph, node, {
        RDF.type: DCAT.Catalog,
        DCTERMS.title: _nl(f"Catalogus: {catalogus.titel}"),
        DCTERMS.description: _nl(_label(release) + catalogus.omschrijving),
        DCTERMS.publisher: agents[0],
        DCTERMS.creator: agents[0],
        DCAT.contactPoint: agents[1],
        DCTERMS.conformsTo: URIRef(PROFIEL),
        DCTERMS.language: _language(),
        DCTERMS.license: URIRef(catalogus.licentie),
        DCTERMS.modified: _moment(release.moment),
        DCAT.dataset: dataset,
        DCAT.themeTaxonomy: URIRef(f"{EU}data-theme"),
    })  # fmt: skip


def _add_dataset(
    graph: Graph, catalogus: Catalogus, release: Beschrijving, node: URIRef, agents: tuple[URIRef, URIRef]
) -> None:
    _add(graph, node, {
        RDF.type: DCAT.Dataset,
        DCTERMS.title: _nl(f"{_label(release)}{catalogus.titel}, uitgave {release.nummer}"),
        DCTERMS.description: _nl(_label(release) + catalogus.omschrijving + _at(release)),
        DCTERMS.identifier: Literal(str(node)),
        DCTERMS.publisher: agents[0],
        DCTERMS.creator: agents[0],
        DCAT.contactPoint: agents[1],
        DCTERMS.accessRights: URIRef(f"{EU}access-right/PUBLIC"),
        DCTERMS.language: _language(),
        DCTERMS.conformsTo: URIRef(SOORT[".csv"][2]),
        DCTERMS.issued: _moment(release.moment),
        DCTERMS.modified: _moment(release.moment),
        DCTERMS.accrualPeriodicity: URIRef(f"{EU}frequency/IRREG"),
        DCTERMS.spatial: URIRef(f"{EU}country/NLD"),
        DCAT.version: Literal(str(release.nummer)),
        DCAT.landingPage: URIRef(f"{node}/"),
        FOAF.page: URIRef(f"{node}/errata.md"),
    })  # fmt: skip
    for theme in THEMAS:
        graph.add((node, DCAT.theme, URIRef(f"{EU}data-theme/{theme}")))
    for word in ("jeugdhulp", "jeugdzorg", "gemeenten", *(("synthetisch",) if release.synthetisch else ())):
        graph.add((node, DCAT.keyword, _nl(word)))
    if release.vorige is not None:
        graph.add((node, DCAT.prev, URIRef(f"{catalogus.basis}uitgave/{release.vorige:04d}")))
    if release.perioden:
        _add_period(graph, node, release.perioden, release.peildatum)


def _add_period(graph: Graph, node: URIRef, years: tuple[int, int], until: date | None) -> None:
    period = URIRef(f"{node}#periode")
    last = min(date(years[1], 12, 31), until or date.max)
    graph.add((node, DCTERMS.temporal, period))
    _add(graph, period, {
        RDF.type: DCTERMS.PeriodOfTime,
        DCAT.startDate: Literal(date(years[0], 1, 1)),
        DCAT.endDate: Literal(last),
    })  # fmt: skip


def _add_distribution(graph: Graph, catalogus: Catalogus, dataset: URIRef, path: Path, release: Beschrijving) -> None:
    node, checksum = URIRef(f"{dataset}#{path.name}"), URIRef(f"{dataset}#{path.name}-sha256")
    kind, media, standard = SOORT[path.suffix]
    graph.add((dataset, DCAT.distribution, node))
    _add(graph, node, {
        RDF.type: DCAT.Distribution,
        DCTERMS.title: _nl(_label(release) + path.name),
        DCAT.accessURL: URIRef(f"{dataset}/"),
        DCAT.downloadURL: URIRef(f"{dataset}/{path.name}"),
        DCTERMS.license: URIRef(catalogus.licentie),
        DCTERMS["format"]: URIRef(f"{EU}file-type/{kind}"),
        DCAT.mediaType: URIRef(f"https://www.iana.org/assignments/media-types/{media}"),
        DCAT.byteSize: Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger),
        DCTERMS.conformsTo: URIRef(standard),
        DCTERMS.language: _language(),
        DCTERMS.issued: _moment(release.moment),
        SPDX.checksum: checksum,
    })  # fmt: skip
    _add(graph, checksum, {
        RDF.type: SPDX.Checksum,
        SPDX.algorithm: SPDX.checksumAlgorithm_sha256,
        SPDX.checksumValue: Literal(_sha256(path), datatype=XSD.hexBinary),
    })  # fmt: skip


def _add(graph: Graph, node: URIRef, facts: Mapping[URIRef, URIRef | Literal]) -> None:
    for name, value in facts.items():
        graph.add((node, name, value))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _nl(text: str) -> Literal:
    return Literal(text, lang="nl")


def _language() -> URIRef:
    return URIRef(f"{EU}language/NLD")


def _moment(moment: datetime) -> Literal:
    return Literal(moment.isoformat(timespec="seconds"), datatype=XSD.dateTime)


def _label(release: Beschrijving) -> str:
    return "SYNTHETISCH: " if release.synthetisch else ""


def _at(release: Beschrijving) -> str:
    return f" Peildatum {release.peildatum.isoformat()}." if release.peildatum else ""


def als_waarde(catalogus: Catalogus) -> dict[str, str]:
    """Return the settings as plain values, for the register."""
    return asdict(catalogus)
