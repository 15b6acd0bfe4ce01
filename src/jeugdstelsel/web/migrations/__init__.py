"""The steps that bring the database of accounts up to date."""
