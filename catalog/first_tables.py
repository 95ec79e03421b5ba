"""The first tables and the editions, as their migrations lay them (catalog/schema.py): never edited."""

TABLES = """
CREATE TABLE unit (
    number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short TEXT NOT NULL,
    kind TEXT NOT NULL, parent TEXT REFERENCES unit(code), aliases TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT
) STRICT;
CREATE TABLE community (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit TEXT REFERENCES unit(code),
    decree TEXT, decree_date TEXT, decree_valid_to TEXT, themes TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY, community INTEGER NOT NULL REFERENCES community(id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), assessed_on TEXT NOT NULL,
    assessor TEXT NOT NULL, evidence TEXT NOT NULL, instrument TEXT NOT NULL,
    UNIQUE (community, assessed_on, instrument)
) STRICT;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE asset (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source(id), path TEXT NOT NULL,
    title TEXT, kind TEXT, unit TEXT REFERENCES unit(code), community INTEGER REFERENCES community(id),
    access TEXT NOT NULL DEFAULT 'terbatas', validity TEXT NOT NULL DEFAULT 'belum_dikonfirmasi',
    date TEXT, review_on TEXT,
    UNIQUE (source, path)
) STRICT;
CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT, asset INTEGER NOT NULL REFERENCES asset(id), number INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original(sha256), media_type TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draf', newest INTEGER NOT NULL, live INTEGER NOT NULL,
    UNIQUE (asset, number)
) STRICT;
CREATE INDEX version_sha256 ON version(sha256);
CREATE TABLE page (
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version(id), number INTEGER NOT NULL,
    page INTEGER, sheet TEXT, state TEXT NOT NULL, quality REAL NOT NULL, text TEXT NOT NULL,
    UNIQUE (version, number)
) STRICT;
CREATE TABLE sheet_row (
    page INTEGER NOT NULL REFERENCES page(id), row INTEGER NOT NULL, cells TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (page, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL REFERENCES version(id),
    page INTEGER NOT NULL REFERENCES page(id), kind TEXT NOT NULL, row INTEGER, heading TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, hash BLOB
) STRICT;
CREATE INDEX passage_version ON passage(version);
CREATE INDEX passage_page ON passage(page);
CREATE INDEX passage_hash ON passage(hash) WHERE hash IS NOT NULL;
CREATE TABLE vector (
    hash BLOB NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (hash, model)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, passage INTEGER NOT NULL, op TEXT NOT NULL CHECK (op IN ('put', 'drop'))
) STRICT;
CREATE TABLE file (
    source INTEGER NOT NULL REFERENCES source(id), path TEXT NOT NULL, asset INTEGER REFERENCES asset(id),
    size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER, sha256 TEXT,
    outcome TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_sha256 ON file(sha256);
CREATE INDEX file_asset ON file(asset);
CREATE TABLE generation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, base_seq INTEGER NOT NULL,
    vectors INTEGER NOT NULL, current INTEGER NOT NULL
) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

EDITIONS = """
CREATE TABLE splitting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, words INTEGER NOT NULL, overlap INTEGER NOT NULL, UNIQUE (words, overlap)
) STRICT;
INSERT INTO splitting (number, words, overlap) VALUES (1, 110, 30);
CREATE TABLE edition (
    number INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, width INTEGER NOT NULL, name TEXT NOT NULL,
    splitting INTEGER NOT NULL REFERENCES splitting(number),
    state TEXT NOT NULL CHECK (state IN ('shadow', 'current', 'previous', 'retired')),
    created INTEGER NOT NULL, comparison TEXT
) STRICT;
CREATE UNIQUE INDEX edition_state ON edition(state) WHERE state <> 'retired';
INSERT INTO edition (model, width, name, splitting, state, created)
    SELECT i.value, CAST(w.value AS INTEGER), n.value, 1, 'current', unixepoch()
    FROM setting i JOIN setting w ON w.name = 'model_width' JOIN setting n ON n.name = 'model_name'
    WHERE i.name = 'model_id';
DELETE FROM setting WHERE name IN ('model_id', 'model_width', 'model_name');
ALTER TABLE passage ADD COLUMN splitting INTEGER NOT NULL DEFAULT 1;
ALTER TABLE change ADD COLUMN splitting INTEGER NOT NULL DEFAULT 1;
ALTER TABLE generation ADD COLUMN splitting INTEGER NOT NULL DEFAULT 1;
ALTER TABLE version ADD COLUMN read_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE page ADD COLUMN headings TEXT;
ALTER TABLE page ADD COLUMN boxes TEXT
"""
