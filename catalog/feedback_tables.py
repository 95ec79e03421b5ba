"""The tables of what readers ask and give back, as their migrations lay them (catalog/schema.py): never edited."""

FEEDBACK = """
CREATE TABLE vote (
    voter TEXT PRIMARY KEY, asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE, version INTEGER NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('jawaban', 'sumber')), place TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('membantu', 'tidak_membantu')), day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_asset ON vote(asset);
CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    asset INTEGER REFERENCES asset(id) ON DELETE SET NULL, version INTEGER NOT NULL, place TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, reporter INTEGER REFERENCES account(id),
    owner INTEGER REFERENCES account(id),
    state TEXT NOT NULL DEFAULT 'baru' CHECK (state IN ('baru', 'ditangani', 'selesai', 'ditolak')),
    result TEXT, outcome TEXT NOT NULL DEFAULT '', created INTEGER NOT NULL, closed INTEGER
) STRICT;
CREATE INDEX report_asset ON report(asset);
CREATE INDEX report_state ON report(state);
CREATE INDEX report_reporter ON report(reporter) WHERE reporter IS NOT NULL
"""

RECEIPTS = """
ALTER TABLE report ADD COLUMN receipt TEXT;
CREATE UNIQUE INDEX report_receipt ON report(receipt) WHERE receipt IS NOT NULL
"""

# Words about an asset go with it: what was forgotten for good must not stand in a report.
REPORTS_FORGET = """
CREATE TRIGGER report_forgets BEFORE DELETE ON asset
BEGIN
    UPDATE report SET text = '', outcome = '', place = '{}', closed = coalesce(closed, unixepoch()),
        result = coalesce(result, 'dihapus'), state = iif(state IN ('baru', 'ditangani'), 'selesai', state)
    WHERE asset = OLD.id;
END
"""

QUESTIONS = """
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, text TEXT, way TEXT NOT NULL, outcome TEXT NOT NULL,
    hits INTEGER NOT NULL, viewer TEXT NOT NULL, asker TEXT NOT NULL
) STRICT;
CREATE INDEX question_day ON question(day);
CREATE TABLE gap (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, text TEXT NOT NULL, unit TEXT REFERENCES unit(code),
    asker TEXT NOT NULL UNIQUE
) STRICT
"""
