"""Text to unit vectors: the bundled Indonesian model, any other model, and the derivation of the bundled one."""
