-- The dossier of a dispute (卷宗): what stands in it, the files of what was scanned, and what waits in the inbox.

-- 文书
CREATE TABLE dispute_document (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  dispute_id  TEXT    NOT NULL REFERENCES dispute (id),
  kind        TEXT    NOT NULL,
  state       TEXT    NOT NULL,
  state_date  TEXT    NOT NULL CHECK (state_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reason      TEXT    CHECK (length(reason) <= 200),
  page_from   INTEGER CHECK (page_from >= 1),
  page_to     INTEGER CHECK (page_to >= 1),
  copies      INTEGER CHECK (copies >= 1),
  note        TEXT    CHECK (length(note) <= 200),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX dispute_document_dispute_id ON dispute_document (dispute_id);

-- 附件
CREATE TABLE attachment (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  dispute_id    TEXT    NOT NULL REFERENCES dispute (id),
  kind          TEXT    NOT NULL,
  original_name TEXT    NOT NULL CHECK (length(original_name) <= 200),
  media_type    TEXT    NOT NULL,
  sha256        TEXT    NOT NULL CHECK (length(sha256) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes >= 1),
  pages         INTEGER NOT NULL CHECK (pages >= 1),
  taken_at      TEXT    CHECK (taken_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  added_at      TEXT    NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  note          TEXT    CHECK (length(note) <= 200),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX attachment_dispute_id ON attachment (dispute_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

-- 收件箱
CREATE TABLE scan (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  original_name TEXT    NOT NULL CHECK (length(original_name) <= 200),
  media_type    TEXT    NOT NULL,
  sha256        TEXT    NOT NULL CHECK (length(sha256) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes >= 1),
  pages         INTEGER NOT NULL CHECK (pages >= 1),
  taken_at      TEXT    CHECK (taken_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  received_at   TEXT    NOT NULL CHECK (received_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  found         TEXT    CHECK (length(found) <= 200),
  attachment_id TEXT    REFERENCES attachment (id),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX scan_waiting ON scan (attachment_id, id);
CREATE INDEX scan_sha256 ON scan (sha256);
