"""What measuring adds to the tables of the programme, as its migration lays it (catalog/schema.py): never edited."""

MEASURES = """
CREATE INDEX asset_community ON asset(community) WHERE community IS NOT NULL
"""

# A REPLACE would delete without a trigger hearing of it: a row that is there may not come in again.
SNAPSHOT_TRIGGERS = (
    "CREATE TRIGGER snapshot_once BEFORE INSERT ON snapshot WHEN EXISTS (SELECT 1 FROM snapshot WHERE"
    " community = NEW.community AND quarter = NEW.quarter AND instrument = NEW.instrument"
    " AND indicator = NEW.indicator) BEGIN SELECT RAISE(ABORT, 'snapshot is frozen'); END",
    "CREATE TRIGGER snapshot_kept BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshot is frozen'); END",
    "CREATE TRIGGER snapshot_unchanged BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshot is frozen'); END",
)

STAFF_PAST = """
CREATE TABLE staff_count_past (
    id INTEGER PRIMARY KEY AUTOINCREMENT, unit TEXT NOT NULL REFERENCES unit(code), quarter TEXT NOT NULL,
    people INTEGER NOT NULL, source TEXT NOT NULL, replaced INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_count_past_unit ON staff_count_past(unit)
"""
# Whatever corrects a count, an import too, leaves what it said before.
STAFF_IS_KEPT = """
CREATE TRIGGER staff_count_corrected BEFORE UPDATE ON staff_count
WHEN (OLD.people, OLD.source) <> (NEW.people, NEW.source)
BEGIN
    INSERT INTO staff_count_past (unit, quarter, people, source, replaced)
    VALUES (OLD.unit, OLD.quarter, OLD.people, OLD.source, CAST(strftime('%s', 'now') AS INTEGER));
END
"""

COPIES = """
CREATE TABLE text_sign (
    version INTEGER PRIMARY KEY REFERENCES version(id), rule TEXT NOT NULL, text BLOB, decisive BLOB, sketch BLOB,
    letters INTEGER
) STRICT;
CREATE INDEX text_sign_text ON text_sign(text) WHERE text IS NOT NULL;
CREATE INDEX text_sign_decisive ON text_sign(decisive) WHERE decisive IS NOT NULL;
CREATE TABLE text_copy (text BLOB NOT NULL, other BLOB NOT NULL, PRIMARY KEY (text, other)) STRICT, WITHOUT ROWID
"""

COMMITMENTS = """
CREATE TABLE commitment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id),
    kind TEXT NOT NULL CHECK (kind IN ('skp', 'dpa')), year INTEGER NOT NULL, number TEXT NOT NULL, day TEXT NOT NULL,
    attachment INTEGER REFERENCES attachment(id), retired TEXT
) STRICT;
CREATE INDEX commitment_community ON commitment(community)
"""
