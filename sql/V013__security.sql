-- Reading is journaled too: who saw an unmasked value, printed or took away a list, and what for. Such a line changes no entry;
-- it speaks of one (revision as seen), of a whole register (entry_id empty) or of the house (register empty too).

CREATE TABLE journal_with_notes (
  no       INTEGER NOT NULL PRIMARY KEY,
  step     INTEGER NOT NULL CHECK (step <= no),
  at       TEXT    NOT NULL,
  who      TEXT    NOT NULL,
  action   TEXT    NOT NULL CHECK (length(action) > 0),
  register TEXT    NOT NULL,
  entry_id TEXT    NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  before   TEXT CHECK (before IS NULL OR json_valid(before)),
  after    TEXT    NOT NULL CHECK (json_valid(after)),
  reason   TEXT,
  hash     BLOB    NOT NULL CHECK (length(hash) = 32),
  CHECK (revision > 0 OR action NOT IN ('create', 'change', 'void', 'restore'))
) STRICT;
INSERT INTO journal_with_notes SELECT no, step, at, who, action, register, entry_id, revision, before, after, reason, hash FROM journal ORDER BY no;
DROP TABLE journal;
ALTER TABLE journal_with_notes RENAME TO journal;
CREATE INDEX journal_entry ON journal (entry_id);
