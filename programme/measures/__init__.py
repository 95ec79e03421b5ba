"""The computed indicators of a community: each with its figure, its query, its period and the rows behind it."""
