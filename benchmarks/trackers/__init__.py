"""Invented trackers, drawn from seeds, with the answer known: how well unseen files are read."""
