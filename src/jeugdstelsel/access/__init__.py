"""The front door: who may see and do what, and the log of everything that was seen and done."""
