"""What must never be lost: the deliveries as they came, the ledger of who delivered them when, and the registers."""

from jeugdstelsel.store.archive import Archive, Delivery
from jeugdstelsel.store.key import read_key
from jeugdstelsel.store.register import Inschrijving, Register

__all__ = ["Archive", "Delivery", "Inschrijving", "Register", "read_key"]
