"""What an installation decides about its API, from the environment."""

import os

VERSIE = "1.0.0"
"""Semantic version of the API, in the header API-Version; the major version is in the address."""
PER_MINUUT = int(os.environ.get("JEUGDSTELSEL_API_PER_MINUUT", "600"))
"""Requests that one address may do a minute; as many may come at once after a minute of rest."""
