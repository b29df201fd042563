import type { Preset } from './preset.ts';

// An instant that is not known is written as 0, which would be 1970.
export const chatwoot: Preset = {
  title: 'Chatwoot: conversations as JSON',
  sample: `{"data": {"meta": {"all_count": 25}, "payload": [
  {"id": 123, "inbox_id": 5, "status": "open", "priority": "high", "created_at": 1783328400, "first_reply_created_at": 1783330200, "waiting_since": 0, "last_activity_at": 1783337400, "labels": ["billing"],
   "meta": {"channel": "Channel::Email", "sender": {"id": 45, "name": "John Customer"}, "assignee": {"id": 9, "name": "Mia Chen"}, "team": {"id": 2, "name": "billing"}}}
]}}`,
  export:
    '`GET /api/v1/accounts/{account_id}/conversations?status=all&page=…`, 25 a page: a file each, or one page a line in one file.',
  traps: [
    'When a conversation was resolved is not in it: read `chatwoot-events` for resolutions.',
    'The number people see is `id`; `chatwoot-events` has another one, the database’s.',
    '`waiting_since` is the oldest message that nobody has answered: what is due next.',
    'Stamps are epoch seconds.',
  ],
  sources: [
    'chatwoot/chatwoot: app/views/api/v1/conversations/partials/_conversation.json.jbuilder, app/models/conversation.rb',
    'https://developers.chatwoot.com/api-reference/conversations/conversations-list',
  ],
  records: `
form: tickets
rows: data.payload
ticket: id
events:
  created: {column: created_at, optional: false}
  responded: first_reply_created_at
  waiting: waiting_since
fields:
  status: status
  urgency: priority
  channel: meta.channel
  inbox: inbox_id
  assignee: meta.assignee.name
  department: meta.team.name
  customer: meta.sender.name
time: {format: epoch_s}
missing: "0"
`,
};
