"""The stairs: one verb each, called by every face of the program."""
