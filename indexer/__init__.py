"""Files become pages, pages passages, passages vectors; then they are published."""
