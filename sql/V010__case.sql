-- What a dispute goes through beside its main line (司法确认、激化上报、关联), where case numbers begin, and the phrases clerks use.

-- 司法确认
CREATE TABLE court_confirmation (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  dispute_id   TEXT    NOT NULL REFERENCES dispute (id),
  apply_date   TEXT    NOT NULL CHECK (apply_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  court        TEXT    NOT NULL CHECK (length(court) <= 60),
  joint        INTEGER NOT NULL CHECK (joint IN (0, 1)),
  has_property INTEGER NOT NULL CHECK (has_property IN (0, 1)),
  accept_date  TEXT    CHECK (accept_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  court_no     TEXT    CHECK (length(court_no) <= 60),
  result       TEXT,
  result_date  TEXT    CHECK (result_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  doc_no       TEXT    CHECK (length(doc_no) <= 60),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX court_confirmation_dispute_id ON court_confirmation (dispute_id);
CREATE INDEX court_confirmation_apply_date ON court_confirmation (apply_date, id);

-- 激化上报
CREATE TABLE escalation (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  dispute_id  TEXT    NOT NULL REFERENCES dispute (id),
  from_level  TEXT,
  to_level    TEXT    NOT NULL,
  report_dt   TEXT    NOT NULL CHECK (report_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  reported_to TEXT    NOT NULL CHECK (length(reported_to) <= 100),
  report_way  TEXT    NOT NULL,
  signs       TEXT    NOT NULL CHECK (length(signs) <= 500),
  measures    TEXT    CHECK (length(measures) <= 500),
  leader      TEXT    NOT NULL CHECK (length(leader) <= 50),
  resp_org    TEXT    NOT NULL CHECK (length(resp_org) <= 100),
  resp_person TEXT    NOT NULL CHECK (length(resp_person) <= 50),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX escalation_dispute_id ON escalation (dispute_id);
CREATE INDEX escalation_report_dt ON escalation (report_dt, id);

-- 关联纠纷
CREATE TABLE dispute_link (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  dispute_id  TEXT    NOT NULL REFERENCES dispute (id),
  other_id    TEXT    NOT NULL REFERENCES dispute (id),
  kind        TEXT    NOT NULL,
  note        TEXT    CHECK (length(note) <= 200),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX dispute_link_dispute_id ON dispute_link (dispute_id);
CREATE INDEX dispute_link_other_id ON dispute_link (other_id);

-- 案号序列
CREATE TABLE case_series (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  committee_id TEXT    NOT NULL REFERENCES committee (id),
  year         INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  form         TEXT    NOT NULL,
  start_no     INTEGER NOT NULL CHECK (start_no >= 1),
  note         TEXT    CHECK (length(note) <= 200),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX case_series_of ON case_series (committee_id, year, form) WHERE void_reason IS NULL;

-- 常用语
CREATE TABLE phrase (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  short_key   TEXT    NOT NULL CHECK (length(short_key) <= 10),
  kind        TEXT    NOT NULL,
  words       TEXT    NOT NULL CHECK (length(words) <= 1000),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX phrase_short_key ON phrase (short_key) WHERE void_reason IS NULL;

-- A case number is used once in its committee, whatever year the dispute was entered in and whether or not it was declared void.
DROP INDEX dispute_number;
CREATE UNIQUE INDEX dispute_case_no ON dispute (committee_id, case_no) WHERE case_no IS NOT NULL;
-- Whether the same place had a quarrel of the same kind lately is asked while a clerk types.
CREATE INDEX dispute_place_type ON dispute (area_code, type_sf, register_date);
