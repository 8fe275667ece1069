-- 附件随包: which files travelled with which bundle, so that each travels once per epoch (ZHB 1.0)
CREATE TABLE bundle_enclosure (
  bundle_id TEXT NOT NULL,
  sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (bundle_id, sha256)
) STRICT, WITHOUT ROWID;
