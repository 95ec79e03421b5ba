"""The panel and returns of an appraisal, and the guards of what is final, as migrations lay them: never edited."""

PANEL = """
CREATE TABLE juror (
    appraisal INTEGER NOT NULL REFERENCES appraisal(id), account INTEGER NOT NULL REFERENCES account(id),
    guest INTEGER NOT NULL, closed INTEGER, PRIMARY KEY (appraisal, account)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assessment_appraisal ON assessment(appraisal) WHERE appraisal IS NOT NULL;
CREATE INDEX audit_trail_subject ON audit_trail(subject)
"""
RETURNS = """
CREATE TABLE appraisal_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT, appraisal INTEGER NOT NULL REFERENCES appraisal(id),
    account INTEGER NOT NULL REFERENCES account(id), reason TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX appraisal_return_appraisal ON appraisal_return(appraisal)
"""


_IS_FINAL = "(SELECT state FROM appraisal WHERE id = {}) = 'final'"
_REFUSED = "BEGIN SELECT RAISE(ABORT, 'a final appraisal never changes'); END"


def _guards(table: str) -> tuple[str, ...]:
    """Return what keeps the rows of a table as they were when their appraisal became final.

    A REPLACE deletes without a trigger hearing of it, so a new row may not take the number of a kept one either.
    """
    new, old = _IS_FINAL.format("NEW.appraisal"), _IS_FINAL.format("OLD.appraisal")
    taken = _IS_FINAL.format(f"(SELECT appraisal FROM {table} WHERE id = NEW.id)")
    return (
        f"CREATE TRIGGER {table}_final_new BEFORE INSERT ON {table} WHEN {new} OR {taken} {_REFUSED}",
        f"CREATE TRIGGER {table}_final_changed BEFORE UPDATE ON {table} WHEN {old} OR {new} {_REFUSED}",
        f"CREATE TRIGGER {table}_final_kept BEFORE DELETE ON {table} WHEN {old} {_REFUSED}",
    )


FINAL_IS_FINAL = (
    *_guards("appraisal_value"),
    *_guards("evidence"),
    *_guards("objection"),
    f"CREATE TRIGGER appraisal_final_changed BEFORE UPDATE ON appraisal WHEN OLD.state = 'final' {_REFUSED}",
    f"CREATE TRIGGER appraisal_final_kept BEFORE DELETE ON appraisal WHEN OLD.state = 'final' {_REFUSED}",
    f"CREATE TRIGGER assessment_changed BEFORE UPDATE ON assessment WHEN OLD.appraisal IS NOT NULL {_REFUSED}",
    f"CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment WHEN OLD.appraisal IS NOT NULL {_REFUSED}",
    # What is loaded from a file on the same day does not take the place of what was appraised here.
    """
    CREATE TRIGGER assessment_new BEFORE INSERT ON assessment
    WHEN NEW.appraisal IS NULL AND EXISTS (
        SELECT 1 FROM assessment a WHERE a.appraisal IS NOT NULL AND (a.id = NEW.id
            OR (a.community, a.assessed_on, a.instrument) = (NEW.community, NEW.assessed_on, NEW.instrument)))
    BEGIN SELECT RAISE(IGNORE); END
    """,
)

RETURNS_ARE_FINAL = _guards("appraisal_return")
