"""`python -m jeugdstelsel`."""

from jeugdstelsel.cli import main

main()
