"""The tables of the desk, as the migrations make them. Released with them: never edited."""

PURGES = """
CREATE TABLE purge (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, asset TEXT NOT NULL UNIQUE,
    unit TEXT REFERENCES unit(code), account INTEGER NOT NULL REFERENCES account(id), reason TEXT NOT NULL,
    ordered INTEGER NOT NULL, job INTEGER NOT NULL REFERENCES job(id), removed TEXT, done INTEGER
) STRICT;
CREATE TABLE purged_original (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID
"""
