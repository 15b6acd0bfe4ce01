"""A stream of messages in the tables: {"bericht": header, "tables": {table: row}} per message."""

import datetime

from hypothesis import strategies as st

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.tables import all_tables

FIRST = datetime.date(2025, 1, 1)


def store(connection, levering_id, messages):
    """Put messages into the tables as one delivery."""
    rows = {name: [] for name in all_tables()}
    for message in messages:
        head = message["bericht"]
        rows["bericht"].append(head | {"levering_id": levering_id})
        place = {"bericht_id": head["bericht_id"], "regelnummer": 1, "client_regelnummer": 1}
        for name, row in message["tables"].items():
            rows[name].append(place | {"gemeente": head["gemeente"], "aanbieder": head["aanbieder"]} | row)
    for name, table in all_tables().items():
        if rows[name]:
            duck.load_rows(connection, table, rows[name])


days = st.sampled_from([0, 1, 4, 30, 31, 59, 60, 90]).map(lambda n: FIRST + datetime.timedelta(n))
later_days = st.one_of(st.none(), days)
gemeenten = st.sampled_from(["0363", "0344"])
aanbieders = st.sampled_from(["30000001", "30000002"])
clienten = st.sampled_from(["k1", "k2", "k3"])
nummers = st.sampled_from([1, 2])
referenties = st.sampled_from([None, "A", "B"])
codes = st.sampled_from([None, "45A04"])

toewijzing = st.fixed_dictionaries(
    {
        "toewijzing_nummer": nummers,
        "referentie_aanbieder": referenties,
        "product_categorie": st.just("45"),
        "product_code": codes,
        "toewijzingsdatum": days,
        "toewijzingstijd": st.sampled_from(["09:00:00", "10:00:00"]),
        "ingangsdatum": days,
        "einddatum": later_days,
        "reden_wijziging": st.sampled_from([None, None, "05", "13"]),
    }
)
melding = st.fixed_dictionaries(
    {
        "toewijzing_nummer": st.sampled_from([None, 1, 2]),
        "product_categorie": st.just("45"),
        "product_code": codes,
        "begindatum": days,
        "status_aanlevering": st.sampled_from(["1", "1", "3"]),
    }
)
einde = st.fixed_dictionaries({"einddatum": days, "reden_beeindiging": st.sampled_from(["20", "31", "32"])})
prestatie = st.fixed_dictionaries(
    {
        "toewijzing_nummer": nummers,
        "referentie_nummer": st.sampled_from(["p1", "p2"]),
        "product_categorie": st.just("45"),
        "product_code": codes,
        "begindatum": days,
        "ingediend_bedrag": st.integers(0, 1000),
        "debet_credit": st.sampled_from(["D", "D", "C"]),
    }
)
header = st.fixed_dictionaries({"gemeente": gemeenten, "aanbieder": aanbieders, "dagtekening": days})


@st.composite
def outgoing(draw):
    """A message other than an answer: (berichtsoort, header, {table: rows})."""
    head, client = draw(header), draw(clienten)
    soort = draw(st.sampled_from(["JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323"]))
    row = {"client": client, "referentie_aanbieder": draw(st.sampled_from(["A", "B"]))}
    match soort:
        case "JW301":
            person = {"client": client, "geboortejaar": draw(st.sampled_from([2010, 2011])), "geslacht": "1"}
            tables = {"toegewezen_product": draw(toewijzing) | {"client": client}, "client": person}
        case "JW305":
            tables = {"melding": draw(melding) | {"client": client, "soort": "start"}}
        case "JW307":
            tables = {"melding": draw(melding) | draw(einde) | {"client": client, "soort": "stop"}}
        case "JW315":
            tables = {"aangevraagd_product": row | {"product_categorie": "45", "verwijzer_type": "02"}}
        case "JW317":
            change = {"client": client, "soort": draw(st.sampled_from(["te_wijzigen", "nieuw"]))}
            tables = {"verzoek": row, "wijziging": change | {"toewijzing_nummer": draw(nummers)}}
        case "JW319":
            answer = {"verzoek_antwoord": draw(st.sampled_from(["1", "2"]))}
            tables = {"antwoord": answer | {"referentie_aanbieder": row["referentie_aanbieder"]}}
        case _:
            tables = {"prestatie": draw(prestatie) | {"client": client}}
    return soort, head, tables


RETOUR = {"JW301": "JW302", "JW305": "JW306", "JW307": "JW308", "JW315": "JW316", "JW317": "JW318", "JW319": "JW320"}


def answer_to(message, code):
    """A retour message, or the JW325 that sends back the one line of a JW323."""
    head, tables = message["bericht"], message["tables"]
    common = {"gemeente": head["gemeente"], "aanbieder": head["aanbieder"]}
    bericht_id = "r" + head["bericht_id"]
    if head["berichtsoort"] != "JW323":
        copied = {name: head[name] for name in ("afzender", "identificatie", "dagtekening")}
        bericht = {"bericht_id": bericht_id, "berichtsoort": RETOUR[head["berichtsoort"]]} | common | copied
        return {"bericht": bericht, "tables": {"retourcode": {"klasse": "Header", "retour_code": code}}}
    bericht = common | {
        "bericht_id": bericht_id,
        "berichtsoort": "JW325",
        "afzender": head["gemeente"],
        "identificatie": bericht_id,
        "dagtekening": head["dagtekening"],
        "declaratie_identificatie": head["identificatie"],
        "declaratie_dagtekening": head["dagtekening"],
    }
    return {
        "bericht": bericht,
        "tables": {
            "prestatie_antwoord": dict(tables["prestatie"]),
            "retourcode": {"klasse": "Prestatie", "retour_code": code},
        },
    }


@st.composite
def streams(draw):
    """Messages with answers to some of them, each with an id of its own whatever the order."""
    messages = []
    for number, (soort, head, tables) in enumerate(draw(st.lists(outgoing(), min_size=3, max_size=40))):
        afzender = head["gemeente"] if soort in ("JW301", "JW319") else head["aanbieder"]
        bericht = {
            "bericht_id": f"b{number}",
            "berichtsoort": soort,
            "afzender": afzender,
            "identificatie": f"i{number}",
        }
        messages.append({"bericht": bericht | head, "tables": tables})
    answered = draw(st.lists(st.sampled_from(messages), max_size=5, unique_by=lambda m: m["bericht"]["bericht_id"]))
    return messages + [answer_to(message, draw(st.sampled_from(["0200", "9019"]))) for message in answered]
