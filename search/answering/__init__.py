"""Which sentences are quoted as the answer, and whether they answer at all."""
