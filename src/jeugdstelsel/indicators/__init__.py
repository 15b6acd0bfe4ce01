"""The indicators: one module per definition, computed at every level and for every period in one pass.

The contract of a definition
----------------------------
The SQL of an indicator returns one row per cell and period, with the columns
`cel, periode, teller, noemer, waarde` and those it names in `extra`:

- `uitsplitsing`: a value of the indicator's own split (one row per value);
- `n`: young people behind the row, when the population of the indicator does not fit the split;
- `grootste_aandeel`: share of the largest provider, for money;
- `dekking`: share of what should be known that is known.

A `cel` is one value of every dimension of one level (gemeente 0363; gemeente 0363 and product category 45; the
country). The levels are the rows of `niveau`, so a definition never spells them out and any crossing works. A fact
belongs to a `groep` (gemeente, provider, product); `groep_cel` says in which cells it counts.

A `periode` is a whole month, quarter, half year or year. Facts of one day belong to the month in which they fall, and
`maand_periode` adds them up. Facts that last carry one bit per month (`actief`), so that "in the period" is
`(actief & periode.maanden) <> 0` and nobody is counted twice.

`populatie` names the young people and providers that stand behind a value, for disclosure control: `actief` (a day of
help in the period), `lopend` (on its last day), `instroom`, `uitstroom`, `verzocht`, `toegewezen`, `ingegaan` (the
first start, last stop, request, toewijzing or ingangsdatum lies in it), `gedeclareerd` (costs), `keten` (costs, start
or stop).

Parameters of every definition and step: `$peildatum`, `$basis_maand` (year * 12 + month of month 0), `$laatste_maand`
(the last month, from 0), and every code in `instellingen`.
"""
