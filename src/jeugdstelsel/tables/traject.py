"""One toewijzing (or taakgerichte start) followed from request to end; the unit of most indicators."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "traject",
    "One toewijzing (or taakgerichte start) followed from request to end; the unit of most indicators.",
    key=("traject_id",),
    columns=(
        Column("traject_id", "text", "stable: hash of gemeente, client and toewijzing_nummer, or of gemeente, aanbieder, client, product and begindatum when taakgericht"),
        Column("gemeente", "text", "gemeentecode, 4 digits"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("toewijzing_nummer", "integer", "empty for taakgericht"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "empty for aspecifiek or generiek"),
        Column("verwijzer", "text", "COD327 from the JW315 that was answered; empty is unknown"),
        Column("geboortejaar", "integer", "of the young person; empty is unknown"),
        Column("geslacht", "text", "COD046"),
        Column("datum_verzoek", "date", "dagtekening of the JW315 or JW317 that was answered"),
        Column("toewijzingsdatum", "date", "of the earliest version"),
        Column("ingangsdatum", "date", "of the latest version"),
        Column("einddatum", "date", "of the latest version; empty is open"),
        Column("reden_wijziging", "text", "JZ002 of the latest version"),
        Column("eerste_start", "date", "first delivery begins"),
        Column("laatste_stop", "date", "end date of the last stop, a pause included; empty while a delivery period is open"),
        Column("reden_laatste_stop", "text", "JZ588 of the last stop; 20 is a pause"),
        Column("leverperioden", "text", "begin/eind ; begin/eind, open end empty"),
        Column("status", "text", "toegewezen, gestart, onderbroken, gestopt, vervallen; onbekend when there are only bills"),
        Column("dagen_verzoek_toewijzing", "integer", "days, may be negative"),
        Column("dagen_toewijzing_start", "integer", "days, may be negative"),
        Column("dagen_verzoek_start", "integer", "days, may be negative"),
        Column("dagen_ingang_start", "integer", "days, may be negative"),
        Column("duur_bruto_dagen", "integer", "first start to last stop, both days counted; empty unless the status is gestopt"),
        Column("duur_netto_dagen", "integer", "sum of the delivery periods, both days counted; empty unless the status is gestopt"),
        Column("bijzonderheden", "text", "codes of what is overdue, contradictory or unpaid, joined by a space"),
    ),
)
