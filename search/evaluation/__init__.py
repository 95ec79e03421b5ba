"""Judged questions, the measures over their answers, and paired tests between two settings."""
