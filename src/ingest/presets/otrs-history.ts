import type { Preset } from './preset.ts';

// Each row of ticket_history repeats state, queue, owner and priority as they were after it: fields of an event row.
export const otrsHistory: Preset = {
  title: 'OTRS, Znuny, OTOBO: history of tickets, the table ticket_history as CSV or JSON',
  sample: `tn,history_type,name,create_time,state,queue,priority,owner,create_by,id
2026070610000017,NewTicket,%%2026070610000017%%Support%%3 normal%%new%%101,2026-07-06 09:00:00,new,Support,3 normal,root@localhost,root@localhost,5001
2026070610000017,SendAnswer,%%kim@acme.example,2026-07-06 09:40:00,new,Support,3 normal,jdoe,jdoe,5004`,
  export:
    'From the database: `SELECT t.tn, y.name AS history_type, h.name, h.create_time, s.name AS state, q.name AS queue, p.name AS priority, o.login AS owner, b.login AS create_by, h.id FROM ticket_history h JOIN ticket t ON t.id = h.ticket_id JOIN ticket_history_type y ON y.id = h.history_type_id JOIN ticket_state s ON s.id = h.state_id JOIN queue q ON q.id = h.queue_id JOIN ticket_priority p ON p.id = h.priority_id JOIN users o ON o.id = h.owner_id JOIN users b ON b.id = h.create_by`.',
  traps: [
    'The database keeps UTC from OTRS 6 on: set `records.time.zone: UTC`. Before that it keeps the server’s own time.',
    'An owner `root@localhost` is nobody: a ticket that nobody has taken.',
    'SendAnswer and PhoneCallAgent are answers to the customer; AddNote is not. The reply of an automaton is SendAutoReply and no answer (S17).',
    'Stop a resolution by the state, `{while: {status: [closed successful, closed unsuccessful]}}`: a closing is a StateUpdate like any other.',
  ],
  sources: ['znuny/Znuny: Kernel/System/Ticket.pm (HistoryAdd), scripts/database/otrs-initial_insert.xml'],
  records: `
form: events
ticket: {column: [tn, ticket_id]}
at: create_time
event:
  column: [history_type, history_type_name]
  values: {NewTicket: created, FollowUp: customer_reply, SendAnswer: responded, EmailAgent: responded, PhoneCallAgent: responded,
    PhoneCallCustomer: customer_call, AddNote: note, SendAutoReply: auto_reply, Lock: accepted, Unlock: released, Move: moved,
    StateUpdate: status_changed, OwnerUpdate: assigned, PriorityUpdate: urgency_changed, Merged: merged}
actor: create_by
sequence: id
fields:
  status: {column: [state, ticket_state_name]}
  urgency: {column: priority, values: {1 very low: very low, 2 low: low, 3 normal: normal, 4 high: high, 5 very high: very high}}
  assignee: {column: owner, empty: clear}
  department: queue
missing: root@localhost
`,
};
