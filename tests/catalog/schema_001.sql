BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'rujukan','m001_create_tables','2026-11-24 00:00:00+00:00');
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY, community INTEGER NOT NULL REFERENCES community(id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), assessed_on TEXT NOT NULL,
    assessor TEXT NOT NULL, evidence TEXT NOT NULL, instrument TEXT NOT NULL,
    UNIQUE (community, assessed_on, instrument)
) STRICT;
CREATE TABLE asset (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source(id), path TEXT NOT NULL,
    title TEXT, kind TEXT, unit TEXT REFERENCES unit(code), community INTEGER REFERENCES community(id),
    access TEXT NOT NULL DEFAULT 'terbatas', validity TEXT NOT NULL DEFAULT 'belum_dikonfirmasi',
    date TEXT, review_on TEXT,
    UNIQUE (source, path)
) STRICT;
INSERT INTO "asset" VALUES(1,'bfd44dv98db9',1,'sop.txt',NULL,NULL,'BPAD',NULL,'terbuka','belum_dikonfirmasi',NULL,NULL);
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, passage INTEGER NOT NULL, op TEXT NOT NULL CHECK (op IN ('put', 'drop'))
) STRICT;
INSERT INTO "change" VALUES(1,1,'put');
INSERT INTO "change" VALUES(2,1,'drop');
INSERT INTO "change" VALUES(3,2,'put');
CREATE TABLE community (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit TEXT REFERENCES unit(code),
    decree TEXT, decree_date TEXT, decree_valid_to TEXT, themes TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE file (
    source INTEGER NOT NULL REFERENCES source(id), path TEXT NOT NULL, asset INTEGER REFERENCES asset(id),
    size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER, sha256 TEXT,
    outcome TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;
INSERT INTO "file" VALUES(1,'sop.txt',1,44,1,1,1,'252066b5f907d01df6baeaed452916055126f25f622d7c8b5e1bc6f7430a33af','indexed','ok','',0);
CREATE TABLE generation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, base_seq INTEGER NOT NULL,
    vectors INTEGER NOT NULL, current INTEGER NOT NULL
) STRICT;
CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT;
INSERT INTO "original" VALUES('dae9a7ac35f0c788835327c14e2e2b89449bff1eb8bafbcd04ea53861d1d56a7',44);
INSERT INTO "original" VALUES('252066b5f907d01df6baeaed452916055126f25f622d7c8b5e1bc6f7430a33af',45);
CREATE TABLE page (
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version(id), number INTEGER NOT NULL,
    page INTEGER, sheet TEXT, state TEXT NOT NULL, quality REAL NOT NULL, text TEXT NOT NULL,
    UNIQUE (version, number)
) STRICT;
INSERT INTO "page" VALUES(1,1,1,1,NULL,'text',1.0,'Arsip inaktif dipindahkan setelah dua tahun.');
INSERT INTO "page" VALUES(2,2,1,1,NULL,'text',1.0,'Arsip inaktif dipindahkan setelah tiga tahun.');
CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL REFERENCES version(id),
    page INTEGER NOT NULL REFERENCES page(id), kind TEXT NOT NULL, row INTEGER, heading TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, hash BLOB
) STRICT;
INSERT INTO "passage" VALUES(1,1,1,'text',NULL,'["BAB I"]',0,44,'Arsip inaktif dipindahkan setelah dua tahun.',X'DAE9A7AC35F0C788835327C14E2E2B89');
INSERT INTO "passage" VALUES(2,2,2,'text',NULL,'["BAB I"]',0,45,'Arsip inaktif dipindahkan setelah tiga tahun.',X'252066B5F907D01DF6BAEAED45291605');
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('model_id','m');
INSERT INTO "setting" VALUES('model_name','uji');
INSERT INTO "setting" VALUES('model_width','4');
CREATE TABLE sheet_row (
    page INTEGER NOT NULL REFERENCES page(id), row INTEGER NOT NULL, cells TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (page, row)
) STRICT, WITHOUT ROWID;
INSERT INTO "sheet_row" VALUES(1,4,'{"kode": "001"}',0,5);
INSERT INTO "sheet_row" VALUES(2,4,'{"kode": "001"}',0,5);
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "source" VALUES(1,'arsip');
CREATE TABLE unit (
    number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short TEXT NOT NULL,
    kind TEXT NOT NULL, parent TEXT REFERENCES unit(code), aliases TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT
) STRICT;
INSERT INTO "unit" VALUES(1,'BPAD','Badan Pengelolaan Aset Daerah','BPAD','badan',NULL,'[]',NULL,NULL);
CREATE TABLE vector (
    hash BLOB NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (hash, model)
) STRICT, WITHOUT ROWID;
INSERT INTO "vector" VALUES(X'252066B5F907D01DF6BAEAED45291605','m',X'003C000000000000');
INSERT INTO "vector" VALUES(X'DAE9A7AC35F0C788835327C14E2E2B89','m',X'003C000000000000');
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT, asset INTEGER NOT NULL REFERENCES asset(id), number INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original(sha256), media_type TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draf', newest INTEGER NOT NULL, live INTEGER NOT NULL,
    UNIQUE (asset, number)
) STRICT;
INSERT INTO "version" VALUES(1,1,1,'dae9a7ac35f0c788835327c14e2e2b89449bff1eb8bafbcd04ea53861d1d56a7','text/plain','SOP Arsip','sop','{}','draf',0,0);
INSERT INTO "version" VALUES(2,1,2,'252066b5f907d01df6baeaed452916055126f25f622d7c8b5e1bc6f7430a33af','text/plain','SOP Arsip','sop','{}','draf',1,1);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX version_sha256 ON version(sha256);
CREATE INDEX passage_version ON passage(version);
CREATE INDEX passage_page ON passage(page);
CREATE INDEX passage_hash ON passage(hash) WHERE hash IS NOT NULL;
CREATE INDEX file_sha256 ON file(sha256);
CREATE INDEX file_asset ON file(asset);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('asset',1);
INSERT INTO "sqlite_sequence" VALUES('version',2);
INSERT INTO "sqlite_sequence" VALUES('passage',2);
INSERT INTO "sqlite_sequence" VALUES('change',3);
COMMIT;
