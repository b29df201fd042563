import type { Preset } from './preset.ts';

// A ticket's audits: one audit is what one person did in one go, its events the single changes. A Create or Change names the
// field and its value; a Comment names neither, but says whether it was public. The same history as a warehouse copies it is
// a table, ticket_field_history, of field_name, value, updated and user_id, without comments.
export const zendeskAudits: Preset = {
  title: 'Zendesk: audits as JSON, or the table ticket_field_history',
  sample: `{"audits": [
  {"id": 2127301143, "ticket_id": 155, "created_at": "2026-03-02T08:00:00Z", "author_id": 3343, "events": [
    {"id": 2127301148, "type": "Comment", "public": true, "author_id": 3343, "body": "It does not start."},
    {"id": 2127301150, "type": "Create", "field_name": "status", "value": "new"},
    {"id": 2127301151, "type": "Create", "field_name": "priority", "value": "urgent"}]},
  {"id": 2127301163, "ticket_id": 155, "created_at": "2026-03-02T08:40:00Z", "author_id": 35436, "events": [
    {"id": 2127301168, "type": "Comment", "public": true, "author_id": 35436, "body": "Which model is it?"},
    {"id": 2127301170, "type": "Change", "field_name": "status", "value": "pending", "previous_value": "new"}]}]}
`,
  export:
    'API: `GET /api/v2/ticket_audits.json`, or `/api/v2/tickets/{id}/audits.json` for each ticket. Table: whatever copies Zendesk into a warehouse (`ticket_field_history`).',
  traps: [
    'A comment is an event called `comment`, and the field `comment` says from there on whether it was public or internal: `stop: {event: comment, when: {comment: public}, by: {role: agent}}`, with the roles from a roster that lists the ids of users.',
    'The first comment is the customer’s question and comes at the instant of the creation: without `by` it would be its own answer. The table has no comments at all.',
    'A ticket’s type is not read: in audits `type` says what kind of event it is. From the table: `fields: {type: type}`.',
    'The table’s stamps name no zone; they are UTC: `time: {zone: UTC}`. A history that was cut off begins in the middle of a ticket.',
    'The value of a custom field stands under its number: `fields: {product: 360012345678}`.',
    'The event `created` is the ticket’s first row, `start: {first: true}`; the status `new` is skipped where an agent creates the ticket.',
    'Incremental ticket events (`child_events`) are another shape, which names a change by a key of its own; take the audits.',
  ],
  sources: [
    'Zendesk API reference, Ticket Audits: developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits',
    'Table: fivetran/dbt_zendesk: integration_tests/seeds/ticket_field_history_data.csv',
  ],
  records: `
form: changes
rows: audits.events
ticket: [../ticket_id, ticket_id]
at: [../created_at, updated]
field: {column: [field_name, type], values: {Comment: comment}}
to: [value, public]
from: previous_value
actor: [../author_id, user_id]
fields:
  status: status
  urgency: priority
  assignee: assignee_id
  department: group_id
  customer: requester_id
  comment: {column: comment, values: {'true': public, 'false': internal}}
`,
};
