"""A report as one HTML file that needs nothing else."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from jeugdstelsel.reports.model import Alinea, Cel, Deel, Figuur, Kop, Opsomming, Rapport, Tabel, Zin
from jeugdstelsel.reports.tekening import teken


@cache
def stijl() -> str:
    """Return the style that stands in the file."""
    return (files("jeugdstelsel.reports") / "rapport.css").read_text(encoding="utf-8")


@cache
def stijlsleutel() -> str:
    """Return the hash with which a Content-Security-Policy allows that one style and nothing else."""
    return f"'sha256-{b64encode(sha256(stijl().encode()).digest()).decode()}'"


def als_html(rapport: Rapport) -> bytes:
    """Return a report as HTML, in UTF-8."""
    marks = "".join(f'<p class="merk"><strong>{escape(mark)}</strong></p>' for mark in rapport.merk)
    body = "".join(_TEKEN[type(part)](part) for part in rapport.delen)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(rapport.titel)}</title>\n<link rel="icon" href="data:,">\n'
        f"<style>{stijl()}</style>\n</head>\n<body>\n{marks and f'<header>{marks}</header>'}\n<main>\n"
        f'<h1>{escape(rapport.titel)}</h1>\n<p class="ondertitel">{escape(rapport.ondertitel)}</p>\n{_over(rapport)}'
        f"{body}</main>\n</body>\n</html>\n"
    ).encode()


def _over(rapport: Rapport) -> str:
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in rapport.over)
    return f'<dl class="over">{rows}</dl>\n'


def _kop(part: Kop) -> str:
    return f"<h{part.niveau + 1}>{escape(part.tekst)}</h{part.niveau + 1}>\n"


def _alinea(part: Alinea | Zin) -> str:
    return f"<p>{escape(part.tekst)}</p>\n"


def _opsomming(part: Opsomming) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in part.punten)}</ul>\n"


def _figuur(part: Figuur) -> str:
    return f"<figure>{teken(part)}<figcaption>{escape(part.titel)}</figcaption></figure>\n"


def _tabel(part: Tabel) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in part.kop)
    rows = "".join(f"<tr>{''.join(_cel(place, cell) for place, cell in enumerate(row))}</tr>\n" for row in part.rijen)
    return (
        f'<div class="tabel" tabindex="0" role="region" aria-label="{escape(part.bijschrift, quote=True)}"><table>'
        f"<caption>{escape(part.bijschrift)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>\n"
    )


def _cel(place: int, cell: Cel) -> str:
    if place == 0:
        return f'<th scope="row">{escape(cell.tekst)}</th>'
    kind = ' class="getal"' if cell.getal else ""
    return f"<td{kind}>{escape(cell.tekst)}</td>"


_TEKEN: Mapping[type[Deel], Callable[[Any], str]] = {
    Kop: _kop, Alinea: _alinea, Zin: _alinea, Opsomming: _opsomming, Tabel: _tabel, Figuur: _figuur,
}  # fmt: skip
