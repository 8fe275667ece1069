-- Villages and their titles (民主法治示范村).

-- 村（社区）档案
CREATE TABLE village (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  village       TEXT    NOT NULL,
  village_type  TEXT    NOT NULL,
  population    INTEGER CHECK (population >= 0),
  households    INTEGER CHECK (households >= 0),
  party_members INTEGER CHECK (party_members >= 0),
  groups        INTEGER CHECK (groups >= 0),
  secretary     TEXT    CHECK (length(secretary) <= 50),
  director      TEXT    CHECK (length(director) <= 50),
  phone         TEXT    CHECK (length(phone) <= 20),
  adviser_id    TEXT    REFERENCES adviser (id),
  committee_id  TEXT    REFERENCES committee (id),
  contact       TEXT    CHECK (length(contact) <= 50),
  remark        TEXT    CHECK (length(remark) <= 500),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX village_village ON village (village) WHERE void_reason IS NULL;
CREATE INDEX village_adviser_id ON village (adviser_id);
CREATE INDEX village_committee_id ON village (committee_id);

-- 示范村称号
CREATE TABLE village_title (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  village_id      TEXT    NOT NULL REFERENCES village (id),
  level           TEXT    NOT NULL,
  batch           TEXT    NOT NULL CHECK (length(batch) <= 40),
  status          TEXT    NOT NULL,
  doc_no          TEXT    CHECK (length(doc_no) <= 60),
  name_date       TEXT    CHECK (name_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  certificate_no  TEXT    CHECK (length(certificate_no) <= 40),
  plaque          INTEGER NOT NULL CHECK (plaque IN (0, 1)),
  last_review     TEXT    CHECK (last_review GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  next_review_due TEXT    CHECK (next_review_due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  revoke_date     TEXT    CHECK (revoke_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  revoke_reason   TEXT    CHECK (length(revoke_reason) <= 200),
  revoke_doc_no   TEXT    CHECK (length(revoke_doc_no) <= 60),
  reapply_from    TEXT    CHECK (reapply_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX village_title_village_id ON village_title (village_id);
CREATE INDEX village_title_name_date ON village_title (name_date, id);
