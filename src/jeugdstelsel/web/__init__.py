"""The front room: the monitor as pages that work without JavaScript, for everyone who may open them."""
