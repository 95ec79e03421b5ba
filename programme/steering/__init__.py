"""Gaps and the quarterly report."""
