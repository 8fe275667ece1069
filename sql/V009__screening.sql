-- Looking for quarrels before they break out (排查), and paying mediators by the case (以案定补).

-- 排查记录
CREATE TABLE screening (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  date            TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  area_code       TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  screeners       TEXT    NOT NULL CHECK (length(screeners) <= 100),
  found_count     INTEGER NOT NULL CHECK (found_count >= 0),
  prevented_count INTEGER NOT NULL CHECK (prevented_count >= 0),
  prevent_kind    TEXT,
  prevent_people  INTEGER CHECK (prevent_people >= 0),
  is_zero_report  INTEGER NOT NULL CHECK (is_zero_report IN (0, 1)),
  remark          TEXT    CHECK (length(remark) <= 500),
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX screening_date ON screening (date, id);
CREATE INDEX screening_area_code ON screening (area_code, date);

-- 排查发现
CREATE TABLE screening_finding (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision       INTEGER NOT NULL CHECK (revision > 0),
  void_reason    TEXT,
  screening_id   TEXT    NOT NULL REFERENCES screening (id),
  summary        TEXT    NOT NULL CHECK (length(summary) <= 1000),
  type_sf        TEXT    NOT NULL,
  happen_address TEXT    CHECK (length(happen_address) <= 200),
  people_count   INTEGER CHECK (people_count BETWEEN 1 AND 999999),
  applicant      TEXT    NOT NULL CHECK (length(applicant) <= 80),
  respondent     TEXT    CHECK (length(respondent) <= 80),
  phone          TEXT    CHECK (length(phone) <= 20),
  outcome        TEXT    NOT NULL,
  dispute_id     TEXT    REFERENCES dispute (id),
  change_no      INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX screening_finding_screening_id ON screening_finding (screening_id);
CREATE INDEX screening_finding_dispute_id ON screening_finding (dispute_id);

-- 补贴标准
CREATE TABLE subsidy_tier (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  name        TEXT    NOT NULL CHECK (length(name) <= 30),
  difficulty  TEXT    NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen >= 0),
  valid_from  TEXT    NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to    TEXT    CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  basis       TEXT    CHECK (length(basis) <= 200),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;

-- 以案定补
CREATE TABLE subsidy_claim (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision       INTEGER NOT NULL CHECK (revision > 0),
  void_reason    TEXT,
  batch_no       TEXT    NOT NULL CHECK (length(batch_no) <= 40),
  period_from    TEXT    NOT NULL CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  period_to      TEXT    NOT NULL CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  dispute_id     TEXT    NOT NULL REFERENCES dispute (id),
  mediator_id    TEXT    NOT NULL REFERENCES mediator (id),
  tier           TEXT    NOT NULL CHECK (length(tier) <= 30),
  amount_fen     INTEGER NOT NULL CHECK (amount_fen >= 0),
  self_check     TEXT    CHECK (length(self_check) <= 2000),
  card_tail      TEXT    CHECK (length(card_tail) = 4 AND card_tail NOT GLOB '*[^0-9]*'),
  status         TEXT    NOT NULL,
  office_opinion TEXT    CHECK (length(office_opinion) <= 500),
  county_opinion TEXT    CHECK (length(county_opinion) <= 500),
  paid_date      TEXT    CHECK (paid_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  change_no      INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX subsidy_claim_dispute_id ON subsidy_claim (dispute_id) WHERE void_reason IS NULL;
CREATE INDEX subsidy_claim_dispute ON subsidy_claim (dispute_id);
CREATE INDEX subsidy_claim_mediator_id ON subsidy_claim (mediator_id);
CREATE INDEX subsidy_claim_period_to ON subsidy_claim (period_to, id);
CREATE INDEX subsidy_claim_batch_no ON subsidy_claim (batch_no);
