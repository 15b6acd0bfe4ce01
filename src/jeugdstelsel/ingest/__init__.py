"""From bytes to rows and findings: recognise, scan, check structure and facets, fill the hallway."""

from jeugdstelsel.ingest.read import MAX_BYTES, Batch, Outcome, check_structure, make_bericht_ids, read_batch

__all__ = ["MAX_BYTES", "Batch", "Outcome", "check_structure", "make_bericht_ids", "read_batch"]
