import type { Preset } from './preset.ts';

// Two tables tell what a field was when. sys_audit has a row for each change, with the old and the new value as they are
// stored (numbers of states, sys_ids of people) under the sys_id of the record. metric_instance, for the fields that a metric
// definition follows, has a row for each stretch of one value, with its beginning and end and values as they are shown.
export const servicenowAudit: Preset = {
  title: 'ServiceNow: field changes (sys_audit or metric_instance) as CSV or JSON',
  sample: `"sys_created_on","tablename","documentkey","fieldname","oldvalue","newvalue","user","reason"
"2026-03-02 09:05:10","incident","9d385017c611228701d22104cc95c371","state","1","2","beth.anglin",""

"definition","id","field","value","start","end","duration","business_duration","calculation_complete"
"Incident State Duration","Incident: INC0010023","state","New","2026-03-02 09:00:00","2026-03-02 09:05:10","310","310","true"
`,
  export:
    '`/sys_audit_list.do?CSV&sysparm_query=tablename=incident^fieldnameINstate,priority,assigned_to,assignment_group` (an administrator), or ' +
    '`/metric_instance_list.do?CSV&sysparm_query=…`; the Table API has both tables, too.',
  languages: ['en'],
  traps: [
    'sys_audit has no row for the creation of a record: its first row is the first change. metric_instance begins with the creation: `start: {first: true}`.',
    'sys_audit names records, people and groups by sys_id. A roster with sys_ids as aliases names the people.',
    'Only one table at a time: together they would tell each change twice, under two names of the ticket.',
    'Only fields whose table is audited (or followed by a metric) are there at all.',
    'The Table API’s values are in UTC and name no zone: `time: {zone: UTC}`; lists are in the zone of the user who exports.',
  ],
  sources: [
    'ServiceNow documentation, "Auditing" (sys_audit), "Metrics" (metric_instance): github.com/ServiceNow/ServiceNowDocs',
    'Columns of sys_audit: documentkey, fieldname, oldvalue, newvalue, user, sys_created_on, as asked for by several clients in public repositories',
  ],
  records: `
form: changes
ticket: [documentkey, Document key, id, ID]
at: [start, Start, sys_created_on, Created]
field: [fieldname, Field name, field, Field]
from: [oldvalue, Old value]
to: [newvalue, New value, value, Value]
actor: [user, User]
fields:
  status:
    column: state
    values: {'1': New, '2': In Progress, '3': On Hold, '6': Resolved, '7': Closed, '8': Canceled}
  urgency:
    column: priority
    values: {'1': 1 - Critical, '2': 2 - High, '3': 3 - Moderate, '4': 4 - Low, '5': 5 - Planning}
  assignee: assigned_to
  department: assignment_group
`,
};
