"""The tables, as a history of migrations. Forward only: a released migration is never edited."""

from sqlite_utils import Database, Migrations

from catalog.appraisal_tables import FINAL_IS_FINAL, PANEL, RETURNS, RETURNS_ARE_FINAL
from catalog.desk_tables import PURGES
from catalog.feedback_tables import FEEDBACK, QUESTIONS, RECEIPTS, REPORTS_FORGET
from catalog.first_tables import EDITIONS, TABLES
from catalog.gap_tables import GAP_GROUPS
from catalog.measure_tables import COMMITMENTS, COPIES, MEASURES, SNAPSHOT_TRIGGERS, STAFF_IS_KEPT, STAFF_PAST
from catalog.programme_tables import APPRAISALS, COMMUNITIES, MEASURED, MEETING_CHANGES, MINUTES, REUSE

migrations = Migrations("rujukan")


def _run(db: Database, script: str) -> None:
    """Execute statements one by one: executescript would commit the migration's transaction first."""
    for statement in filter(str.strip, script.split(";")):
        db.execute(statement)


@migrations()
def m001_create_tables(db: Database) -> None:
    """Lay the first schema."""
    _run(db, TABLES)


@migrations()
def m002_jobs(db: Database) -> None:
    """Add the durable jobs; times are Unix seconds."""
    db.execute(
        """
        CREATE TABLE job (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, args TEXT NOT NULL,
            priority INTEGER NOT NULL DEFAULT 0, queued INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (
                state IN ('pending', 'running', 'done', 'failed', 'cancelled', 'interrupted')
            ),
            control TEXT NOT NULL DEFAULT 'run' CHECK (control IN ('run', 'pause', 'cancel')),
            attempts INTEGER NOT NULL DEFAULT 0, deaths INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
            worker TEXT, heartbeat INTEGER, lease INTEGER,
            created INTEGER NOT NULL, started INTEGER, finished INTEGER,
            done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, rate REAL NOT NULL DEFAULT 0.0,
            result TEXT
        ) STRICT
        """
    )
    db.execute("CREATE INDEX job_state ON job(state)")


_SOURCE_FOLDERS = """
CREATE TABLE source_folder (name TEXT PRIMARY KEY, path TEXT NOT NULL, flags TEXT NOT NULL) STRICT, WITHOUT ROWID
"""


@migrations()
def m003_create_source_folders(db: Database) -> None:
    """Remember the folders that are indexed again by name, with the flags of their runs."""
    db.execute(_SOURCE_FOLDERS)


@migrations()
def m004_create_editions(db: Database) -> None:
    """Add editions; what was indexed until now is the first. Headings and boxes of older pages are unknown: NULL."""
    _run(db, EDITIONS)


_OCR = """
ALTER TABLE file ADD COLUMN ocr TEXT;
UPDATE file SET ocr = '' WHERE code = 'needs_ocr' OR asset IN (
    SELECT v.asset FROM version v JOIN page p ON p.version = v.id
    WHERE v.newest = 1 AND p.state IN ('needs_ocr', 'poor')
)
"""


@migrations()
def m005_remember_ocr(db: Database) -> None:
    """Remember of a file with pages that cannot be searched which OCR program they were shown to; none until now."""
    _run(db, _OCR)


@migrations()
def m006_repeat_fewer_words(db: Database) -> None:
    """Let passages of a catalog in which nothing is indexed yet repeat 15 words; one that has passages keeps its 30."""
    db.execute("UPDATE splitting SET overlap = 15 WHERE number = 1 AND NOT EXISTS (SELECT 1 FROM edition)")


@migrations()
def m007_set_furniture_aside(db: Database) -> None:
    """Keep which lines of a page are its furniture; that of older pages is unknown: NULL."""
    db.execute("ALTER TABLE page ADD COLUMN aside TEXT")


_OFFICE = """
ALTER TABLE file ADD COLUMN office TEXT;
UPDATE file SET office = '' WHERE code = 'unsupported' AND (
    reason LIKE 'Berkas Word lama%' OR reason LIKE 'Berkas PowerPoint lama%' OR reason LIKE 'Berkas RTF%'
    OR reason LIKE 'Berkas OpenDocument%'
)
"""


@migrations()
def m008_remember_office(db: Database) -> None:
    """Remember of a file that only LibreOffice reads which one was there; none until now."""
    _run(db, _OFFICE)


_EVIDENCE = """
ALTER TABLE version ADD COLUMN fields_at TEXT NOT NULL DEFAULT '{}';
ALTER TABLE version ADD COLUMN kind_evidence TEXT NOT NULL DEFAULT '[]'
"""


@migrations()
def m009_add_evidence(db: Database) -> None:
    """Add where each field of a version stands, and why it has its kind; not known of what was read until now."""
    _run(db, _EVIDENCE)


_TYPED_ROWS = """
ALTER TABLE sheet_row ADD COLUMN typed TEXT;
ALTER TABLE sheet_row ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sheet_row ADD COLUMN hidden_columns TEXT;
ALTER TABLE page ADD COLUMN form TEXT;
CREATE INDEX sheet_row_hidden ON sheet_row(page) WHERE hidden > 0
"""


@migrations()
def m010_type_rows(db: Database) -> None:
    """Add typed values, what is hidden, and the form of a table; of rows read until now they are unknown: NULL, 0."""
    _run(db, _TYPED_ROWS)


_CITATIONS = """
CREATE TABLE citation (
    page INTEGER NOT NULL REFERENCES page(id), start INTEGER NOT NULL, end INTEGER NOT NULL, rule TEXT NOT NULL,
    basis INTEGER NOT NULL, amends TEXT,
    PRIMARY KEY (page, start, end)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_rule ON citation(rule)
"""


@migrations()
def m011_create_citations(db: Database) -> None:
    """Add the rules that pages cite; those of older versions are known once they are read again."""
    _run(db, _CITATIONS)


_PARTS = """
CREATE TABLE part (
    version INTEGER NOT NULL REFERENCES version(id), number INTEGER NOT NULL, key TEXT NOT NULL,
    first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
    fields TEXT NOT NULL, fields_at TEXT NOT NULL, kind_evidence TEXT NOT NULL,
    PRIMARY KEY (version, number), UNIQUE (version, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_key ON part(key)
"""


@migrations()
def m012_create_parts(db: Database) -> None:
    """Add parts: the SOPs that a file binds. Files that were read before have none until they are read again."""
    _run(db, _PARTS)


_PEOPLE = """
CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT,
    epoch INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, disabled_at INTEGER
) STRICT;
CREATE TABLE role_grant (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account(id),
    role TEXT NOT NULL, unit TEXT REFERENCES unit(code), community INTEGER REFERENCES community(id),
    valid_from TEXT, valid_until TEXT, acting TEXT CHECK (acting IN ('plt', 'plh')),
    CHECK (acting IS NULL OR valid_until IS NOT NULL)
) STRICT;
CREATE INDEX role_grant_account ON role_grant(account);
CREATE TABLE login_attempt (subject TEXT NOT NULL, at REAL NOT NULL) STRICT;
CREATE INDEX login_attempt_subject ON login_attempt(subject, at);
CREATE TABLE audit_trail (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
ALTER TABLE asset ADD COLUMN owner INTEGER REFERENCES account(id);
CREATE INDEX asset_owner ON asset(owner) WHERE owner IS NOT NULL
"""

# A REPLACE would delete without a trigger hearing of it: only the next number with the last hash may come in.
_APPEND_ONLY = (
    """
    CREATE TRIGGER audit_trail_next BEFORE INSERT ON audit_trail
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_trail)
        OR NEW.previous <> coalesce((SELECT hash FROM audit_trail ORDER BY seq DESC LIMIT 1), '')
    BEGIN SELECT RAISE(ABORT, 'audit_trail only grows'); END
    """,
    "CREATE TRIGGER audit_trail_kept BEFORE DELETE ON audit_trail"
    " BEGIN SELECT RAISE(ABORT, 'audit_trail only grows'); END",
    "CREATE TRIGGER audit_trail_unchanged BEFORE UPDATE ON audit_trail"
    " BEGIN SELECT RAISE(ABORT, 'audit_trail only grows'); END",
)


@migrations()
def m013_create_accounts(db: Database) -> None:
    """Add accounts, their roles, the owners of assets, and the trail of what was done, which only grows."""
    _run(db, _PEOPLE)
    for trigger in _APPEND_ONLY:
        db.execute(trigger)


_UPLOADS = """
CREATE TABLE upload (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, form TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id), unit TEXT NOT NULL REFERENCES unit(code), name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original(sha256), received INTEGER NOT NULL,
    job INTEGER NOT NULL REFERENCES job(id), asset INTEGER REFERENCES asset(id), version INTEGER,
    state TEXT NOT NULL DEFAULT 'menunggu' CHECK (state IN ('menunggu', 'siap', 'gagal')),
    code TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    UNIQUE (account, form, sha256, name)
) STRICT;
CREATE INDEX upload_sha256 ON upload(sha256);
CREATE INDEX upload_asset ON upload(asset);
CREATE INDEX upload_job ON upload(job)
"""


@migrations()
def m014_create_uploads(db: Database) -> None:
    """Add uploads: files that people sent through the web, from the moment that they were accepted."""
    _run(db, _UPLOADS)


@migrations()
def m015_create_feedback(db: Database) -> None:
    """Add votes on answers and sources, and reports of what is wrong with an asset."""
    _run(db, FEEDBACK)
    db.execute(REPORTS_FORGET)


_STATUS_CHANGES = """
CREATE TABLE status_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL REFERENCES version(id), step TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, account INTEGER REFERENCES account(id), at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX status_change_version ON status_change(version);
CREATE INDEX version_in_review ON version(status) WHERE newest = 1 AND status IN ('diajukan', 'ditelaah');
CREATE INDEX asset_review_on ON asset(review_on) WHERE review_on IS NOT NULL
"""


@migrations()
def m016_create_status_changes(db: Database) -> None:
    """Add the history of the status of versions, which begins empty, and ways to find what waits for somebody."""
    _run(db, _STATUS_CHANGES)


@migrations()
def m017_create_descriptions(db: Database) -> None:
    """Add what people say of a version by the template, beside the columns of its asset: text by name, as JSON."""
    db.execute(
        "CREATE TABLE described (version INTEGER PRIMARY KEY REFERENCES version(id), fields TEXT NOT NULL) STRICT"
    )


@migrations()
def m018_create_questions(db: Database) -> None:
    """Add what was asked, without telling by whom, and the gaps that askers noted."""
    _run(db, QUESTIONS)


@migrations()
def m019_find_outdated(db: Database) -> None:
    """Find what waits for an update without looking at every version."""
    db.execute("CREATE INDEX version_outdated ON version(status) WHERE newest = 1 AND status = 'perlu_diperbarui'")


@migrations()
def m020_create_purges(db: Database) -> None:
    """Add orders to purge, their certificates, and the hashes of what was purged."""
    _run(db, PURGES)


@migrations()
def m021_create_programme(db: Database) -> None:
    """Add what communities do, what is measured of them, how they are assessed, and how their assets are reused."""
    for tables in (COMMUNITIES, MEASURED, REUSE, APPRAISALS):
        _run(db, tables)


@migrations()
def m022_await_minutes(db: Database) -> None:
    """Let a meeting name the upload that becomes its minutes."""
    _run(db, MINUTES)


@migrations()
def m023_keep_snapshots(db: Database) -> None:
    """Let what was frozen of a quarter never change, and find the assets of a community by it."""
    _run(db, MEASURES)
    for trigger in SNAPSHOT_TRIGGERS:
        db.execute(trigger)


@migrations()
def m024_guard_appraisals(db: Database) -> None:
    """Add the jurors of appraisals, and keep what is final from any change."""
    _run(db, PANEL)
    for trigger in FINAL_IS_FINAL:
        db.execute(trigger)


@migrations()
def m025_group_gaps(db: Database) -> None:
    """Add groups of questions that nothing answers."""
    _run(db, GAP_GROUPS)


@migrations()
def m026_return_appraisals(db: Database) -> None:
    """Add why a verifier sent a self-assessment back."""
    _run(db, RETURNS)
    for trigger in RETURNS_ARE_FINAL:
        db.execute(trigger)


@migrations()
def m027_keep_staff_counts(db: Database) -> None:
    """Keep what a staff count said before it was corrected."""
    _run(db, STAFF_PAST)
    db.execute(STAFF_IS_KEPT)


@migrations()
def m028_tell_copies(db: Database) -> None:
    """Add which versions are copies by their texts; of older ones it is worked out beside other work."""
    _run(db, COPIES)


@migrations()
def m029_count_meeting_changes(db: Database) -> None:
    """Let a meeting count its changes, for calendars; those that were cancelled have told of one."""
    _run(db, MEETING_CHANGES)


@migrations()
def m030_give_receipts(db: Database) -> None:
    """Add the hash of the receipt by which a reporter without an account asks for a report."""
    _run(db, RECEIPTS)


@migrations()
def m031_record_commitments(db: Database) -> None:
    """Add the performance targets and budget lines in which communities stand."""
    _run(db, COMMITMENTS)
