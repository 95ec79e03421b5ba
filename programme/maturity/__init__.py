"""The instrument, the level it gives, and how levels move."""
