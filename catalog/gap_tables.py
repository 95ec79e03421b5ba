"""The tables of grouped gaps, as their migration lays them (catalog/schema.py): never edited."""

GAP_GROUPS = """
CREATE TABLE gap_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, question TEXT NOT NULL, times INTEGER NOT NULL,
    askers INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    community INTEGER REFERENCES community(id), theme TEXT, unit TEXT REFERENCES unit(code),
    placed INTEGER NOT NULL DEFAULT 0, owner INTEGER REFERENCES account(id),
    state TEXT NOT NULL DEFAULT 'terbuka' CHECK (state IN ('terbuka', 'tertutup')), since TEXT NOT NULL, asked TEXT,
    asset INTEGER REFERENCES asset(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX gap_group_community ON gap_group(community);
CREATE INDEX gap_group_last ON gap_group(last);
CREATE INDEX gap_group_asset ON gap_group(asset) WHERE asset IS NOT NULL;
CREATE TABLE gap_text (
    text TEXT PRIMARY KEY, gap_group INTEGER NOT NULL REFERENCES gap_group(id) ON DELETE CASCADE, last TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX gap_text_group ON gap_text(gap_group);
CREATE INDEX gap_text_last ON gap_text(last)
"""
