"""The operator's door: the command `rujukan`. No logic of its own."""
