"""Reuse of assets by other agencies, where assets came from, and whether they are in force."""
