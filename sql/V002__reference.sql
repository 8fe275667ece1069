-- What the office looks up: places and code lists. Both are rows and not rules, for ministries revise them.

-- 行政区划
CREATE TABLE place (
  id                TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision          INTEGER NOT NULL CHECK (revision > 0),
  void_reason       TEXT,
  code              TEXT    NOT NULL CHECK (length(code) IN (2, 4, 6, 9, 12) AND code NOT GLOB '*[^0-9]*'),
  name              TEXT    NOT NULL CHECK (length(name) <= 50),
  level             TEXT    NOT NULL,
  parent            TEXT    CHECK (length(parent) <= 12),
  urban_rural_class TEXT    CHECK (length(urban_rural_class) <= 3),
  valid_from        TEXT    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to          TEXT    CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  replaced_by       TEXT    CHECK (length(replaced_by) <= 12),
  sample            INTEGER NOT NULL CHECK (sample IN (0, 1)),
  change_no         INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX place_code ON place (code) WHERE void_reason IS NULL;

-- 代码
CREATE TABLE code (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  list        TEXT    NOT NULL CHECK (length(list) <= 40),
  code        TEXT    NOT NULL CHECK (length(code) <= 20),
  label       TEXT    NOT NULL CHECK (length(label) <= 60),
  parent      TEXT    CHECK (length(parent) <= 20),
  sort        INTEGER NOT NULL,
  valid_from  TEXT    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to    TEXT    CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  local       INTEGER NOT NULL CHECK (local IN (0, 1)),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX code_list_code ON code (list, code) WHERE void_reason IS NULL;
