import type { Preset } from './preset.ts';

// A length is written without the units that are 0: `1h` is an hour to the second, hence `assume: start`.
export const erpnext: Preset = {
  title: 'ERPNext: Issue as CSV or XLSX',
  sample: `"Sr","ID","Subject","Status","Priority","Issue Type","Customer","Opening Date","Opening Time","First Responded On","Response By","Resolution By","Resolution Date","Total Hold Time","Service Level Agreement Status"
1,"ISS-2026-00031","Invoice cannot be printed","Closed","Medium","Defect","Acme Ltd","2026-07-06","09:00:00","2026-07-06 09:25:10","2026-07-06 10:00:00","2026-07-06 17:00:00","2026-07-06 14:00:00","30m","Fulfilled"`,
  export: 'Support → Issue → report view, with the columns below → Menu → Export.',
  languages: ['en'],
  traps: [
    'When an issue was opened stands in two columns, a date and a time; in the JSON of the API: `events: {created: {column: opening_date, time_of_day: opening_time}}`.',
    'A reopening empties `Resolution Date`: what was resolved before it is lost.',
    '`Total Hold Time` is a total that a clock can pause by: `pause: {total: paused}`. Versions before 13 have no such column.',
    'Who an issue is assigned to is not a column of the export.',
  ],
  sources: [
    'frappe/erpnext: erpnext/support/doctype/issue/issue.json',
    'frappe/frappe: frappe/desk/reportview.py (export_query)',
  ],
  records: `
form: tickets
ticket: {column: [ID, name]}
events:
  created: {column: Opening Date, time_of_day: Opening Time, optional: false}
  responded: {column: [First Responded On, first_responded_on]}
  resolved: {column: [Resolution Date, resolution_date]}
durations:
  paused: {column: Total Hold Time, unit: text, assume: start}
fields:
  status: {column: [Status, status]}
  urgency: {column: [Priority, priority]}
  type: {column: [Issue Type, issue_type]}
  customer: {column: [Customer, customer]}
  sla_status: {column: [Service Level Agreement Status, Service Level Agreement Fulfilled, agreement_status, agreement_fulfilled]}
  response_due: {column: [Response By, response_by], time: true}
  resolution_due: {column: [Resolution By, resolution_by], time: true}
`,
};
