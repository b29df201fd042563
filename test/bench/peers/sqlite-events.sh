#!/bin/sh
# sh sqlite-events.sh CALENDAR FILE ANSWER. The statements of duckdb-events.sql as SQLite has them; a file without a journal.
set -e
database="$3.database"
rm -f "$database"
trap 'rm -f "$database"' EXIT
sqlite3 "$database" <<SQL
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY;
.mode csv
.import "$2" rows
.import "$1" days
CREATE TABLE calendar (day INTEGER PRIMARY KEY, pre INT, s1 INT, e1 INT, s2 INT, e2 INT);
INSERT INTO calendar SELECT CAST(day AS INT), CAST(pre AS INT), CAST(s1 AS INT), CAST(e1 AS INT), CAST(s2 AS INT), CAST(e2 AS INT) FROM days;
CREATE TABLE targets (priority, first INT, next INT, resolution INT);
INSERT INTO targets VALUES ('urgent', 1800, 3600, 14400), ('high', 3600, 7200, 28800), ('normal', 14400, 14400, 86400), ('low', 28800, 28800, 144000);
CREATE TABLE ending AS SELECT CAST(pre AS INT) AS b FROM days WHERE date = '2026-01-15';

CREATE TABLE steps AS
SELECT ticket, event, counts, done, assignee, priority, l, b, moves,
  coalesce(nullif(lag(assignee) OVER t, ''), assignee) AS until,
  CASE WHEN counts THEN lead(b, 1, (SELECT b FROM ending)) OVER t - b ELSE 0 END AS counted,
  coalesce(lag(counts) OVER t, 0) AS counted_before,
  coalesce(sum(event IN ('agent_reply', 'resolved')) OVER (t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS answers
FROM (
  SELECT ticket, event, counts, done, assignee, priority, l,
    pre + max(0, min(l % 86400, e1) - s1) + max(0, min(l % 86400, e2) - s2) AS b,
    (l % 86400 > s1 AND l % 86400 <= e1) OR (l % 86400 > s2 AND l % 86400 <= e2) AS moves
  FROM (
    SELECT CAST(substr(ticket_id, 2) AS INT) AS ticket, event, status IN ('new', 'open') AS counts, status IN ('resolved', 'closed') AS done,
      assignee, priority, unixepoch(substr(time, 1, 19)) AS l
    FROM rows)
  JOIN calendar ON day = l / 86400)
WINDOW t AS (PARTITION BY ticket ORDER BY l);

CREATE TABLE exchanges AS
SELECT ticket, answers, max(priority) AS priority, min(b) AS opened, min(b) FILTER (WHERE event = 'customer_reply') AS asked,
  min(b) FILTER (WHERE event IN ('agent_reply', 'resolved')) AS answered, max(until) FILTER (WHERE event IN ('agent_reply', 'resolved')) AS until
FROM steps GROUP BY ticket, answers;

CREATE TABLE answer_runs AS
SELECT clock, ticket, answers, started + within AS due, coalesce(answered, (SELECT b FROM ending)) - started AS used, answered IS NOT NULL AS stopped, until,
  coalesce(answered, (SELECT b FROM ending)) - started > within AS breached
FROM (
  SELECT 'first_response' AS clock, ticket, answers, opened AS started, first AS within, answered, until
  FROM exchanges JOIN targets USING (priority) WHERE answers = 0
  UNION ALL
  SELECT 'next_response', ticket, answers, asked, next, answered, until FROM exchanges JOIN targets USING (priority) WHERE asked IS NOT NULL);

-- A bare column beside max() is of the row that has it.
CREATE TABLE resolution_runs AS
SELECT ticket, used, resolution AS within, stopped, until, used > resolution AS breached
FROM (SELECT ticket, priority, sum(counted) AS used, done AS stopped, max(l) FROM steps GROUP BY ticket) JOIN targets USING (priority)
LEFT JOIN (SELECT ticket, until, max(l) FROM steps WHERE event = 'resolved' GROUP BY ticket) USING (ticket);

CREATE INDEX steps_of ON steps (ticket, answers);
CREATE TABLE runs (clock, employee, stopped, breached, used);
INSERT INTO runs SELECT clock, until, stopped, breached, used FROM answer_runs WHERE stopped AND NOT breached;
INSERT INTO runs SELECT clock, assignee, stopped, 1, used FROM (
  SELECT clock, assignee, stopped, used, max(l) FROM answer_runs JOIN steps USING (ticket, answers)
  WHERE breached AND (b < due OR (b = due AND moves)) GROUP BY clock, ticket, answers);
INSERT INTO runs SELECT 'resolution', until, stopped, breached, used FROM resolution_runs WHERE stopped AND NOT breached;
INSERT INTO runs SELECT 'resolution', assignee, stopped, 1, used FROM (
  SELECT ticket, assignee, stopped, used, max(l) FROM (
    SELECT ticket, assignee, l, moves, counted_before, used, within, stopped,
      coalesce(sum(counted) OVER (PARTITION BY ticket ORDER BY l ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM steps JOIN resolution_runs USING (ticket) WHERE breached)
  WHERE before < within OR (before = within AND moves AND counted_before) GROUP BY ticket);

.mode list
.separator ,
.output "$3"
SELECT clock, employee, sum(NOT breached), sum(breached), sum(stopped), coalesce(sum(used) FILTER (WHERE stopped), 0), coalesce(max(used) FILTER (WHERE stopped), 0)
FROM runs GROUP BY clock, employee ORDER BY clock, employee;
SQL
