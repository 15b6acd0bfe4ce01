"""One cell of a CBS table as it was known on a day; a later retrieval with another value is a new row."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "statline_cel",
    "Een cel van een CBS-tabel zoals die op een dag bekend was. Geeft CBS later iets anders, dan komt er een regel bij.",
    key=("tabel", "meting", "regio", "periode", "dimensies", "bekend_op"),
    columns=(
        Column(
            "tabel",
            "text",
            "nummer van de CBS-tabel, zoals 85099NED; of 'kerncijfers' voor cijfers uit rapportages van CBS",
        ),
        Column("meting", "text", "naam van het onderwerp zoals CBS die schrijft, zonder volgnummer"),
        Column("regio", "text", "NL01, LD03, PV27, JZ13, GM0363, ...; leeg als de tabel geen regio's heeft"),
        Column(
            "periode",
            "text",
            "2025, 2025-H1, 2025-K1, 2025-01 of een peildatum als 2025-06-30; leeg als de tabel geen perioden heeft",
        ),
        Column(
            "periode_soort",
            "text",
            "jaar, halfjaar, kwartaal, maand of peildatum; cijfers van verschillende soorten tellen nooit op",
        ),
        Column(
            "dimensies", "text", "de overige indelingen op naam, op volgorde: 'Vormen van jeugdzorg=JH 1221 Pleegzorg'"
        ),
        Column("waarde", "double", "de waarde; leeg als de toestand iets anders is dan 'waarde'"),
        Column(
            "toestand",
            "text",
            "waarde, geheim (door CBS afgeschermd), ontbreekt (CBS geeft niets of een punt: onbekend of geheim) of onmogelijk",
        ),
        Column("status", "text", "voorlopig, nader voorlopig of definitief; leeg is onbekend"),
        Column("eenheid", "text", "eenheid zoals CBS die schrijft"),
        Column("bekend_op", "date", "de dag waarop dit cijfer zo bekend was"),
        Column("bron_url", "text", "waar het vandaan komt"),
    ),
)
