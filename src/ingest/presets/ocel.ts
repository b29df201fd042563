import type { Preset } from './preset.ts';

export const ocel: Preset = {
  title: 'Process mining: object-centric event logs, OCEL 2.0 as JSON',
  sample: `{"eventTypes": [], "objectTypes": [], "objects": [{"id": "INC-1", "type": "incident", "attributes": [], "relationships": []}],
 "events": [
  {"id": "e1", "type": "create incident", "time": "2026-07-06T09:00:00Z", "attributes": [{"name": "priority", "value": "high"}],
   "relationships": [{"objectId": "INC-1", "qualifier": "ticket"}, {"objectId": "Mia", "qualifier": "resource"}]}
]}`,
  export: 'pm4py: `pm4py.write_ocel2_json(ocel, path)`; XML and SQLite are other forms of the same log.',
  traps: [
    'An event is about many objects; which of them is the ticket is said by the qualifier, and qualifiers are the log’s own: `ticket: "relationships[qualifier=incident].objectId"` unless yours is `ticket`.',
    'An event about two tickets counts for the first of them.',
    'What an event means is its type as it stands: name it with `event: {column: type, values: {…}}`.',
    'Attributes of events are a list of names and values: `fields: {urgency: "attributes[name=priority].value"}`. Attributes of objects are not read.',
  ],
  sources: ['https://www.ocel-standard.org (OCEL 2.0, JSON)', 'https://docs.rs/process_mining'],
  records: `
form: events
rows: events
ticket: "relationships[qualifier=ticket].objectId"
at: time
event: type
actor: "relationships[qualifier=resource].objectId"
fields:
  assignee: "relationships[qualifier=resource].objectId"
`,
};
