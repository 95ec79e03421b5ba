"""The pages of the programme: communities, maturity, reuse, gaps, records in and out."""
