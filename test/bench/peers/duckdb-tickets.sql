-- Two clocks in office hours for each employee, as policies/tickets.yaml says.
CREATE TEMP TABLE calendar AS SELECT * FROM read_csv('__CALENDAR__');
CREATE TEMP TABLE targets AS SELECT * FROM (VALUES ('urgent', 1800, 14400), ('high', 3600, 28800), ('normal', 14400, 86400), ('low', 28800, 144000))
  t(priority, first, resolution);
SET VARIABLE end_b = (SELECT pre FROM calendar WHERE date = '2026-01-15');
CREATE TEMP MACRO open_seconds(l, pre, s1, e1, s2, e2) AS pre + greatest(0, least(l % 86400, e1) - s1) + greatest(0, least(l % 86400, e2) - s2);

CREATE TEMP TABLE tickets AS
SELECT priority, coalesce(assignee, '') AS employee, epoch(created)::BIGINT AS c, epoch(coalesce(first_response, resolved))::BIGINT AS f, epoch(resolved)::BIGINT AS r
FROM read_csv('__FILE__', header = true, timestampformat = '%Y-%m-%d %H:%M:%S', columns = {'id': 'VARCHAR', 'subject': 'VARCHAR',
  'description': 'VARCHAR', 'channel': 'VARCHAR', 'type': 'VARCHAR', 'priority': 'VARCHAR', 'status': 'VARCHAR', 'requester': 'VARCHAR',
  'assignee': 'VARCHAR', 'team': 'VARCHAR', 'created': 'TIMESTAMP', 'first_response': 'TIMESTAMP', 'resolved': 'TIMESTAMP',
  'closed': 'VARCHAR', 'updated': 'VARCHAR', 'reopens': 'VARCHAR', 'csat': 'VARCHAR', 'tags': 'VARCHAR'});

CREATE TEMP TABLE used AS
SELECT priority, employee, f IS NOT NULL AS answered, r IS NOT NULL AS resolved,
  coalesce(open_seconds(f, cf.pre, cf.s1, cf.e1, cf.s2, cf.e2), getvariable('end_b')) - open_seconds(c, cc.pre, cc.s1, cc.e1, cc.s2, cc.e2) AS first_used,
  coalesce(open_seconds(r, cr.pre, cr.s1, cr.e1, cr.s2, cr.e2), getvariable('end_b')) - open_seconds(c, cc.pre, cc.s1, cc.e1, cc.s2, cc.e2) AS resolution_used
FROM tickets JOIN calendar cc ON cc.day = c // 86400 LEFT JOIN calendar cf ON cf.day = f // 86400 LEFT JOIN calendar cr ON cr.day = r // 86400;

COPY (
  SELECT clock, employee, count(*) FILTER (NOT breached) AS met, count(*) FILTER (breached) AS breached, count(*) FILTER (stopped) AS n,
    coalesce(sum(used) FILTER (stopped), 0)::BIGINT AS sum, coalesce(max(used) FILTER (stopped), 0) AS longest
  FROM (
    SELECT 'first_response' AS clock, employee, answered AS stopped, first_used AS used, first_used > first AS breached FROM used JOIN targets USING (priority)
    UNION ALL
    SELECT 'resolution', employee, resolved, resolution_used, resolution_used > resolution FROM used JOIN targets USING (priority))
  WHERE stopped OR breached GROUP BY ALL ORDER BY ALL) TO '__ANSWER__' (HEADER false, QUOTE '');
