"""Turns the simulated care of one gemeente into its stream of iJw messages, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product as combine

import numpy as np

from jeugdstelsel.synthetic import messages as text
from jeugdstelsel.synthetic.agenda import (
    BERICHTEN,
    CLOSING,
    CORRECTED,
    FIRST,
    FROM_CHAIN,
    FROM_REFUSAL,
    JW301,
    JW305,
    JW307,
    JW315,
    JW317,
    JW319,
    JW323,
    JW325,
    PAUSED,
    REFUSED_CHANGE,
    REMOVAL,
    RESUMED,
    STUDIED,
    Agenda,
    plan,
)  # fmt: skip
from jeugdstelsel.synthetic.billing import Declaraties, budgets, declare
from jeugdstelsel.synthetic.care import Care, agb_numbers, simulate
from jeugdstelsel.synthetic.dates import NEVER, first_day, iso, last_day, workday
from jeugdstelsel.synthetic.lines import Lines, assigned_product, draw_lines
from jeugdstelsel.synthetic.parameters import VERWIJZERS, Instellingen, producten
from jeugdstelsel.synthetic.places import Place
from jeugdstelsel.synthetic.scene import Planted

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BASE36 = ["".join(digits) for digits in combine(_DIGITS, repeat=3)]
"""Three digits in base 36; two of these number sixty million messages of a gemeente."""
_REFERRERS = ("02", "03", "04", "05")
_UNITS = {1: "01", 4: "04", 14: "14", 16: "16", 82: "82", 83: "83", 84: "84"}


@dataclass(frozen=True, slots=True)
class Message:
    """One message to write: type, day number of its dagtekening, the XML text, and what was planted in it."""

    bericht: str
    dag: int
    xml: str
    gepland: Planted | None = None


@dataclass(frozen=True)
class Story:
    """All that is needed to tell what happened in one gemeente."""

    care: Care
    lines: Lines
    budgets: list[int]
    declaraties: Declaraties
    agenda: Agenda


def story(place: Place, instellingen: Instellingen) -> Story:
    """Simulate one gemeente up to the horizon; `tot` does not change it."""
    care = simulate(place, instellingen)
    rng = np.random.Generator(np.random.PCG64([instellingen.seed, int(place.code), 3]))
    lines, billed = draw_lines(care.chains, rng)
    declaraties = declare(care, lines, billed, instellingen.eerste_dag, rng)
    money = [int(cents) for cents in budgets(care.chains, lines, declaraties.prestaties)]
    return Story(care, lines, money, declaraties, plan(care.chains, care.refusals, declaraties, rng))


def emit(told: Story, first: int, last: int, *, retour: bool = False) -> Iterator[Message]:
    """Yield the messages with a dagtekening from `first` to `last`, in order of sending."""
    writer = _Writer(told)
    events = told.agenda.events
    low, high = np.searchsorted(events.dag, [first, last + 1])
    days = events.dag[low:high]
    texts, answered = iso(days), iso(workday(days + 2))
    fields = (getattr(events, name)[low:high].tolist() for name in ("dag", "soort", "bron", "van", "stap"))
    columns = zip(*fields, strict=True)
    for number, (dag, soort, bron, van, stap) in enumerate(columns):
        made = writer.write(int(low) + number, texts[number], soort, bron, van, stap)
        yield Message(BERICHTEN[soort], dag, made)
        if retour and BERICHTEN[soort] in text.RETOUR:
            yield writer.retour(BERICHTEN[soort], dag, answered[number])


@dataclass
class _Writer:
    told: Story
    header: text.Header = field(init=False)

    def __post_init__(self) -> None:
        care, chains = self.told.care, self.told.care.chains
        self.gemeente = care.place.code
        self.children = list(zip(
            map(str, care.children.bsn.tolist()), iso(care.children.geboren), map(str, care.children.geslacht.tolist()),
            strict=True,
        ))  # fmt: skip
        self.agb = [f"{code:08d}" for code in agb_numbers(care.place, chains.vorm, chains.aanbieder).tolist()]
        refusals = care.refusals
        self.refused_agb = [
            f"{code:08d}" for code in agb_numbers(care.place, refusals.vorm, refusals.aanbieder).tolist()
        ]
        self._keep_texts()
        self._keep_lines()
        self._keep_prestaties()
        self._makers = {
            JW315: self._jw315, JW317: self._jw317, JW319: self._jw319, JW301: self._jw301, JW305: self._jw305,
            JW307: self._jw307,
        }  # fmt: skip

    def _keep_texts(self) -> None:
        chains = self.told.care.chains
        self.client, self.variant = chains.client.tolist(), chains.variant.tolist()
        self.ingang, self.start = iso(chains.ingang), iso(chains.start)
        self.wrong_start = iso(chains.start + 1)
        self.stop, self.reden = iso(chains.stop), chains.reden.tolist()
        self.pauze, self.hervat = iso(np.maximum(chains.pauze, 10_000)), iso(np.maximum(chains.hervat, 10_000))
        self.resumed = (chains.hervat >= 0).tolist()
        self.verwijzer = chains.verwijzer.tolist()
        self.asked = (chains.verzoek >= 0).tolist()
        self.kort = chains.kort_reden.tolist()
        steps = np.arange(int(chains.verlengingen.max(initial=0)) + 1)
        ends = np.minimum(chains.eind_eerste[:, None] + chains.plan[:, None] * steps, NEVER)
        ends = np.where(steps <= chains.verlengingen[:, None], ends, NEVER)
        self.einden = [iso(row) for row in ends.T]

    def _keep_lines(self) -> None:
        lines = self.told.lines
        self.first_line = np.searchsorted(lines.chain, np.arange(len(self.told.care.chains) + 1)).tolist()
        self.nummer = [str(number) for number in lines.nummer.tolist()]
        self.product = lines.product.tolist()
        self.volume = lines.volume.tolist()

    def _keep_prestaties(self) -> None:
        billed = self.told.declaraties
        self.bounds, self.totals = billed.grenzen.tolist(), billed.totaal.tolist()
        self.periods = list(zip(iso(first_day(billed.maand)), iso(last_day(billed.maand)), strict=True))
        self.billers = [f"{code:08d}" for code in billed.agb.tolist()]
        self.sent = iso(billed.dagtekening)
        order = self.told.agenda.events
        mine = np.flatnonzero(order.soort == JW323)
        number_of = np.empty(len(self.totals), np.int64)
        number_of[order.van[mine]] = mine
        self.message_of = number_of.tolist()

    # ---- one message ----

    def write(self, number: int, day: str, soort: int, bron: int, van: int, stap: int) -> str:
        """Return the text of one message; `number` gives it its identification."""
        identification = self._identification(number)
        if soort == JW323:
            self.header = text.Header(self.billers[van], self.gemeente, identification, day)
            return self._declaratie(van)
        if soort == JW325:
            self.header = text.Header(self.gemeente, self.billers[van], identification, day)
            return self._declaratie_antwoord(van)
        agb = (self.agb if bron == FROM_CHAIN else self.refused_agb)[van]
        parties = (self.gemeente, agb) if soort in (JW301, JW319) else (agb, self.gemeente)
        self.header = text.Header(*parties, identification, day)
        return self._makers[soort](bron, van, stap)

    def retour(self, bericht: str, dag: int, answered: str) -> Message:
        """Return the answer that the last message was in order."""
        kind = text.RETOUR[bericht]
        made = text.retour(bericht, self.header, f"SYR{self.header.identificatie[3:]}", answered)
        return Message(kind, dag, made)

    def _identification(self, number: int) -> str:
        high, low = divmod(number, 36**3)
        return f"SYN{self.gemeente}{_BASE36[high][1:]}{_BASE36[low]}"

    def _person(self, bericht: str, client: int) -> str:
        bsn, born, sex = self.children[client]
        return text.person(bericht, bsn, born, sex, "P")

    def _lines(self, chain: int) -> range:
        return range(self.first_line[chain], self.first_line[chain + 1])

    def _reference(self, line: int) -> str:
        return f"SYNTHETISCH-{self.gemeente}-{self.nummer[line]}"

    def _change_reference(self, chain: int, step: int) -> str:
        return f"SYNTHETISCH-{self.gemeente}-{self.nummer[self.first_line[chain]]}-W{step}"

    def _refusal_reference(self, van: int) -> str:
        return f"SYNTHETISCH-{self.gemeente}-AFW{van}"

    def _agreed(self, line: int, variant: int) -> tuple[str, str, str, str]:
        """Return volume, unit, frequency and budget as a toewijzing of this kind carries them."""
        item = producten()[self.product[line]]
        money = self.told.budgets[line]
        if assigned_product(variant, self.product[line])[1]:
            return str(self.volume[line]), item.eenheid, item.frequentie, ""
        return "", "", "", str(money) if money else ""

    # ---- JW315, JW317, JW319 ----

    def _jw315(self, bron: int, van: int, stap: int) -> str:
        if bron == FROM_REFUSAL:
            return self._refused_request(van)
        items = []
        referrer = VERWIJZERS[self.verwijzer[van]]
        for line in self._lines(van):
            category, code = assigned_product(self.variant[van], self.product[line])
            items.append(text.aangevraagd_product(
                self._reference(line), category, code, self.ingang[van], self.einden[0][van],
                *self._agreed(line, self.variant[van]), *_referrer(referrer, van),
            ))  # fmt: skip
        return text.jw315(self.header, self._person("JW315", self.client[van]), "".join(items))

    def _refused_request(self, van: int) -> str:
        refusals = self.told.care.refusals
        item = producten()[0]
        referrer = VERWIJZERS[int(refusals.verwijzer[van])]
        asked = text.aangevraagd_product(
            self._refusal_reference(van), item.categorie, item.code, self.header.dagtekening,
            iso(refusals.verzoek[van : van + 1] + 181)[0], "2", item.eenheid, item.frequentie, "",
            *_referrer(referrer, van),
        )  # fmt: skip
        return text.jw315(self.header, self._person("JW315", int(refusals.client[van])), asked)

    def _jw317(self, bron: int, van: int, stap: int) -> str:
        lines = list(self._lines(van))
        more = stap == REFUSED_CHANGE
        changed, kept = (lines[:1], lines[1:]) if more else (lines, [])
        end = self.einden[0 if more else stap][van]
        items = "".join(self._to_change(line, van, end, more) for line in changed)
        unchanged = "".join(text.ongewijzigd_product(self.nummer[line]) for line in kept)
        reference, reason = self._change_reference(van, stap), "2" if more else "1"
        return text.jw317(self.header, self.children[self.client[van]][0], reference, reason, unchanged, items)

    def _to_change(self, line: int, chain: int, end: str, more: bool) -> str:
        volume, unit, frequency, money = self._agreed(line, self.variant[chain])
        wanted = str(int(volume) + 1) if more and volume else volume
        return text.te_wijzigen_product(self.nummer[line], self.ingang[chain], end, wanted, unit, frequency, money)

    def _jw319(self, bron: int, van: int, stap: int) -> str:
        if bron == FROM_CHAIN:
            reference = self._change_reference(van, stap) if stap == REFUSED_CHANGE else self._reference(
                self.first_line[van]
            )  # fmt: skip
            return text.jw319(self.header, reference, *(("1", "2") if stap == REFUSED_CHANGE else ("2",)))
        if stap == STUDIED:
            return text.jw319(self.header, self._refusal_reference(van), "2")
        reden = str(int(self.told.care.refusals.reden[van]))
        home = self.told.care.place.buur if reden == "8" else ""
        return text.jw319(self.header, self._refusal_reference(van), "1", reden, home)

    # ---- JW301, JW305, JW307 ----

    def _jw301(self, bron: int, van: int, stap: int) -> str:
        items = "".join(self._assigned(line, van, stap) for line in self._lines(van))
        client = self.client[van]
        bsn = self.children[client][0]
        home = text.contact(
            str(client % 198 + 1), f"{1000 + client % 8999}SA", self.told.care.place.naam, ouder=bsn[-2] in "02468"
        )
        return text.jw301(self.header, self._person("JW301", client), home, items)

    def _assigned(self, line: int, chain: int, stap: int) -> str:
        reference, reason, end = self._version(line, chain, stap)
        category, code = assigned_product(self.variant[chain], self.product[line])
        time = f"{8 + line % 9:02d}:{(line + stap) % 60:02d}:00"
        return text.toegewezen_product(
            self.nummer[line], reference, category, code, self.header.dagtekening, time, self.ingang[chain], end,
            reason, *self._agreed(line, self.variant[chain]),
        )  # fmt: skip

    def _version(self, line: int, chain: int, stap: int) -> tuple[str, str, str]:
        """Return ReferentieAanbieder, RedenWijziging and Einddatum of this version of a toewijzing."""
        if stap == FIRST:
            return self._reference(line) if self.asked[chain] else "", "", self.einden[0][chain]
        if stap == CLOSING:
            reason = self.kort[chain]
            return "", reason, self.ingang[chain] if reason == "13" else self.stop[chain]
        by_request = self.told.agenda.verzoek[chain, stap - 1] >= 0
        reference = self._change_reference(chain, stap) if by_request else ""
        return reference, "12" if by_request else "04", self.einden[stap][chain]

    def _key(self, line: int, chain: int) -> tuple[str, str, str, str]:
        """Return number, category, code and first day of the toewijzing; taakgericht has only a product."""
        category, code = assigned_product(self.variant[chain], self.product[line])
        if self.variant[chain] == 4:
            return "", category, code, ""
        return self.nummer[line], category, code, self.ingang[chain]

    def _jw305(self, bron: int, van: int, stap: int) -> str:
        wrong = self.told.care.chains.correctie[van]
        begin = {FIRST: self.wrong_start if wrong else self.start, REMOVAL: self.wrong_start, CORRECTED: self.start,
                 RESUMED: self.hervat}[stap][van]  # fmt: skip
        status = "3" if stap == REMOVAL else "1"
        items = "".join(text.start_product(*self._key(line, van), begin, status) for line in self._lines(van))
        return text.jw305(self.header, self._person("JW305", self.client[van]), items)

    def _jw307(self, bron: int, van: int, stap: int) -> str:
        paused = stap == PAUSED
        begin = self.start[van] if paused or not self.resumed[van] else self.hervat[van]
        reason, end = ("20", self.pauze[van]) if paused else (self.reden[van], self.stop[van])
        items = "".join(text.stop_product(*self._key(line, van), begin, reason, end, "1") for line in self._lines(van))
        return text.jw307(self.header, self._person("JW307", self.client[van]), items)

    # ---- JW323, JW325 ----

    def _declaratie(self, van: int) -> str:
        first, past = self.bounds[van], self.bounds[van + 1]
        begin, end = self.periods[van]
        clients = "".join(self._clients(first, past))
        return text.jw323(self.header, self.header.identificatie, begin, end, self.totals[van], clients)

    def _clients(self, first: int, past: int) -> Iterator[str]:
        clients = self.told.declaraties.prestaties.client[first:past].tolist()
        previous = -1
        for client, prestatie in zip(clients, self._prestaties(first, past), strict=True):
            if client != previous:
                if previous >= 0:
                    yield text.CLIENT_323_END
                yield text.CLIENT_323 % self.children[client][0]
                previous = client
            yield prestatie
        yield text.CLIENT_323_END

    def _prestaties(self, first: int, past: int) -> Iterator[str]:
        rows = self.told.declaraties.prestaties
        names = ("line", "product", "volume", "eenheid", "tarief", "bedrag", "vorige")
        columns = zip(*(getattr(rows, name)[first:past].tolist() for name in names), strict=True)
        periods = zip(iso(rows.begin[first:past]), iso(rows.eind[first:past]), strict=True)
        own, products, nummer = f"SYN{self.gemeente}", producten(), self.nummer
        for place, ((line, product, volume, unit, tarief, amount, earlier), (begin, end)) in enumerate(
            zip(columns, periods, strict=True), first
        ):
            item = products[product]
            known = (
                nummer[line], item.categorie, item.code, begin, end, volume, _UNITS[unit],
                *((tarief, amount) if tarief else (amount,)),
            )  # fmt: skip
            if earlier < 0:
                yield (text.PRESTATIE if tarief else text.PRESTATIE_EURO) % (f"{own}{place:09d}", *known, "D")
            else:
                credit = text.PRESTATIE_CREDIT if tarief else text.PRESTATIE_CREDIT_EURO
                yield credit % (f"{own}{place:09d}", f"{own}{earlier:09d}", *known, "C")

    def _declaratie_antwoord(self, van: int) -> str:
        number = self._identification(self.message_of[van])
        asked = text.Header(self.billers[van], self.gemeente, number, self.sent[van])
        return text.jw325(self.header, asked, number, self.totals[van])


def _referrer(code: str, number: int) -> tuple[str, str, str]:
    """Return type, name and AGB code of a referrer: never name and code together."""
    if code not in _REFERRERS:
        return code, "", ""
    return (code, "", f"98{number % 3000:06d}") if number % 4 else (code, "Synthetische verwijzer", "")
