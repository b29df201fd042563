import type { Preset } from './preset.ts';

export const osticket: Preset = {
  title: 'osTicket: a queue as CSV',
  sample: `"Ticket Number","Date Created",Subject,From,"From Email",Priority,Department,"Help Topic",Source,"Current Status","Last Updated","SLA Due Date","SLA Plan","Due Date","Closed Date",Overdue,Merged,Linked,Answered,"Agent Assigned","Team Assigned","Thread Count","Reopen Count","Attachment Count","Task Count"
601245,"2026-07-06 09:00:00","No dial tone","Dana Reyes",dana@example.com,High,Support,"Report a Problem",Phone,Closed,"2026-07-06 12:00:00","2026-07-06 13:00:00","Default SLA",,"2026-07-06 11:30:00",No,No,No,Yes,"Sam Ortiz",,3,0,0,0`,
  export: 'Tickets → a queue → Export (the arrow) → choose the fields → Export; the delimiter can be chosen there.',
  languages: ['en'],
  traps: [
    'A queue exports the fields and headings that are configured for it; the names are those of a queue without its own.',
    'There is no time of the first answer, only `Answered`. Read `osticket-thread` for responses and reopenings.',
    '`Closed Date` is the last closing; while `Reopen Count` is above 0 earlier ones are lost.',
    'The promise is `Due Date` where somebody set one, else `SLA Due Date`: two fields, and the policy says which counts.',
    'The delimiter is a semicolon where the browser’s language has a decimal comma.',
  ],
  sources: [
    'osTicket/osTicket: include/class.queue.php (getExportableFields, export), include/class.ticket.php, include/class.export.php',
  ],
  records: `
form: tickets
ticket: {column: [Ticket Number, Number]}
events:
  created: {column: [Date Created, Created, Create Date], optional: false}
  resolved: {column: [Closed Date, Close Date]}
fields:
  status: {column: [Current Status, Status], values: {Open: open, Resolved: resolved, Closed: closed}}
  urgency: {column: Priority, values: {Low: low, Normal: normal, High: high, Emergency: emergency}}
  type: Help Topic
  channel: Source
  assignee: {column: [Agent Assigned, Assignee]}
  department: Department
  team: Team Assigned
  customer: From
  sla: SLA Plan
  answered: Answered
  due_date: {column: Due Date, time: true}
  sla_due_date: {column: SLA Due Date, time: true}
`,
};
