"""The family of errors that someone must act on; bad data is a finding, not an error."""


class Fout(Exception):
    """An error with a Dutch sentence for the reader: what happened, what we got, what to do."""

    exit_code = 1
    http_status = 500


class GebruikersFout(Fout):
    """The request cannot be carried out as it was asked."""

    exit_code = 2
    http_status = 400


class NietToegestaan(Fout):
    """The request is refused: this may not leave or not be seen."""

    exit_code = 3
    http_status = 403
