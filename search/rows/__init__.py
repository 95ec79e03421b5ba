"""Counts, sums and lists from the typed rows of tables: the question is read into conditions, never guessed."""
