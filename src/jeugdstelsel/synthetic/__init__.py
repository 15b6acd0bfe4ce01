"""The synthetic country: young people, care and the valid iJw messages they leave behind."""
