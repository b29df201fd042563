import type { Preset } from './preset.ts';

// `… In Min` columns count the SLA's own business hours and stand only where an SLA matched: the stamps beside them are
// read instead, and the policy's calendar counts.
export const zammad: Preset = {
  title: 'Zammad: tickets as XLSX or JSON',
  sample: `2026-07 (Created)
,
#,Title,State,Priority,Group,Owner,Customer,Organization,Create Channel,Sender,Tags,Time Units Total,Created At,Updated At,Closed At,Close Escalation At,Close In Min,Close Diff In Min,First Response At,First Response Escalation At,First Response In Min,First Response Diff In Min,Update Escalation At,Update In Min,Update Diff In Min,Last Contact At,Last Contact Agent At,Last Contact Customer At,Article Count,Escalation At
43001,Printer on floor 3,closed,2 normal,Service Desk,Emily Adams,Nicole Braun,Zammad Foundation,email,Customer,,,2026-07-06 09:00:00,2026-07-06 15:00:00,2026-07-06 15:00:00,2026-07-06 17:00:00,360,120,2026-07-06 09:45:00,2026-07-06 10:00:00,45,15,,,,2026-07-06 09:45:00,2026-07-06 09:45:00,2026-07-06 09:00:00,2,`,
  export:
    'Reporting → a profile → the list of tickets → Download, which gives a workbook; or `GET /api/v1/tickets/search?query=…&expand=true`, whose JSON has names instead of ids.',
  traps: [
    'A title, an empty row and then the header; below the rows a line `Timezone: Europe/Berlin`, which is set aside as a row without any event. The stamps of the workbook are in that zone: set `timezone`, or `records.time.zone`, to it. The JSON is in UTC and says so.',
    '`Closed At` is the first closing and stays after a reopening. Read `zammad-history` where reopenings or pauses count.',
    'Pending states leave no trace here, so nothing can pause: read `zammad-history` for that.',
    'Without `expand=true` the JSON has `state_id`, `owner_id` … and no names.',
    'Reports leave merged tickets out.',
  ],
  sources: [
    'zammad/zammad: lib/excel_sheet/ticket.rb, lib/excel_sheet.rb, app/controllers/reports_controller.rb',
    'https://docs.zammad.org/en/latest/api/ticket/index.html',
  ],
  records: `
form: tickets
ticket: {column: ["#", number]}
events:
  created: {column: [Created At, created_at], optional: false}
  responded: {column: [First Response At, first_response_at]}
  resolved: {column: [Closed At, close_at]}
fields:
  status: {column: [State, state]}
  urgency: {column: [Priority, priority], values: {1 low: low, 2 normal: normal, 3 high: high}}
  channel: {column: [Create Channel, create_article_type]}
  assignee: {column: [Owner, owner]}
  department: {column: [Group, group]}
  customer: {column: [Organization, organization]}
  response_due: {column: [First Response Escalation At, first_response_escalation_at], time: true}
  resolution_due: {column: [Close Escalation At, close_escalation_at], time: true}
missing: "-"
`,
};
