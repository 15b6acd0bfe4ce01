"""From bytes to rows and findings: recognise, scan, check structure and facets, fill the hallway."""
