"""What must never be lost: the deliveries as they came, and the ledger of who delivered them when."""

from jeugdstelsel.store.archive import Archive, Delivery
from jeugdstelsel.store.key import read_key

__all__ = ["Archive", "Delivery", "read_key"]
