"""A question becomes candidates, candidates hits, hits an answer copied from the pages."""
