-- Legal literates and what they do (法律明白人).

-- 法律明白人
CREATE TABLE literate (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  name         TEXT    NOT NULL CHECK (length(name) <= 50),
  sex          TEXT    NOT NULL,
  ethnic       TEXT    NOT NULL,
  birth_date   TEXT    NOT NULL CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  id_number    TEXT    NOT NULL CHECK (length(id_number) = 18),
  phone        TEXT    NOT NULL CHECK (length(phone) <= 20),
  politics     TEXT    NOT NULL,
  education    TEXT    NOT NULL,
  area_code    TEXT    NOT NULL,
  group_name   TEXT    CHECK (length(group_name) <= 40),
  categories   TEXT    NOT NULL CHECK (categories GLOB ',*,'),
  nominate_way TEXT    NOT NULL,
  adviser_id   TEXT    REFERENCES adviser (id),
  train_date   TEXT    CHECK (train_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  exam_date    TEXT    CHECK (exam_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  exam_score   INTEGER CHECK (exam_score BETWEEN 0 AND 100),
  exam_pass    INTEGER NOT NULL CHECK (exam_pass IN (0, 1)),
  cert_no      TEXT    CHECK (length(cert_no) <= 40),
  cert_date    TEXT    CHECK (cert_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  badge_issued INTEGER NOT NULL CHECK (badge_issued IN (0, 1)),
  approve_date TEXT    CHECK (approve_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  approve_org  TEXT    CHECK (length(approve_org) <= 60),
  status       TEXT    NOT NULL,
  exit_date    TEXT    CHECK (exit_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  exit_reason  TEXT,
  remark       TEXT    CHECK (length(remark) <= 500),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX literate_id_number ON literate (id_number) WHERE void_reason IS NULL;
CREATE INDEX literate_adviser_id ON literate (adviser_id);
CREATE UNIQUE INDEX literate_cert_no ON literate (cert_no) WHERE void_reason IS NULL;

-- 法律明白人履职记录
CREATE TABLE literate_activity (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  literate_id   TEXT    NOT NULL REFERENCES literate (id),
  date          TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kind          TEXT    NOT NULL,
  place         TEXT    CHECK (length(place) <= 100),
  people_served INTEGER CHECK (people_served >= 0),
  summary       TEXT    NOT NULL CHECK (length(summary) <= 1000),
  dispute_id    TEXT    REFERENCES dispute (id),
  visit_id      TEXT    REFERENCES service_visit (id),
  topic_id      TEXT    REFERENCES topic (id),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX literate_activity_literate_id ON literate_activity (literate_id);
CREATE INDEX literate_activity_date ON literate_activity (date, id);
CREATE INDEX literate_activity_dispute_id ON literate_activity (dispute_id);
CREATE INDEX literate_activity_visit_id ON literate_activity (visit_id);
CREATE INDEX literate_activity_topic_id ON literate_activity (topic_id);
