import type { Preset } from './preset.ts';

// Answers are entries of the thread (type R), everything else its events: the query puts both into one list.
export const osticketThread: Preset = {
  title: 'osTicket: threads of tickets, thread_event and thread_entry as CSV or JSON',
  sample: `number,event,at,actor,kind,assignee,department
601245,created,2026-07-06 09:00:00,Dana Reyes,U,,Support
601245,assigned,2026-07-06 09:05:00,sortiz,S,Sam Ortiz,Support
601245,R,2026-07-06 09:50:00,Sam Ortiz,S,,`,
  export:
    "From the database: `SELECT t.number, e.name AS event, v.timestamp AS at, v.username AS actor, v.uid_type AS kind, CONCAT_WS(' ', s.firstname, s.lastname) AS assignee, d.name AS department FROM ost_thread_event v JOIN ost_event e ON e.id = v.event_id JOIN ost_thread h ON h.id = v.thread_id AND h.object_type = 'T' JOIN ost_ticket t ON t.ticket_id = h.object_id LEFT JOIN ost_staff s ON s.staff_id = v.staff_id LEFT JOIN ost_department d ON d.id = v.dept_id UNION ALL SELECT t.number, n.type, n.created, n.poster, IF(n.staff_id > 0, 'S', 'U'), NULL, NULL FROM ost_thread_entry n JOIN ost_thread h ON h.id = n.thread_id AND h.object_type = 'T' JOIN ost_ticket t ON t.ticket_id = h.object_id`.",
  traps: [
    'A reopening marks the closing before it as annulled; the rows stay, and so does the run’s first stop.',
    'Entries are M (the customer writes), R (an answer) and N (an internal note): only R answers.',
    'The agent stands in a row from that row on; rows of entries say nothing of the holder.',
    'The database keeps the time of its own zone: set `records.time.zone` if that is not the policy’s.',
  ],
  sources: [
    'osTicket/osTicket: include/class.thread.php, include/i18n/en_US/event.yaml, setup/inc/streams/core/install-mysql.sql',
  ],
  records: `
form: events
ticket: number
at: {column: [at, timestamp]}
event: {column: event, values: {M: customer_message, R: responded, N: note, closed: resolved}}
actor: {column: [actor, username], role: {column: [kind, uid_type], values: {S: agent, U: customer}}}
fields:
  assignee: assignee
  department: department
`,
};
