import type { Preset } from './preset.ts';

// Jira Service Management tells each SLA of a request with its cycles: a cycle ends when the SLA stops, and the next begins
// when the request is reopened. A row is a completed cycle; its instants are written in four ways, of which epochMillis and
// iso8601 name the instant whatever the reader's zone. The answer itself does not name the request's key.
export const jiraSla: Preset = {
  title: 'Jira Service Management: SLA cycles of requests as JSON',
  sample: `{"key": "SUP-1042", "size": 2, "start": 0, "limit": 50, "isLastPage": true, "values": [
  {"id": "2", "name": "Time to first response", "completedCycles": [
    {"startTime": {"iso8601": "2026-07-18T15:05:12+0200", "jira": "2026-07-18T15:05:12.000+0200", "friendly": "18/Jul/26 3:05 PM", "epochMillis": 1784379912000},
     "stopTime": {"iso8601": "2026-07-18T15:21:07+0200", "jira": "2026-07-18T15:21:07.000+0200", "friendly": "18/Jul/26 3:21 PM", "epochMillis": 1784380867000},
     "breachTime": {"iso8601": "2026-07-18T16:05:12+0200", "jira": "2026-07-18T16:05:12.000+0200", "friendly": "18/Jul/26 4:05 PM", "epochMillis": 1784383512000},
     "breached": false, "goalDuration": {"millis": 3600000, "friendly": "1h"}, "elapsedTime": {"millis": 955000, "friendly": "15m"}, "remainingTime": {"millis": 2645000, "friendly": "44m"}}],
   "slaDisplayFormat": "NEW_SLA_FORMAT"},
  {"id": "1", "name": "Time to resolution", "completedCycles": [],
   "ongoingCycle": {"startTime": {"iso8601": "2026-07-18T15:05:12+0200", "epochMillis": 1784379912000}, "breached": false, "paused": false, "withinCalendarHours": true}}]}
`,
  export:
    'REST API: `GET /rest/servicedeskapi/request/{key}/sla` for each request. The answer does not name the key: add it, for ' +
    'example `curl … | jq -c \'{key: "SUP-1042"} + .\' >> sla.ndjson`.',
  traps: [
    'Only completed cycles are rows; an SLA that is still running is not read. Take the issues themselves (preset `jira`) for what is open.',
    '`started` is the start of each cycle, so a reopened request has several; `responded` and `resolved` are the ends of the SLAs named *Time to first response* and *Time to resolution*. Ends of other SLAs are events of their own names: list them in `event: {values: {Time to approve: approved}}`.',
    '`sla`, `sla_breached`, `sla_elapsed` and `sla_goal` are what Jira says of the cycle that ended last. Its elapsed time leaves out closed hours and pauses: give the clock the calendar; of the pauses the export tells nothing, so a clock here can be stricter than Jira’s.',
  ],
  sources: [
    'Jira Service Management REST API, "Get sla information": developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request; field docs of SlaInformationCompletedCycle, docs.atlassian.com/jira-servicedesk',
    'Values: SLA custom fields of real sites in public repositories ("OLD_SLA_FORMAT", "NEW_SLA_FORMAT", remainingTime negative after a breach)',
  ],
  records: `
form: events
rows: values.completedCycles
ticket: [../../key, ../../issueKey]
at: [stopTime.jira, stopTime.iso8601]
event:
  column: ../name
  values: {Time to first response: responded, Time to resolution: resolved}
events:
  started: {column: [startTime.jira, startTime.iso8601], optional: false}
fields:
  sla: ../name
  sla_breached: breached
  sla_elapsed: elapsedTime.friendly
  sla_goal: goalDuration.friendly
  sla_breach_at: {column: [breachTime.jira, breachTime.iso8601], time: true}
`,
};
