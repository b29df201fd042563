import type { Preset } from './preset.ts';

// An entry about an article stands under the article's own id; `related_o_id` is then the ticket. Entries about the ticket
// itself have no such key.
export const zammadHistory: Preset = {
  title: 'Zammad: history of tickets as JSON',
  sample: `{"history": [
  {"id": 900, "o_id": 7, "created_by_id": 3, "created_at": "2026-07-06T07:00:00.000Z", "object": "Ticket", "type": "created"},
  {"id": 902, "o_id": 7, "created_by_id": 5, "created_at": "2026-07-06T09:30:00.000Z", "object": "Ticket", "type": "updated", "attribute": "state", "value_from": "open", "value_to": "pending reminder", "id_from": 2, "id_to": 3}
], "assets": {}}`,
  export: '`GET /api/v1/ticket_history/{id}`, one answer a ticket: a file each, or one answer a line in one file.',
  traps: [
    'Tickets are called by their id, which is not the number that people see.',
    'What an article was, an answer or a note, the history does not say: only states, owners, groups and priorities change here. For first responses read `zammad`.',
    'The first row of a ticket is its creation, `created`; the state it was created in is known from the first change of it.',
    'Clocks name states by `status`: `stop: {while: {status: closed}}`, `pause: {while: {status: [pending reminder, pending close]}}`.',
  ],
  sources: [
    'zammad/zammad: app/models/history.rb, app/models/concerns/has_history.rb',
    'https://docs.zammad.org/en/latest/api/ticket/index.html',
  ],
  records: `
form: changes
rows: history
ticket: {column: [related_o_id, o_id]}
at: created_at
field: {column: [attribute, type]}
from: value_from
to: value_to
actor: created_by_id
sequence: id
fields:
  status: state
  urgency: {column: priority, values: {1 low: low, 2 normal: normal, 3 high: high}}
  assignee: owner
  department: group
missing: "-"
`,
};
