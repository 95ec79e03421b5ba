"""Communities, their maturity, reuse and gaps: what the knowledge programme steers by."""
