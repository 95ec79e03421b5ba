"""Records in and out: import, export, spreadsheets."""
