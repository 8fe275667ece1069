-- The kernel: what every register stands on. Migrations are only ever appended.

-- 设置: one value per key, known to the whole office
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- 日志 (Journal): every change with before and after, each line sealed with the hash of the line before it
CREATE TABLE journal (
  no       INTEGER NOT NULL PRIMARY KEY,
  step     INTEGER NOT NULL CHECK (step <= no),
  at       TEXT    NOT NULL,
  who      TEXT    NOT NULL,
  action   TEXT    NOT NULL CHECK (action IN ('create', 'change', 'void', 'restore')),
  register TEXT    NOT NULL,
  entry_id TEXT    NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  before   TEXT CHECK (before IS NULL OR json_valid(before)),
  after    TEXT    NOT NULL CHECK (json_valid(after)),
  reason   TEXT,
  hash     BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_entry ON journal (entry_id);

-- 编号: the last number given out in each series; numbers are never given twice
CREATE TABLE series (
  name TEXT    NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

-- 查找: what can be found of each entry, and the grams that find it
CREATE TABLE find_scope (
  no       INTEGER NOT NULL PRIMARY KEY,
  register TEXT    NOT NULL UNIQUE
) STRICT;
CREATE TABLE find_text (
  no       INTEGER NOT NULL PRIMARY KEY,
  entry_id TEXT    NOT NULL UNIQUE,
  register TEXT    NOT NULL,
  root_id  TEXT    NOT NULL,
  root     TEXT    NOT NULL,
  words    TEXT    NOT NULL,
  names    TEXT    NOT NULL
) STRICT;
CREATE INDEX find_root ON find_text (root_id);
CREATE VIRTUAL TABLE find_gram USING fts5 (grams, content = '', columnsize = 0, detail = none, prefix = '2 3', tokenize = 'ascii');

-- 上报台账: every bundle ever sealed
CREATE TABLE bundle (
  bundle_id   TEXT    NOT NULL PRIMARY KEY,
  epoch       TEXT    NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  mode        TEXT    NOT NULL CHECK (mode IN ('full', 'delta')),
  period_from TEXT    NOT NULL,
  period_to   TEXT    NOT NULL,
  sealed_at   TEXT    NOT NULL,
  file        TEXT    NOT NULL,
  inner_hash  TEXT    NOT NULL CHECK (length(inner_hash) = 64),
  high_water  INTEGER NOT NULL,
  counts      TEXT    NOT NULL CHECK (json_valid(counts)),
  UNIQUE (epoch, seq)
) STRICT;
