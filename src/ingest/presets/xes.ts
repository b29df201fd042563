import type { Preset } from './preset.ts';

// The names are the standard's extensions (concept, time, org, lifecycle) with pm4py's `case:` for attributes of the trace.
export const xes: Preset = {
  title: 'Process mining: event logs, XES or its columns as CSV',
  sample: `case:concept:name,concept:name,lifecycle:transition,org:resource,org:group,org:role,time:timestamp
1-364285768,Accepted,In Progress,Frederic,V30,A2_4,2010-03-31T16:59:42+02:00
1-364285768,Queued,Awaiting Assignment,Frederic,V5 3rd,A2_5,2010-03-31T17:45:48+02:00`,
  export:
    'Any process-mining tool: `.xes` or `.xes.gz` as it stands; from pm4py `pm4py.convert_to_dataframe(log).to_csv(…)`; an OCEL flattened to one object type, likewise.',
  traps: [
    'What an activity means is the process’s own: the event is the activity’s name as it stands, and also the field `activity`; name them with `event: {column: concept:name, values: {…}}`.',
    'Where activities are logged with their lifecycle, one activity is two rows, `start` and `complete`: the field `transition` tells them apart, `{event: Repair, when: {transition: complete}}`.',
    'A log need not have a row for the creation: `start: {first: true}`.',
    'A stamp at midnight sharp is often a date without its time; set `records.time.format` and `assume` if it is (S8).',
    'Attributes of the trace (`case:…`) are fields once they are named: `fields: {urgency: "case:priority"}`.',
  ],
  sources: [
    'https://www.xes-standard.org (IEEE 1849)',
    'https://www.win.tue.nl/bpi',
    'process-intelligence-solutions/pm4py: pm4py/util/constants.py',
  ],
  records: `
form: events
ticket: {column: ["case:concept:name", case_id, Case ID, CaseID]}
at: {column: ["time:timestamp", timestamp, Complete Timestamp]}
event: {column: ["concept:name", activity, Activity]}
actor: {column: ["org:resource", resource, Resource], role: {column: ["org:role", Role]}}
fields:
  activity: {column: ["concept:name", activity, Activity]}
  transition: {column: ["lifecycle:transition", lifecycle]}
  assignee: {column: ["org:resource", resource, Resource]}
  department: "org:group"
`,
};
