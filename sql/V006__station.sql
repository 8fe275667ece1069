-- Public legal service points, advisers and visits (公共法律服务).

-- 公共法律服务点
CREATE TABLE service_point (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  level       TEXT    NOT NULL,
  name        TEXT    NOT NULL CHECK (length(name) <= 60),
  area_code   TEXT    NOT NULL,
  address     TEXT    CHECK (length(address) <= 200),
  phone       TEXT    CHECK (length(phone) <= 20),
  area_m2     INTEGER CHECK (area_m2 >= 0),
  open_hours  TEXT    CHECK (length(open_hours) <= 100),
  staff       TEXT    CHECK (length(staff) <= 200),
  facilities  TEXT    CHECK (facilities GLOB ',*,'),
  established TEXT    CHECK (established GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  status      TEXT    NOT NULL,
  remark      TEXT    CHECK (length(remark) <= 500),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;

-- 村（居）法律顾问
CREATE TABLE adviser (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  name          TEXT    NOT NULL CHECK (length(name) <= 50),
  firm          TEXT    NOT NULL CHECK (length(firm) <= 80),
  licence_no    TEXT    NOT NULL CHECK (length(licence_no) <= 30),
  phone         TEXT    NOT NULL CHECK (length(phone) <= 20),
  contract_from TEXT    NOT NULL CHECK (contract_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  contract_to   TEXT    NOT NULL CHECK (contract_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  villages      TEXT    CHECK (length(villages) <= 300),
  status        TEXT    NOT NULL,
  remark        TEXT    CHECK (length(remark) <= 500),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX adviser_licence_no ON adviser (licence_no) WHERE void_reason IS NULL;

-- 服务登记
CREATE TABLE service_visit (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  point_id     TEXT    NOT NULL REFERENCES service_point (id),
  visit_no     TEXT    CHECK (length(visit_no) <= 40),
  visit_dt     TEXT    NOT NULL CHECK (visit_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  channel      TEXT    NOT NULL,
  receiver     TEXT    NOT NULL CHECK (length(receiver) <= 50),
  status       TEXT    NOT NULL,
  visitor_name TEXT    CHECK (length(visitor_name) <= 50),
  sex          TEXT,
  age_band     TEXT,
  ethnic       TEXT,
  id_number    TEXT    CHECK (length(id_number) = 18),
  phone        TEXT    CHECK (length(phone) <= 20),
  address      TEXT    CHECK (length(address) <= 200),
  crowd        TEXT    CHECK (crowd GLOB ',*,'),
  service_kind TEXT    NOT NULL,
  law_field    TEXT    NOT NULL,
  question     TEXT    NOT NULL CHECK (length(question) <= 2000),
  answer       TEXT    NOT NULL CHECK (length(answer) <= 2000),
  result       TEXT    NOT NULL,
  refer_to     TEXT    CHECK (length(refer_to) <= 100),
  done_date    TEXT    CHECK (done_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  satisfaction TEXT,
  dispute_id   TEXT    REFERENCES dispute (id),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX service_visit_point_id ON service_visit (point_id);
CREATE UNIQUE INDEX service_visit_visit_no ON service_visit (visit_no) WHERE void_reason IS NULL;
CREATE INDEX service_visit_visit_dt ON service_visit (visit_dt, id);
CREATE INDEX service_visit_dispute_id ON service_visit (dispute_id);

-- 顾问工作日志
CREATE TABLE adviser_duty (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  adviser_id      TEXT    NOT NULL REFERENCES adviser (id),
  village         TEXT    NOT NULL,
  start_dt        TEXT    NOT NULL CHECK (start_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  end_dt          TEXT    NOT NULL CHECK (end_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  hours           INTEGER CHECK (hours BETWEEN 0 AND 24),
  way             TEXT    NOT NULL,
  consult_count   INTEGER CHECK (consult_count >= 0),
  lecture_count   INTEGER CHECK (lecture_count >= 0),
  lecture_people  INTEGER CHECK (lecture_people >= 0),
  contract_count  INTEGER CHECK (contract_count >= 0),
  mediation_count INTEGER CHECK (mediation_count >= 0),
  draft_count     INTEGER CHECK (draft_count >= 0),
  summary         TEXT    NOT NULL CHECK (length(summary) <= 1000),
  village_signer  TEXT    CHECK (length(village_signer) <= 50),
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX adviser_duty_adviser_id ON adviser_duty (adviser_id);
CREATE INDEX adviser_duty_start_dt ON adviser_duty (start_dt, id);
