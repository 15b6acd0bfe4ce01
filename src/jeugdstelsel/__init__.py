"""jeugdstelsel: one linked record of Dutch youth care, from message to published figure."""

__version__ = "0.1.0"
