"""Data only: agencies, glossary, sample assets with their manifest and judged questions, reading exercises."""
