"""Which passages and assets come first: two lists fused, copies folded, an asset's passages put in order, facets."""
