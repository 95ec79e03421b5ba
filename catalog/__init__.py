"""The truth: SQLite rows, original files, rights. Everything that can be searched is a row here first."""
