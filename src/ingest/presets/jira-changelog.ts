import type { Preset } from './preset.ts';

// The search API with expand=changelog. One row is an item of a history, which is what one person changed in one go: its
// time and author stand one level up, the issue three (arrays are no levels). Values have an id (from, to) and what is
// shown (fromString, toString); the shown ones are read.
export const jiraChangelog: Preset = {
  title: 'Jira: issues with their changelog as JSON',
  sample: `{"startAt": 0, "maxResults": 50, "total": 1, "issues": [{"id": "46025", "key": "SUP-1042",
  "fields": {"created": "2026-07-18T15:05:12.000+0200", "resolutiondate": "2026-07-18T17:40:31.000+0200",
    "issuetype": {"name": "[System] Incident"}, "priority": {"name": "High"}, "status": {"name": "Resolved"},
    "reporter": {"displayName": "Piet Maas"}, "assignee": {"displayName": "Nora Lind"}, "project": {"key": "SUP"}},
  "changelog": {"startAt": 0, "maxResults": 2, "total": 2, "histories": [
    {"id": "90211", "author": {"displayName": "Nora Lind"}, "created": "2026-07-18T15:21:07.000+0200", "items": [
      {"field": "status", "fieldtype": "jira", "fieldId": "status", "from": "10001", "fromString": "Waiting for support", "to": "3", "toString": "In Progress"},
      {"field": "assignee", "fieldtype": "jira", "fieldId": "assignee", "from": null, "fromString": null, "to": "712020:11f06c30", "toString": "Nora Lind"}]}]}}]}
`,
  export:
    'REST API: `GET /rest/api/3/search/jql?jql=project=SUP&expand=changelog&fields=*navigable` (Server and Data Center: ' +
    '`/rest/api/2/search`), each page saved as a file, or one page a line.',
  traps: [
    'An issue that nothing ever happened to has no changelog and is not read at all: for what is still untouched add the CSV (preset `jira`) in a run of its own.',
    'Of an issue with more than 100 histories a search gives the latest 100; the rest must be fetched from `/rest/api/3/issue/{key}/changelog`.',
    'Urgency, type, project and customer are those of the day of the export and hold throughout. To follow changes of the priority write `fields: {urgency: priority}`: blank, then, for what never changed.',
    '`resolved` is the last resolution of the day of the export; rounds before it show in the status: `stop: {when: {status: Resolved}}`, `reopen: {on: {when: {status: Reopened}}}`.',
    'A comment is not in the changelog. A first response shows only as a change of status.',
  ],
  sources: [
    'Jira Cloud REST API v3, issue search and changelogs: developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search',
  ],
  records: `
form: changes
rows: issues.changelog.histories.items
ticket: ../../../key
at: ../created
field: field
from: fromString
to: toString
actor: ../author.displayName
events:
  created: {column: ../../../fields.created, optional: false}
  resolved: ../../../fields.resolutiondate
fields:
  status: status
  assignee: assignee
  resolution: resolution
  urgency: ../../../fields.priority.name
  type: ../../../fields.issuetype.name
  customer: ../../../fields.reporter.displayName
  project: ../../../fields.project.key
`,
};
