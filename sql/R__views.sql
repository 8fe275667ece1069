-- What statistics count (统计口径), one row for each case that was ever accepted: 不予受理 is outside every count.
-- A new wording needs a new versioned migration beside it, for a store is brought up to date only when its version is behind.

DROP VIEW IF EXISTS report_case;
CREATE VIEW report_case AS
SELECT d.id, d.revision, d.title,
       d.committee_id, c.kind AS committee_kind, d.area_code,
       d.source_code, d.type_sf, d.type_zz, d.scale, d.risk_level, d.warn_level, d.supervise_level, d.lead_source,
       d.people_count,
       -- 协议涉及金额: what the agreement says, else what was at stake; in fen
       coalesce(a.total_amount_fen, d.amount_fen, 0) AS amount_fen,
       d.is_difficult AS difficult, d.jc_status, d.breach_outcome,
       d.accept_date, d.close_date, d.deadline, d.end_date, a.sign_date,
       -- 移送转出: leaves on the day it was sent on
       (d.stage = '13' OR d.close_result IS '5') AS moved,
       CASE WHEN d.stage = '13' OR d.close_result IS '5' THEN coalesce(d.refer_date, d.close_date) ELSE d.close_date END AS left_date,
       -- 经过调解: agreed, failed or withdrawn; or sent on after mediation had begun
       (d.is_success OR d.stage IN ('05', '06', '07', '08', '11', '12') OR d.close_result IN ('1', '2', '3', '4')
         OR ((d.stage = '13' OR d.close_result IS '5')
             AND EXISTS (SELECT 1 FROM dispute_step s WHERE s.dispute_id = d.id AND s.to_stage = '04' AND s.void_reason IS NULL))) IS TRUE AS mediated,
       -- 调解成功: the parties once agreed, kept or not
       (d.is_success OR d.stage IN ('05', '06', '07', '08')) AS success,
       a.form,
       -- 履行: kept in full
       (d.close_result IS '1' OR d.stage = '07') AS performed
FROM dispute d
LEFT JOIN committee c ON c.id = d.committee_id
LEFT JOIN agreement a ON a.id = (SELECT max(b.id) FROM agreement b WHERE b.dispute_id = d.id AND b.void_reason IS NULL)
WHERE d.void_reason IS NULL AND d.accept_date IS NOT NULL AND d.stage NOT IN ('01', '02', '10') AND d.close_result IS NOT '6';
