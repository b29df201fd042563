import type { Preset } from './preset.ts';

// A list exported as CSV has the names of the fields (opened_at), one exported as Excel their labels (Opened), and a system
// property makes CSV write labels too. Both are stamped in the time zone and format of the user who exports. The Table API
// answers in UTC; with sysparm_display_value=all each field is a pair of value and display_value. State and priority are
// numbers there, and in lists "1 - Critical" or "New".
export const servicenow: Preset = {
  title: 'ServiceNow: incidents (or other tasks) as CSV, Excel or JSON',
  sample: `"number","opened_at","short_description","caller_id","priority","state","category","contact_type","assignment_group","assigned_to","reopen_count","reassignment_count","made_sla","resolved_at","closed_at"
"INC0010023","2026-03-02 09:00:00","VPN drops every hour","Abel Tuter","2 - High","Closed","Network","Phone","Network","Beth Anglin","0","1","true","2026-03-02 12:30:00","2026-03-05 12:30:05"
`,
  export:
    'In the list: right-click a column heading, *Export → CSV* (or Excel), after adding *Resolved*, *Closed*, *Made SLA* to the list; or ' +
    '`/incident_list.do?CSV&sysparm_query=…&sysparm_fields=number,opened_at,…`; or the Table API, `GET /api/now/table/incident?sysparm_display_value=all`.',
  languages: ['en'],
  traps: [
    'Lists are stamped in the time zone of the user who exports (`timezone`, or `time: {zone: …}`); the Table API’s values are in UTC and name no zone: `time: {zone: UTC}`.',
    'Other date formats than the system’s `yyyy-MM-dd HH:mm:ss` are a setting of the user; say them in `time: {format: …}`.',
    'An export ends at a limit (10,000 rows unless it was raised) without saying so: export by month.',
    'There is no instant of the first response in the incident itself; take `servicenow-task-sla`, or a field of your own: `events: {responded: u_first_response}`.',
    '`resolved` is the last resolution. `closed` comes by itself some days later and says nothing about anybody’s work.',
    'State, priority, group and assignee are those of the day of the export; their history is in `servicenow-audit`.',
    '`made_sla` is ServiceNow’s own opinion, true also where no SLA was attached.',
  ],
  sources: [
    'ServiceNow documentation, "Export lists", "Export limits", "Incident form", Table API: github.com/ServiceNow/ServiceNowDocs',
    'Field names: incident event logs exported from ServiceNow (UCI machine learning repository, "Incident management process enriched event log")',
  ],
  records: `
form: tickets
ticket: [number.display_value, number, Number]
events:
  created: {column: [opened_at.value, opened_at, Opened], optional: false}
  resolved: [resolved_at.value, resolved_at, Resolved]
  closed: [closed_at.value, closed_at, Closed]
fields:
  status:
    column: [state.display_value, state, incident_state, State, Incident state]
    values: {'1': New, '2': In Progress, '3': On Hold, '6': Resolved, '7': Closed, '8': Canceled}
  urgency:
    column: [priority.display_value, priority, Priority]
    values: {'1': 1 - Critical, '2': 2 - High, '3': 3 - Moderate, '4': 4 - Low, '5': 5 - Planning}
  type: [category.display_value, category, Category]
  channel: [contact_type.display_value, contact_type, Channel, Contact type]
  assignee: [assigned_to.display_value, assigned_to.value, assigned_to, Assigned to]
  department: [assignment_group.display_value, assignment_group.value, assignment_group, Assignment group]
  customer: [caller_id.display_value, caller_id.value, caller_id, Caller]
  reopens: [reopen_count.value, reopen_count, Reopen count]
  made_sla: [made_sla.value, made_sla, Made SLA]
`,
};
