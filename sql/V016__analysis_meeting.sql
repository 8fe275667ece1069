-- Meetings at which the month's disputes are weighed (矛盾纠纷分析研判会).

-- 分析研判会
CREATE TABLE analysis_meeting (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision       INTEGER NOT NULL CHECK (revision > 0),
  void_reason    TEXT,
  date           TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  area_code      TEXT    NOT NULL,
  meeting_place  TEXT    CHECK (length(meeting_place) <= 100),
  meeting_host   TEXT    NOT NULL CHECK (length(meeting_host) <= 50),
  participants   TEXT    NOT NULL CHECK (length(participants) <= 500),
  recorder       TEXT    CHECK (length(recorder) <= 50),
  situation      TEXT    NOT NULL CHECK (length(situation) <= 2000),
  key_matters    TEXT    CHECK (length(key_matters) <= 2000),
  measures       TEXT    CHECK (length(measures) <= 2000),
  remark         TEXT    CHECK (length(remark) <= 500),
  change_no      INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX analysis_meeting_date ON analysis_meeting (date, id);
CREATE INDEX analysis_meeting_area_code ON analysis_meeting (area_code, date);
