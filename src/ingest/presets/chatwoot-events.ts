import type { Preset } from './preset.ts';

// An event is a length with both its ends. It happened at its end; from its start the customer was waiting, so that the clock
// is ours and not the inbox's (`value` is wall time, `value_in_business_hours` the inbox's hours).
export const chatwootEvents: Preset = {
  title: 'Chatwoot: reporting events as JSON or CSV',
  sample: `{"meta": {"count": 2, "current_page": 1, "total_pages": 1}, "payload": [
  {"id": 7001, "name": "first_response", "value": 1800, "value_in_business_hours": 1800, "event_start_time": 1783328400, "event_end_time": 1783330200, "account_id": 1, "conversation_id": 880, "inbox_id": 5, "user_id": 9},
  {"id": 7002, "name": "conversation_resolved", "value": 9000, "value_in_business_hours": 9000, "event_start_time": 1783328400, "event_end_time": 1783337400, "account_id": 1, "conversation_id": 880, "inbox_id": 5, "user_id": 9}
]}`,
  export:
    '`GET /api/v1/accounts/{account_id}/reporting_events?page=…` (administrators; a list without `payload` for one conversation: `records: {preset: chatwoot-events, rows: }`); or the table `reporting_events`, as CSV.',
  traps: [
    'Clocks start with `waiting`, the start of each event: the creation of the conversation for `first_response` and `conversation_resolved`, the oldest unanswered message for `reply_time`.',
    'A conversation that nobody has answered or resolved is not in it at all. What is still open is in `chatwoot`.',
    'A `conversation_resolved` after a reopening starts at the creation again; the reopening is `conversation_opened`, in newer versions only.',
    '`conversation_bot_resolved` and `conversation_bot_handoff` are the bot’s, and no answer (S17).',
    'The holder is who was assigned when the event was written.',
  ],
  sources: [
    'chatwoot/chatwoot: app/listeners/reporting_event_listener.rb, app/models/reporting_event.rb',
    'https://developers.chatwoot.com/api-reference/reports/account-reporting-events',
  ],
  records: `
form: events
rows: payload
ticket: conversation_id
at: event_end_time
event:
  column: name
  values: {first_response: responded, reply_time: replied, conversation_resolved: resolved, conversation_opened: reopened,
    conversation_bot_resolved: bot_resolved, conversation_bot_handoff: handed_over}
events:
  waiting: event_start_time
actor: user_id
sequence: id
fields:
  assignee: user_id
  inbox: inbox_id
time: {format: [epoch_s, "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.SSS"], zone: UTC}
`,
};
