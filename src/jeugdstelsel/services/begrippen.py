"""The definitions of a word, side by side and never mixed."""

from difflib import get_close_matches

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.standaard.begrippen import Begrip, begrippen


def find_begrippen(term: str) -> list[Begrip]:
    """Return every definition of the terms that a word, another word or the name of a definition stands for.

    Raises GebruikersFout, with what looks like it, when the word is not in the register.
    """
    wanted = term.strip().lower()
    found = [each for each in begrippen().values() if wanted in _names(each)]
    if not found:
        found = [each for each in begrippen().values() if any(wanted in name for name in _names(each))]
    if not found or not wanted:
        known = {name: each.term for each in begrippen().values() for name in _names(each)}
        near = sorted({known[name] for name in get_close_matches(wanted, known, n=3)})
        hint = f" Bedoelt u: {', '.join(near)}?" if near else " Alle begrippen: jeugdstelsel begrip --alle"
        raise GebruikersFout(f"het begrip '{term}' staat niet in het register.{hint}")
    terms = {each.term for each in found}
    return [each for each in begrippen().values() if each.term in terms]


def _names(begrip: Begrip) -> set[str]:
    return {begrip.begrip, begrip.term.lower(), *(word.lower() for word in begrip.ook_wel)}
