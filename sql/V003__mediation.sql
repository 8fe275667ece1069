-- Disputes and their mediation (矛盾纠纷调解), with the committees and mediators who do it.

-- 矛盾纠纷
CREATE TABLE dispute (
  id                   TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision             INTEGER NOT NULL CHECK (revision > 0),
  void_reason          TEXT,
  title                TEXT    NOT NULL CHECK (length(title) <= 100),
  case_code            TEXT    CHECK (length(case_code) <= 30),
  case_no              TEXT    CHECK (length(case_no) <= 60),
  stage                TEXT    NOT NULL,
  register_date        TEXT    NOT NULL CHECK (register_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  biz_year             INTEGER CHECK (biz_year >= 0),
  area_code            TEXT    NOT NULL,
  source_code          TEXT    NOT NULL,
  lead_source          TEXT,
  referred_from_org    TEXT    CHECK (length(referred_from_org) <= 100),
  referred_from_doc_no TEXT    CHECK (length(referred_from_doc_no) <= 60),
  external_ref         TEXT    CHECK (length(external_ref) <= 60),
  type_sf              TEXT    NOT NULL,
  type_zz              TEXT,
  happen_date          TEXT    NOT NULL CHECK (happen_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  happen_address       TEXT    NOT NULL CHECK (length(happen_address) <= 200),
  summary              TEXT    NOT NULL CHECK (length(summary) <= 1000),
  claims               TEXT    CHECK (length(claims) <= 1000),
  scale                TEXT    NOT NULL,
  people_count         INTEGER NOT NULL CHECK (people_count BETWEEN 1 AND 999999),
  amount_fen           INTEGER CHECK (amount_fen >= 0),
  involved_org         TEXT    CHECK (length(involved_org) <= 100),
  vulnerable_flags     TEXT    CHECK (vulnerable_flags GLOB ',*,'),
  ethnic_religious     INTEGER NOT NULL CHECK (ethnic_religious IN (0, 1)),
  risk_level           TEXT    NOT NULL,
  warn_level           TEXT,
  risk_crime           INTEGER NOT NULL CHECK (risk_crime IN (0, 1)),
  risk_petition        INTEGER NOT NULL CHECK (risk_petition IN (0, 1)),
  risk_stability       INTEGER NOT NULL CHECK (risk_stability IN (0, 1)),
  supervise_level      TEXT,
  leader               TEXT    CHECK (length(leader) <= 50),
  resp_org             TEXT    CHECK (length(resp_org) <= 100),
  resp_person          TEXT    CHECK (length(resp_person) <= 50),
  resp_phone           TEXT    CHECK (length(resp_phone) <= 20),
  consent_applicant    INTEGER NOT NULL CHECK (consent_applicant IN (0, 1)),
  consent_respondent   INTEGER NOT NULL CHECK (consent_respondent IN (0, 1)),
  accept_date          TEXT    CHECK (accept_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  committee_id         TEXT    REFERENCES committee (id),
  lead_mediator_id     TEXT    REFERENCES mediator (id),
  assist_mediators     TEXT    CHECK (length(assist_mediators) <= 100),
  deadline             TEXT    CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  extend_count         INTEGER CHECK (extend_count >= 0),
  extend_to            TEXT    CHECK (extend_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  extend_consent       INTEGER NOT NULL CHECK (extend_consent IN (0, 1)),
  not_accept_reason    TEXT,
  fail_reason          TEXT,
  withdrawn_by         TEXT,
  end_date             TEXT    CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  told_other_remedies  INTEGER NOT NULL CHECK (told_other_remedies IN (0, 1)),
  breach_outcome       TEXT,
  refer_target_org     TEXT    CHECK (length(refer_target_org) <= 100),
  refer_reason         TEXT    CHECK (length(refer_reason) <= 200),
  refer_date           TEXT    CHECK (refer_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  referred_back        INTEGER NOT NULL CHECK (referred_back IN (0, 1)),
  jc_status            TEXT,
  jc_apply_date        TEXT    CHECK (jc_apply_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  jc_court             TEXT    CHECK (length(jc_court) <= 60),
  jc_court_no          TEXT    CHECK (length(jc_court_no) <= 60),
  jc_result_date       TEXT    CHECK (jc_result_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  difficulty           TEXT,
  is_difficult         INTEGER NOT NULL CHECK (is_difficult IN (0, 1)),
  resolve_mode         TEXT,
  is_success           INTEGER NOT NULL CHECK (is_success IN (0, 1)),
  result_text          TEXT    CHECK (length(result_text) <= 1000),
  close_date           TEXT    CHECK (close_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  close_result         TEXT,
  archive_date         TEXT    CHECK (archive_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  retention_kind       TEXT,
  retention_years      INTEGER CHECK (retention_years >= 0),
  eval_date            TEXT    CHECK (eval_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  eval_opinion         TEXT    CHECK (length(eval_opinion) <= 500),
  remark               TEXT    CHECK (length(remark) <= 500),
  change_no            INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE UNIQUE INDEX dispute_case_code ON dispute (case_code) WHERE void_reason IS NULL;
CREATE INDEX dispute_register_date ON dispute (register_date, id);
CREATE INDEX dispute_committee_id ON dispute (committee_id);
CREATE INDEX dispute_lead_mediator_id ON dispute (lead_mediator_id);
CREATE UNIQUE INDEX dispute_number ON dispute (committee_id, biz_year, case_no) WHERE case_no IS NOT NULL;

-- 当事人
CREATE TABLE dispute_party (
  id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  void_reason  TEXT,
  dispute_id   TEXT    NOT NULL REFERENCES dispute (id),
  role         TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  name         TEXT    NOT NULL CHECK (length(name) <= 80),
  party_class  TEXT,
  id_type      TEXT,
  id_number    TEXT    CHECK (length(id_number) <= 20),
  no_id_reason TEXT    CHECK (length(no_id_reason) <= 100),
  sex          TEXT,
  ethnic       TEXT,
  birth_date   TEXT    CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  edu          TEXT,
  phone        TEXT    CHECK (length(phone) <= 20),
  address      TEXT    CHECK (length(address) <= 200),
  domicile     TEXT    CHECK (length(domicile) <= 200),
  occupation   TEXT    CHECK (length(occupation) <= 64),
  is_minor     INTEGER NOT NULL CHECK (is_minor IN (0, 1)),
  guardian     TEXT    CHECK (length(guardian) <= 50),
  uscc         TEXT    CHECK (length(uscc) = 18),
  legal_rep    TEXT    CHECK (length(legal_rep) <= 50),
  agent_name   TEXT    CHECK (length(agent_name) <= 50),
  agent_id     TEXT    CHECK (length(agent_id) <= 20),
  agent_phone  TEXT    CHECK (length(agent_phone) <= 20),
  agent_scope  TEXT    CHECK (agent_scope GLOB ',*,'),
  change_no    INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX dispute_party_dispute_id ON dispute_party (dispute_id);

-- 办理步骤
CREATE TABLE dispute_step (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision    INTEGER NOT NULL CHECK (revision > 0),
  void_reason TEXT,
  dispute_id  TEXT    NOT NULL REFERENCES dispute (id),
  from_stage  TEXT    NOT NULL,
  to_stage    TEXT    NOT NULL,
  step        TEXT    NOT NULL,
  step_date   TEXT    NOT NULL CHECK (step_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reason      TEXT    CHECK (length(reason) <= 200),
  note        TEXT    CHECK (length(note) <= 500),
  change_no   INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX dispute_step_dispute_id ON dispute_step (dispute_id);
CREATE INDEX dispute_step_step_date ON dispute_step (step_date, id);

-- 过程记录
CREATE TABLE dispute_activity (
  id               TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision         INTEGER NOT NULL CHECK (revision > 0),
  void_reason      TEXT,
  dispute_id       TEXT    NOT NULL REFERENCES dispute (id),
  kind             TEXT    NOT NULL,
  start_dt         TEXT    NOT NULL CHECK (start_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  end_dt           TEXT    CHECK (end_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  place            TEXT    NOT NULL CHECK (length(place) <= 100),
  host_mediator_id TEXT    NOT NULL REFERENCES mediator (id),
  recorder         TEXT    NOT NULL CHECK (length(recorder) <= 50),
  attendees        TEXT    CHECK (length(attendees) <= 200),
  invited          TEXT    CHECK (length(invited) <= 200),
  inquiree_name    TEXT    CHECK (length(inquiree_name) <= 50),
  inquiree_sex     TEXT,
  inquiree_ethnic  TEXT,
  inquiree_phone   TEXT    CHECK (length(inquiree_phone) <= 20),
  told_rights      INTEGER NOT NULL CHECK (told_rights IN (0, 1)),
  content          TEXT    NOT NULL CHECK (length(content) <= 4000),
  outcome          TEXT,
  next_dt          TEXT    CHECK (next_dt GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  change_no        INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX dispute_activity_dispute_id ON dispute_activity (dispute_id);
CREATE INDEX dispute_activity_start_dt ON dispute_activity (start_dt, id);
CREATE INDEX dispute_activity_host_mediator_id ON dispute_activity (host_mediator_id);

-- 调解协议
CREATE TABLE agreement (
  id               TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision         INTEGER NOT NULL CHECK (revision > 0),
  void_reason      TEXT,
  dispute_id       TEXT    NOT NULL REFERENCES dispute (id),
  form             TEXT    NOT NULL,
  agreement_no     TEXT    NOT NULL CHECK (length(agreement_no) <= 60),
  sign_date        TEXT    NOT NULL CHECK (sign_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  effective_date   TEXT    CHECK (effective_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  copies           INTEGER CHECK (copies >= 1),
  facts            TEXT    NOT NULL CHECK (length(facts) <= 4000),
  dispute_points   TEXT    CHECK (length(dispute_points) <= 4000),
  content          TEXT    NOT NULL CHECK (length(content) <= 4000),
  perform_mode     TEXT    NOT NULL CHECK (length(perform_mode) <= 200),
  perform_place    TEXT    CHECK (length(perform_place) <= 100),
  perform_deadline TEXT    NOT NULL CHECK (perform_deadline GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  total_amount_fen INTEGER CHECK (total_amount_fen >= 0),
  parties_signed   INTEGER NOT NULL CHECK (parties_signed IN (0, 1)),
  mediator_signed  INTEGER NOT NULL CHECK (mediator_signed IN (0, 1)),
  sealed           INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  change_no        INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX agreement_dispute_id ON agreement (dispute_id);
CREATE INDEX agreement_sign_date ON agreement (sign_date, id);

-- 履行项
CREATE TABLE agreement_item (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  agreement_id    TEXT    NOT NULL REFERENCES agreement (id),
  seq             INTEGER NOT NULL CHECK (seq >= 1),
  debtor_party    TEXT    NOT NULL REFERENCES dispute_party (id),
  creditor_party  TEXT    REFERENCES dispute_party (id),
  kind            TEXT    NOT NULL,
  content         TEXT    CHECK (length(content) <= 500),
  amount_fen      INTEGER CHECK (amount_fen >= 0),
  due_date        TEXT    NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_date       TEXT    CHECK (done_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_amount_fen INTEGER CHECK (done_amount_fen >= 0),
  evidence        TEXT,
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX agreement_item_agreement_id ON agreement_item (agreement_id);
CREATE INDEX agreement_item_debtor_party ON agreement_item (debtor_party);
CREATE INDEX agreement_item_creditor_party ON agreement_item (creditor_party);
CREATE INDEX agreement_item_due_date ON agreement_item (due_date, id);

-- 回访记录
CREATE TABLE revisit (
  id               TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision         INTEGER NOT NULL CHECK (revision > 0),
  void_reason      TEXT,
  dispute_id       TEXT    NOT NULL REFERENCES dispute (id),
  revisit_date     TEXT    NOT NULL CHECK (revisit_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  party            TEXT    NOT NULL REFERENCES dispute_party (id),
  agreement_no     TEXT    CHECK (length(agreement_no) <= 60),
  mode             TEXT    NOT NULL,
  reason           TEXT    CHECK (length(reason) <= 100),
  revisitor        TEXT    NOT NULL CHECK (length(revisitor) <= 50),
  perform_state    TEXT,
  satisfaction     TEXT,
  hidden_risk      INTEGER NOT NULL CHECK (hidden_risk IN (0, 1)),
  hidden_risk_text TEXT    CHECK (length(hidden_risk_text) <= 500),
  content          TEXT    NOT NULL CHECK (length(content) <= 2000),
  change_no        INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX revisit_dispute_id ON revisit (dispute_id);
CREATE INDEX revisit_revisit_date ON revisit (revisit_date, id);
CREATE INDEX revisit_party ON revisit (party);

-- 移送记录
CREATE TABLE referral (
  id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  void_reason   TEXT,
  dispute_id    TEXT    NOT NULL REFERENCES dispute (id),
  direction     TEXT    NOT NULL,
  from_org      TEXT    CHECK (length(from_org) <= 100),
  to_org        TEXT    CHECK (length(to_org) <= 100),
  doc_no        TEXT    CHECK (length(doc_no) <= 60),
  date          TEXT    NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reason        TEXT    NOT NULL CHECK (length(reason) <= 500),
  feedback_due  TEXT    CHECK (feedback_due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  feedback_date TEXT    CHECK (feedback_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  feedback      TEXT    CHECK (length(feedback) <= 1000),
  change_no     INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX referral_dispute_id ON referral (dispute_id);
CREATE INDEX referral_date ON referral (date, id);

-- 人民调解委员会
CREATE TABLE committee (
  id              TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision        INTEGER NOT NULL CHECK (revision > 0),
  void_reason     TEXT,
  name            TEXT    NOT NULL CHECK (length(name) <= 60),
  kind            TEXT    NOT NULL,
  area_code       TEXT    NOT NULL,
  short_name      TEXT    NOT NULL CHECK (length(short_name) <= 10),
  seal_name       TEXT    CHECK (length(seal_name) <= 60),
  established     TEXT    CHECK (established GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  director        TEXT    NOT NULL CHECK (length(director) <= 50),
  member_count    INTEGER NOT NULL CHECK (member_count >= 1),
  has_female      INTEGER NOT NULL CHECK (has_female IN (0, 1)),
  minority_member INTEGER NOT NULL CHECK (minority_member IN (0, 1)),
  phone           TEXT    CHECK (length(phone) <= 20),
  office          TEXT    CHECK (length(office) <= 200),
  remark          TEXT    CHECK (length(remark) <= 500),
  change_no       INTEGER NOT NULL REFERENCES journal (no)
) STRICT;

-- 人民调解员
CREATE TABLE mediator (
  id               TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  revision         INTEGER NOT NULL CHECK (revision > 0),
  void_reason      TEXT,
  name             TEXT    NOT NULL CHECK (length(name) <= 50),
  sex              TEXT    NOT NULL,
  ethnic           TEXT    NOT NULL,
  birth_date       TEXT    NOT NULL CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  id_number        TEXT    CHECK (length(id_number) = 18),
  phone            TEXT    NOT NULL CHECK (length(phone) <= 20),
  politics         TEXT,
  edu              TEXT,
  legal_background INTEGER NOT NULL CHECK (legal_background IN (0, 1)),
  committee_id     TEXT    NOT NULL REFERENCES committee (id),
  full_time        INTEGER NOT NULL CHECK (full_time IN (0, 1)),
  categories       TEXT    CHECK (categories GLOB ',*,'),
  certificate_no   TEXT    CHECK (length(certificate_no) <= 40),
  start_date       TEXT    CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_date         TEXT    CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  remark           TEXT    CHECK (length(remark) <= 500),
  change_no        INTEGER NOT NULL REFERENCES journal (no)
) STRICT;
CREATE INDEX mediator_committee_id ON mediator (committee_id);
