import type { Preset } from './preset.ts';

// The columns of an export are chosen by whoever exports, and so is their order. Freshservice writes the same ones with
// capitals (Created Time). The two columns "(in hrs)" are lengths, h:mm:ss, in business hours, and are often empty.
export const freshdesk: Preset = {
  title: 'Freshdesk and Freshservice: tickets as CSV',
  sample: `Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Resolution status,First response status,Tags,Survey results,Association type,Product,Full name,Email,Company Name
1201,Invoice shows the wrong VAT,Closed,High,Email,Question,Ines Prado,Billing,2026-03-02 09:00:00,2026-03-02 17:00:00,2026-03-02 15:10:00,2026-03-04 15:15:00,2026-03-04 15:15:00,2026-03-02 09:40:00,00:00,00:40:00,06:10:00,2,1,Within SLA,Within SLA,,,,,Lars Holm,lars@example.com,Holm A/S
`,
  export:
    'Tickets (a list or view), *Export*, CSV, with at least *Ticket ID, Created time, Initial response time, Resolved time, Status, Priority, Agent, Group*; it comes by mail.',
  languages: ['en'],
  traps: [
    'Stamps are in the time zone of the account and name none.',
    '`Resolved time` is emptied when a ticket is reopened and holds the last one after that.',
    '`First response time (in hrs)` and `Resolution time (in hrs)` are business time by Freshdesk’s own hours, often empty; the instants are read instead.',
    '`Resolution status` and `First response status` (`Within SLA`, `SLA Violated`) are Freshdesk’s own opinion, read as fields to be held against ours.',
    'Priority, agent and group are those of the day of the export. Tickets that were merged or deleted are not in it.',
  ],
  sources: [
    'Freshdesk support, "Exporting tickets": support.freshdesk.com/support/solutions/articles/50000002224',
    'Headers: programs and models that read such exports, Freshdesk’s and Freshservice’s, in public repositories; the words of the two SLA columns are not attested there, and nothing hangs on them',
  ],
  records: `
form: tickets
ticket: [Ticket ID, Ticket Id]
events:
  created: {column: [Created time, Created Time], optional: false}
  responded: [Initial response time, Initial Response Time]
  resolved: [Resolved time, Resolved Time]
  closed: [Closed time, Closed Time]
fields:
  status: Status
  urgency: Priority
  type: Type
  channel: Source
  assignee: Agent
  department: Group
  customer: [Full name, Full Name, Requester Name]
  company: [Company Name, Company]
  rating: [Survey results, Survey Result]
  due_by: {column: [Due by Time, Due by time], time: true}
  first_response_status: [First response status, First Response Status]
  resolution_status: [Resolution status, Resolution Status]
`,
};
