"""The API under /v1 by the NL API Design Rules: what the pages show, for programs, through the same door out."""
