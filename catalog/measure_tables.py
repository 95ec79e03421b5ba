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
