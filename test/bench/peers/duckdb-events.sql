-- Three clocks in office hours for each employee, as policies/events.yaml says. Tuned: only the columns needed, enumerations and
-- whole numbers for what is compared, and who held a ticket when its time ran out is looked for in breached runs alone.
-- Seconds `l` are of the desk's clock on the wall, `b` are open seconds since the calendar's first day.
CREATE TEMP TABLE calendar AS SELECT * FROM read_csv('__CALENDAR__');
CREATE TEMP TABLE targets AS SELECT priority::ENUM ('urgent', 'high', 'normal', 'low') AS priority, first, next, resolution
  FROM (VALUES ('urgent', 1800, 3600, 14400), ('high', 3600, 7200, 28800), ('normal', 14400, 14400, 86400), ('low', 28800, 28800, 144000))
  t(priority, first, next, resolution);
SET VARIABLE end_b = (SELECT pre FROM calendar WHERE date = '2026-01-15');

-- `moves`: the office was open until this instant, so open time reached `b` now and not before.
CREATE TEMP TABLE entries AS
WITH rows AS (
  SELECT CAST(ticket_id[2:] AS INTEGER) AS ticket,
    event::ENUM ('created', 'assigned', 'agent_reply', 'customer_reply', 'status_change', 'resolved', 'reopened', 'closed') AS event,
    status IN ('new', 'open') AS counts, status IN ('resolved', 'closed') AS done, assignee,
    priority::ENUM ('urgent', 'high', 'normal', 'low') AS priority,
    CAST(epoch(CAST(time[:19] AS TIMESTAMP)) AS BIGINT) AS l
  FROM read_csv('__FILE__', header = true, columns = {'ticket_id': 'VARCHAR', 'time': 'VARCHAR', 'event': 'VARCHAR',
    'status': 'VARCHAR', 'actor': 'VARCHAR', 'assignee': 'VARCHAR', 'priority': 'VARCHAR', 'note': 'VARCHAR'}))
SELECT ticket, event, counts, done, assignee, priority, l,
  pre + greatest(0, least(l % 86400, e1) - s1) + greatest(0, least(l % 86400, e2) - s2) AS b,
  (l % 86400 > s1 AND l % 86400 <= e1) OR (l % 86400 > s2 AND l % 86400 <= e2) AS moves
FROM rows JOIN calendar ON day = l // 86400;

-- `answers`: how many replies or resolutions came before; the rows with one number are an exchange, its last row answers it.
-- `until`: who held the ticket up to this row, or by it where nobody had.
CREATE TEMP TABLE steps AS
SELECT ticket, event, counts, done, assignee, priority, l, b, moves,
  coalesce(nullif(lag(assignee) OVER t, ''), assignee) AS until,
  CASE WHEN counts THEN lead(b, 1, getvariable('end_b')) OVER t - b ELSE 0 END AS counted,
  coalesce(lag(counts) OVER t, false) AS counted_before,
  coalesce(sum((event IN ('agent_reply', 'resolved'))::INTEGER) OVER (t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER AS answers
FROM entries WINDOW t AS (PARTITION BY ticket ORDER BY l);

CREATE TEMP TABLE exchanges AS
SELECT ticket, answers, any_value(priority) AS priority, min(b) AS opened, min(b) FILTER (event = 'customer_reply') AS asked,
  min(b) FILTER (event IN ('agent_reply', 'resolved')) AS answered, any_value(until) FILTER (event IN ('agent_reply', 'resolved')) AS until
FROM steps GROUP BY ticket, answers;

CREATE TEMP TABLE answer_runs AS
SELECT clock, ticket, answers, started + within AS due, coalesce(answered, getvariable('end_b')) - started AS used,
  answered IS NOT NULL AS stopped, until, used > within AS breached
FROM (
  SELECT 'first_response' AS clock, ticket, answers, opened AS started, first AS within, answered, until
  FROM exchanges JOIN targets USING (priority) WHERE answers = 0
  UNION ALL
  SELECT 'next_response', ticket, answers, asked, next, answered, until
  FROM exchanges JOIN targets USING (priority) WHERE asked IS NOT NULL);

CREATE TEMP TABLE resolution_runs AS
SELECT ticket, used, resolution AS within, stopped, until, used > resolution AS breached
FROM (
  SELECT ticket, any_value(priority) AS priority, sum(counted)::BIGINT AS used, arg_max(done, l) AS stopped,
    arg_max(until, l) FILTER (event = 'resolved') AS until
  FROM steps GROUP BY ticket) JOIN targets USING (priority);

CREATE TEMP TABLE runs AS
SELECT clock, until AS employee, stopped, breached, used FROM answer_runs WHERE stopped AND NOT breached
UNION ALL
SELECT clock, arg_max(assignee, l), any_value(stopped), true, any_value(used)
FROM answer_runs JOIN steps USING (ticket, answers) WHERE breached AND (b < due OR (b = due AND moves)) GROUP BY clock, ticket, answers
UNION ALL
SELECT 'resolution', until, stopped, breached, used FROM resolution_runs WHERE stopped AND NOT breached
UNION ALL
SELECT 'resolution', arg_max(assignee, l), any_value(stopped), true, any_value(used)
FROM (
  SELECT ticket, assignee, l, moves, counted_before, used, within, stopped,
    coalesce(sum(counted) OVER (PARTITION BY ticket ORDER BY l ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM steps JOIN resolution_runs USING (ticket) WHERE breached)
WHERE before < within OR (before = within AND moves AND counted_before) GROUP BY ticket;

COPY (
  SELECT clock, employee, count(*) FILTER (NOT breached) AS met, count(*) FILTER (breached) AS breached, count(*) FILTER (stopped) AS n,
    coalesce(sum(used) FILTER (stopped), 0)::BIGINT AS sum, coalesce(max(used) FILTER (stopped), 0) AS longest
  FROM runs GROUP BY ALL ORDER BY ALL) TO '__ANSWER__' (HEADER false, QUOTE '');
