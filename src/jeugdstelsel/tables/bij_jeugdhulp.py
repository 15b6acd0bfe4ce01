"""Jeugdhulp as aanbieders reported it in Beleidsinformatie Jeugd: the deliveries that stand."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bij_jeugdhulp",
    "Jeugdhulp zoals aanbieders die in Beleidsinformatie Jeugd leverden, na samenvoegen; alleen wat geldt.",
    key=("levering_id", "regel"),
    columns=(
        Column("levering_id", "text", "levering"),
        Column("regel", "integer", "regel in het bestand; de kop is regel 1"),
        Column("aanbieder", "text", "AGB-code"),
        Column("periode", "text", "halfjaar van de levering: 2025-H1"),
        Column("client", "text", "pseudoniem; zonder BSN geldt het alleen binnen deze aanbieder"),
        Column("bsn_soort", "text", "bekend, onbekend of ongeboren"),
        Column("geboortejaar", "integer", "leeg bij een ongeboren kind"),
        Column("geslacht", "text", "V, M of O (onbekend)"),
        Column("gemeente", "text", "gemeentecode volgens het woonplaatsbeginsel; leeg als er een postcode is geleverd"),
        Column("verwijzer", "text", "code van het protocol: 01 gemeente, 02 huisarts, ..."),
        Column("hulpvorm", "text", "code van het protocol: 01 wijkteam, 02 ambulant, ..."),
        Column("gestart_met_crisis", "text", "01 ja, 02 nee"),
        Column("datum_aanvang", "date", "eerste dag"),
        Column("datum_einde", "date", "laatste dag, telt mee; leeg als de hulp aan het eind van de periode nog liep"),
        Column("reden_beeindiging", "text", "01 volgens plan tot en met 05 externe omstandigheden"),
    ),
)
