"""The shared steps of the indicators: small tables that are made once and read by many definitions."""
