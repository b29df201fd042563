import type { Preset } from './preset.ts';

// A length is written without the units that are 0 (`1h` is an hour to the second: `assume: start`). `Total Hold Time` is counted in the hours of the ticket's SLA, as a pause's total is. `SLA Creation` is hidden in lists; the date
// and the time of opening are what everybody has.
export const frappeHelpdesk: Preset = {
  title: 'Frappe Helpdesk: HD Ticket as CSV or XLSX',
  sample: `"Sr","ID","Subject","Status","Priority","Ticket Type","Team","Customer","Opening Date","Opening Time","First Responded On","Response By","Resolution By","Resolution Date","Total Hold Time","SLA Status"
1,"301","VPN drops","Closed","High","Incident","Network","Acme Ltd","2026-07-06","09:00:00","2026-07-06 09:25:10","2026-07-06 10:00:00","2026-07-06 17:00:00","2026-07-06 14:00:00","1h","Fulfilled"`,
  export:
    'Tickets → Export → CSV or Excel gives the columns of the list: show those below first. The report view of HD Ticket in the desk (/app/hd-ticket/view/report → Menu → Export) has them all.',
  languages: ['en', 'zh'],
  traps: [
    'When a ticket was opened stands in two columns, a date and a time. In Chinese: `events: {created: {column: 问题提交日期, time_of_day: 问题提交时间}}`; in the JSON of the API: `{column: opening_date, time_of_day: opening_time}`.',
    'A reopening empties `Resolution Date`: what was resolved before it is lost. `First Responded On` stays.',
    '`Total Hold Time` (`1d 2h 5m`) is a total that a clock can pause by: `pause: {total: paused}`. Frappe counts it in the hours of the ticket’s SLA.',
    'While a ticket is on hold `Resolution By` is blank.',
    'Who a ticket is assigned to (`_assign`) is not a column of the export; the team is: `charge: department`.',
    'Stamps are in the system’s zone, or the user’s where time zones per user are on.',
  ],
  sources: [
    'frappe/helpdesk: helpdesk/helpdesk/doctype/hd_ticket/hd_ticket.json, helpdesk/locale/zh.po, desk/src/pages/ticket/Tickets.vue',
    'frappe/helpdesk: helpdesk/helpdesk/doctype/hd_service_level_agreement/hd_service_level_agreement.py',
    'frappe/frappe: frappe/desk/reportview.py (export_query)',
  ],
  records: `
form: tickets
ticket: {column: [ID, name, 编号]}
events:
  created: {column: Opening Date, time_of_day: Opening Time, optional: false}
  responded: {column: [First Responded On, first_responded_on, 首次回复时间]}
  resolved: {column: [Resolution Date, resolution_date, 问题解决日期]}
durations:
  paused: {column: [Total Hold Time, 总保持时间], unit: text, assume: start}
fields:
  status: {column: [Status, status, 状态], values: {待处理: Open, 已回复: Replied, 已解决: Resolved, 已关闭: Closed}}
  urgency: {column: [Priority, priority, 优先级]}
  type: {column: [Ticket Type, ticket_type, 工单类型]}
  department: {column: [Team, agent_group, 团队]}
  customer: {column: [Customer, customer, 客户]}
  sla_status: {column: [SLA Status, agreement_status, SLA状态]}
  response_due: {column: [Response By, response_by], time: true}
  resolution_due: {column: [Resolution By, resolution_by], time: true}
`,
};
