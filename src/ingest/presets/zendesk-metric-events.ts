import type { Preset } from './preset.ts';

// Each metric of a ticket (reply_time, agent_work_time, requester_wait_time, pausable_update_time …) has instances, numbered
// by instance_id, and each of them its own events. Zendesk has no "resume" event: a second `activate` of the same instance ends
// the pause (Ticket metric event types reference). Read as a start it would zero the clock. `measure` and `update_status` are
// bookkeeping; apply_sla and breach are Zendesk's own opinion.
export const zendeskMetricEvents: Preset = {
  title: 'Zendesk: ticket metric events as JSON',
  sample: `{"ticket_metric_events": [
  {"id": 926, "ticket_id": 155, "metric": "reply_time", "instance_id": 1, "type": "activate", "time": "2026-03-02T08:00:00Z"},
  {"id": 927, "ticket_id": 155, "metric": "reply_time", "instance_id": 1, "type": "apply_sla", "time": "2026-03-02T08:00:00Z",
   "sla": {"target": 60, "business_hours": false, "policy": {"id": 25, "title": "Urgent", "description": null}}},
  {"id": 941, "ticket_id": 155, "metric": "requester_wait_time", "instance_id": 1, "type": "pause", "time": "2026-03-02T08:40:00Z"},
  {"id": 942, "ticket_id": 155, "metric": "reply_time", "instance_id": 1, "type": "fulfill", "time": "2026-03-02T08:40:00Z"}],
 "count": 4, "end_of_stream": true, "next_page": null}
`,
  export:
    'API: `GET /api/v2/incremental/ticket_metric_events.json?start_time=1767225600`, each page saved as a file, or one page a line.',
  traps: [
    'A metric begins anew with each instance: `reply_time` 2 is the next question. The fields `metric` and `instance` say of which a row is.',
    'There is no event for the end of a pause: `until: {event: activate, when: {metric: requester_wait_time}}`.',
    'A start is `activate` too. A clock takes the first and passes over the others until it has stopped.',
    'Priority, assignee and channel are not in this export, so no target can ask for them; `breached` and `apply_sla` are what Zendesk’s own policy said.',
    'Events of deleted tickets have `"deleted": true` and still stand here.',
  ],
  sources: [
    'Zendesk, "Ticket metric event types reference": developer.zendesk.com/documentation/ticketing/reference-guides/ticket-metric-event-types-reference; API reference, Ticket Metric Events',
  ],
  records: `
form: events
rows: ticket_metric_events
ticket: ticket_id
at: time
event: {column: type, values: {breach: breached, fulfill: fulfilled, activate: activated, pause: paused}}
sequence: id
fields:
  metric: metric
  instance: instance_id
  sla_target_minutes: sla.target
  sla_policy: sla.policy.title
`,
};
