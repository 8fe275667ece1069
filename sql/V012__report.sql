-- Statistics (统计报表): what a clerk corrected by hand, what was submitted. How cases are counted stands in R__views.sql.

-- 报表更正
CREATE TABLE report_adjust (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  report       TEXT    NOT NULL,
  counted_by   TEXT    NOT NULL,
  period_from  TEXT    NOT NULL CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  period_to    TEXT    NOT NULL CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  row_key      TEXT    NOT NULL CHECK (length(row_key) <= 60),
  row_label    TEXT    NOT NULL CHECK (length(row_label) <= 100),
  column_key   TEXT    NOT NULL CHECK (length(column_key) <= 40),
  column_label TEXT    NOT NULL CHECK (length(column_label) <= 60),
  delta        INTEGER NOT NULL,
  reason       TEXT    NOT NULL CHECK (length(reason) <= 200),
  made_by      TEXT    CHECK (length(made_by) <= 50),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX report_adjust_period_to ON report_adjust (period_to, id);

-- 报表提交
CREATE TABLE report_submission (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  report       TEXT    NOT NULL,
  counted_by   TEXT    NOT NULL,
  period_from  TEXT    NOT NULL CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  period_to    TEXT    NOT NULL CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  submitted_on TEXT    NOT NULL CHECK (submitted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  submitted_by TEXT    NOT NULL CHECK (length(submitted_by) <= 50),
  records      INTEGER NOT NULL CHECK (records >= 0),
  high_water   INTEGER NOT NULL CHECK (high_water >= 0),
  remark       TEXT    CHECK (length(remark) <= 500),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX report_submission_submitted_on ON report_submission (submitted_on, id);

-- 提交明细: one record behind a submitted report, with the rows it stands in and what it adds to each column
CREATE TABLE report_submission_line (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision       INTEGER NOT NULL CHECK (revision > 0),
  void_reason    TEXT,
  submission_id  TEXT    NOT NULL REFERENCES report_submission (id),
  register       TEXT    NOT NULL CHECK (length(register) <= 40),
  entry_id       TEXT    NOT NULL CHECK (length(entry_id) = 26),
  entry_revision INTEGER NOT NULL CHECK (entry_revision > 0),
  title          TEXT    NOT NULL CHECK (length(title) <= 200),
  row_keys       TEXT    NOT NULL CHECK (length(row_keys) <= 500),
  contributions  TEXT    NOT NULL CHECK (length(contributions) <= 4000 AND json_valid(contributions)),
  change_no      INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX report_submission_line_submission_id ON report_submission_line (submission_id);

-- What reports ask by.
CREATE INDEX dispute_close_date ON dispute (close_date, accept_date);
CREATE INDEX dispute_accept_date ON dispute (accept_date);
