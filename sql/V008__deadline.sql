-- Which days offices work, by when things must be done, and what makes the list of things due quick to read.

-- 节假日与调休
CREATE TABLE work_day (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  date        TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kind        TEXT    NOT NULL,
  name        TEXT    NOT NULL CHECK (length(name) <= 30),
  source      TEXT    CHECK (length(source) <= 100),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX work_day_date ON work_day (date) WHERE void_reason IS NULL;

-- 期限规则
CREATE TABLE deadline_rule (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision       INTEGER NOT NULL CHECK (revision > 0),
  void_reason    TEXT,
  item           TEXT    NOT NULL,
  act            TEXT    NOT NULL CHECK (length(act) <= 30),
  since          TEXT    NOT NULL CHECK (length(since) <= 20),
  days           INTEGER NOT NULL CHECK (days BETWEEN 0 AND 3650),
  count_by       TEXT    NOT NULL,
  rolls          INTEGER NOT NULL CHECK (rolls IN (0, 1)),
  on_days        TEXT    CHECK (length(on_days) <= 40),
  pausable       INTEGER NOT NULL CHECK (pausable IN (0, 1)),
  extension_days INTEGER CHECK (extension_days >= 0),
  warn_days      TEXT    CHECK (length(warn_days) <= 40),
  suspended      INTEGER NOT NULL CHECK (suspended IN (0, 1)),
  valid_from     TEXT    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to       TEXT    CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  basis          TEXT    CHECK (length(basis) <= 100),
  change_no      INTEGER NOT NULL REFERENCES journal (no)
) STRICT;

-- What is still to be done is a small part of all there ever was; each index holds that part only.
CREATE INDEX dispute_open ON dispute (stage, close_date, id) WHERE archive_date IS NULL;
CREATE INDEX agreement_effective_date ON agreement (effective_date, id);
CREATE INDEX referral_unanswered ON referral (feedback_date, date) WHERE feedback_date IS NULL;
