"""Reports: what is known on a day, told once, as accessible PDF, HTML and XLSX."""
