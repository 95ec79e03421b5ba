"""The tables of communities, maturity and reuse, as the migrations lay them (catalog/schema.py): never edited.

Days are ISO dates, `quarter` is like 2026Q3, `at` and other moments are Unix seconds, texts of lists are JSON.
What goes with an asset goes when it is forgotten; what only names it keeps its row, and says that it is gone.
"""

COMMUNITIES = """
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL REFERENCES original(sha256),
    name TEXT NOT NULL, account INTEGER REFERENCES account(id), at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_sha256 ON attachment(sha256);
ALTER TABLE community ADD COLUMN founded TEXT;
ALTER TABLE community ADD COLUMN decree_file INTEGER REFERENCES attachment(id);
ALTER TABLE account ADD COLUMN email TEXT;
ALTER TABLE asset ADD COLUMN portal TEXT;
CREATE TABLE community_member (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id),
    account INTEGER REFERENCES account(id), name TEXT NOT NULL, unit TEXT REFERENCES unit(code),
    role TEXT NOT NULL CHECK (role IN ('pengarah', 'ketua', 'moderator', 'pencatat', 'kurator', 'anggota')),
    valid_from TEXT NOT NULL, valid_until TEXT
) STRICT;
CREATE INDEX community_member_community ON community_member(community);
CREATE INDEX community_member_account ON community_member(account) WHERE account IS NOT NULL;
CREATE TABLE theme_goal (
    community INTEGER NOT NULL REFERENCES community(id), theme TEXT NOT NULL, goal TEXT NOT NULL,
    PRIMARY KEY (community, theme, goal)
) STRICT, WITHOUT ROWID;
CREATE TABLE mentor (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id),
    account INTEGER REFERENCES account(id), name TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT
) STRICT;
CREATE INDEX mentor_community ON mentor(community);
CREATE TABLE mentoring (
    id INTEGER PRIMARY KEY AUTOINCREMENT, mentor INTEGER NOT NULL REFERENCES mentor(id), day TEXT NOT NULL,
    topic TEXT NOT NULL, module TEXT, held INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX mentoring_mentor ON mentoring(mentor);
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    community INTEGER NOT NULL REFERENCES community(id), starts TEXT NOT NULL, ends TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('luring', 'daring', 'blended')), place TEXT NOT NULL, topic TEXT NOT NULL,
    speaker TEXT NOT NULL DEFAULT '', agenda TEXT NOT NULL DEFAULT '',
    minutes INTEGER REFERENCES asset(id) ON DELETE SET NULL, cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_community ON meeting(community, starts);
CREATE INDEX meeting_minutes ON meeting(minutes) WHERE minutes IS NOT NULL;
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT, meeting INTEGER NOT NULL REFERENCES meeting(id), name TEXT NOT NULL,
    unit TEXT REFERENCES unit(code), member INTEGER REFERENCES community_member(id),
    UNIQUE (meeting, name, unit)
) STRICT;
CREATE TABLE plan (
    community INTEGER NOT NULL REFERENCES community(id), year INTEGER NOT NULL, signed_by TEXT, signed_on TEXT,
    attachment INTEGER REFERENCES attachment(id), PRIMARY KEY (community, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id), year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4), activity TEXT NOT NULL, done_on TEXT,
    meeting INTEGER REFERENCES meeting(id)
) STRICT;
CREATE INDEX plan_item_community ON plan_item(community, year)
"""

MEASURED = """
CREATE TABLE staff_count (
    unit TEXT NOT NULL REFERENCES unit(code), quarter TEXT NOT NULL, people INTEGER NOT NULL CHECK (people > 0),
    source TEXT NOT NULL, PRIMARY KEY (unit, quarter)
) STRICT, WITHOUT ROWID;
CREATE TABLE theme_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id), theme TEXT NOT NULL,
    text TEXT NOT NULL, added TEXT NOT NULL, retired TEXT
) STRICT;
CREATE INDEX theme_question_community ON theme_question(community);
CREATE TABLE theme_answer (
    question INTEGER NOT NULL REFERENCES theme_question(id), day TEXT NOT NULL, answered INTEGER NOT NULL,
    asset INTEGER REFERENCES asset(id) ON DELETE SET NULL, PRIMARY KEY (question, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_answer_asset ON theme_answer(asset) WHERE asset IS NOT NULL;
CREATE TABLE asset_unit (
    asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE, unit TEXT NOT NULL REFERENCES unit(code),
    PRIMARY KEY (asset, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE critical_topic (
    id INTEGER PRIMARY KEY AUTOINCREMENT, community INTEGER NOT NULL REFERENCES community(id), topic TEXT NOT NULL,
    added TEXT NOT NULL, retired TEXT
) STRICT;
CREATE INDEX critical_topic_community ON critical_topic(community);
CREATE TABLE critical_cover (
    topic INTEGER NOT NULL REFERENCES critical_topic(id), asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
    PRIMARY KEY (topic, asset)
) STRICT, WITHOUT ROWID;
CREATE INDEX critical_cover_asset ON critical_cover(asset);
CREATE TABLE reading (
    asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE, quarter TEXT NOT NULL, reader TEXT NOT NULL,
    unit TEXT REFERENCES unit(code), PRIMARY KEY (asset, quarter, reader)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_unit ON reading(unit, quarter, reader);
CREATE TABLE snapshot (
    community INTEGER NOT NULL REFERENCES community(id), quarter TEXT NOT NULL, instrument TEXT NOT NULL,
    indicator TEXT NOT NULL, value INTEGER CHECK (value BETWEEN 1 AND 5), measured TEXT NOT NULL,
    frozen INTEGER NOT NULL, PRIMARY KEY (community, quarter, instrument, indicator)
) STRICT, WITHOUT ROWID
"""

REUSE = """
CREATE TABLE reuse (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    asset INTEGER REFERENCES asset(id) ON DELETE SET NULL, version INTEGER NOT NULL,
    unit TEXT NOT NULL REFERENCES unit(code), kind TEXT NOT NULL CHECK (kind IN ('rujukan', 'adaptasi', 'adopsi')),
    purpose TEXT NOT NULL, evidence TEXT NOT NULL, attachment INTEGER REFERENCES attachment(id), result TEXT NOT NULL,
    made INTEGER REFERENCES asset(id) ON DELETE SET NULL, account INTEGER REFERENCES account(id), day TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'diajukan' CHECK (state IN ('diajukan', 'dikonfirmasi', 'ditolak')),
    decided_by INTEGER REFERENCES account(id), decided TEXT, note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reuse_asset ON reuse(asset);
CREATE INDEX reuse_made ON reuse(made) WHERE made IS NOT NULL;
CREATE INDEX reuse_unit ON reuse(unit, state);
CREATE TABLE succession (
    asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
    successor INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('diganti', 'digabung')), day TEXT NOT NULL,
    account INTEGER REFERENCES account(id), PRIMARY KEY (asset, successor)
) STRICT, WITHOUT ROWID;
CREATE INDEX succession_successor ON succession(successor);
CREATE TABLE validity_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT, asset INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
    old TEXT NOT NULL, new TEXT NOT NULL, day TEXT NOT NULL, account INTEGER REFERENCES account(id), note TEXT NOT NULL
) STRICT;
CREATE INDEX validity_change_asset ON validity_change(asset);
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account(id), at INTEGER NOT NULL,
    kind TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}', read INTEGER, mailed INTEGER
) STRICT;
CREATE INDEX notice_account ON notice(account, read)
"""

APPRAISALS = """
CREATE TABLE instrument (version TEXT PRIMARY KEY, text TEXT NOT NULL, added INTEGER NOT NULL) STRICT;
CREATE TABLE appraisal (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    community INTEGER NOT NULL REFERENCES community(id), year INTEGER NOT NULL, light INTEGER NOT NULL DEFAULT 0,
    instrument TEXT NOT NULL REFERENCES instrument(version), cutoff TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'mandiri' CHECK (state IN ('mandiri', 'verifikasi', 'panel', 'keberatan', 'final')),
    opened INTEGER NOT NULL, decided TEXT, closed INTEGER, UNIQUE (community, year, light)
) STRICT;
CREATE TABLE appraisal_value (
    id INTEGER PRIMARY KEY AUTOINCREMENT, appraisal INTEGER NOT NULL REFERENCES appraisal(id), indicator TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('otomatis', 'mandiri', 'verifikasi', 'panel', 'keberatan')),
    rater INTEGER REFERENCES account(id), value INTEGER CHECK (value BETWEEN 1 AND 5), reason TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX appraisal_value_once ON appraisal_value(appraisal, indicator, stage, coalesce(rater, 0));
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, appraisal INTEGER NOT NULL REFERENCES appraisal(id), indicator TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 2 AND 5), attachment INTEGER NOT NULL REFERENCES attachment(id),
    day TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_appraisal ON evidence(appraisal);
CREATE TABLE objection (
    id INTEGER PRIMARY KEY AUTOINCREMENT, appraisal INTEGER NOT NULL REFERENCES appraisal(id),
    account INTEGER NOT NULL REFERENCES account(id), text TEXT NOT NULL, at INTEGER NOT NULL, decision TEXT,
    decided_by INTEGER REFERENCES account(id), decided INTEGER
) STRICT;
CREATE INDEX objection_appraisal ON objection(appraisal);
CREATE TABLE advice (
    id INTEGER PRIMARY KEY AUTOINCREMENT, appraisal INTEGER NOT NULL REFERENCES appraisal(id), indicator TEXT NOT NULL,
    text TEXT NOT NULL, closed_on TEXT, note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX advice_appraisal ON advice(appraisal);
ALTER TABLE assessment ADD COLUMN total TEXT;
ALTER TABLE assessment ADD COLUMN appraisal INTEGER REFERENCES appraisal(id)
"""

MINUTES = """
ALTER TABLE meeting ADD COLUMN minutes_upload INTEGER REFERENCES upload(id) ON DELETE SET NULL;
CREATE INDEX meeting_minutes_upload ON meeting(minutes_upload) WHERE minutes_upload IS NOT NULL
"""

MEETING_CHANGES = """
ALTER TABLE meeting ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET sequence = 1 WHERE cancelled = 1
"""
