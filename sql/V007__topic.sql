-- Topics of consultation (议事协商).

-- 议事协商议题
CREATE TABLE topic (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  topic_no        TEXT    CHECK (length(topic_no) <= 40),
  title           TEXT    NOT NULL CHECK (length(title) <= 100),
  category        TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  date            TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  area_code       TEXT    NOT NULL,
  content         TEXT    NOT NULL CHECK (length(content) <= 2000),
  source          TEXT    NOT NULL,
  proposer        TEXT    CHECK (length(proposer) <= 50),
  anonymous       INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  dispute_id      TEXT    REFERENCES dispute (id),
  review          TEXT,
  review_reason   TEXT    CHECK (length(review_reason) <= 200),
  review_by       TEXT    CHECK (length(review_by) <= 50),
  review_date     TEXT    CHECK (review_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  form            TEXT,
  meeting_date    TEXT    CHECK (meeting_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  meeting_place   TEXT    CHECK (length(meeting_place) <= 100),
  meeting_host    TEXT    CHECK (length(meeting_host) <= 50),
  attendees       INTEGER CHECK (attendees >= 0),
  representatives INTEGER CHECK (representatives >= 0),
  opinions        TEXT    CHECK (length(opinions) <= 4000),
  result          TEXT,
  resolution      TEXT    CHECK (length(resolution) <= 2000),
  publicity       INTEGER NOT NULL CHECK (publicity IN (0, 1)),
  publicity_date  TEXT    CHECK (publicity_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  responsible     TEXT    CHECK (length(responsible) <= 50),
  due_date        TEXT    CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  progress        TEXT    CHECK (length(progress) <= 1000),
  done_date       TEXT    CHECK (done_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  feedback        INTEGER NOT NULL CHECK (feedback IN (0, 1)),
  feedback_date   TEXT    CHECK (feedback_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  satisfaction    TEXT,
  remark          TEXT    CHECK (length(remark) <= 500),
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX topic_topic_no ON topic (topic_no) WHERE void_reason IS NULL;
CREATE INDEX topic_date ON topic (date, id);
CREATE INDEX topic_dispute_id ON topic (dispute_id);
