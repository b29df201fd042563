import type { Preset } from './preset.ts';

// Zendesk's full CSV export (Reports → Export) has the ticket's metrics as columns of whole minutes, each of them twice:
// wall-clock ("in minutes") and "within business hours". The API and the JSON export call the same things created_at and
// metric_set.reply_time_in_minutes.calendar. Warehouse copies (via_channel, group_id) have the API's names, flattened.
export const zendesk: Preset = {
  title: 'Zendesk: tickets as CSV or JSON',
  sample: `Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,First resolution time in minutes within business hours,Full resolution time in minutes,Full resolution time in minutes within business hours,Agent wait time in minutes,Agent wait time in minutes within business hours,Requester wait time in minutes,Requester wait time in minutes within business hours,On hold time in minutes,On hold time in minutes within business hours
1,297732,Ada Brook,103006000000,,ada@example.com,example.com,Ada Brook,Mo Haddad,Support,Is my treatment covered,claims,Solved,Low,Mail,Question,2023-04-08 20:52,2023-06-14 16:30,2023-04-09 10:28,Brook Ltd,,2023-04-09 10:28,2023-06-14 16:30,1604,Offered,1,1,11,11,816,173,12975,6488,96218,47978,78365,39462,17853,8516,0,0
`,
  export:
    'CSV and JSON: *Admin Center → Account → Tools → Reports → Export* (an administrator; plans Professional and up). API: ' +
    '`GET /api/v2/incremental/tickets/cursor.json?include=metric_sets`.',
  traps: [
    'The CSV’s stamps are to the minute and in the account’s time zone; those of the API are in UTC and say so.',
    '`responded` is `created` plus the *first reply time in minutes* of the calendar, so it is known to the minute; a ticket created by an agent has none.',
    'Totals that a clock can pause on: `waiting` (*Agent wait time*: pending, we wait for the requester) and `on_hold`. Nobody knows when they lay: `pause: [{total: waiting}]`.',
    '`Solved at` is the last time it was solved; `Reopens` says how often that was not the end. The rounds themselves: preset `zendesk-audits`.',
    'An API export has ids where the CSV has names: `assignee_id`, `group_id`. A roster with the ids as aliases names them.',
  ],
  sources: [
    'Zendesk help, "Exporting ticket, user, and organization data": support.zendesk.com/hc/en-us/articles/4408886165402; API reference, Tickets and Ticket Metrics: developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics',
    'CSV header: a program that writes the same columns, and published exports, in public repositories',
    'Warehouse names: fivetran/dbt_zendesk (integration seeds)',
  ],
  records: `
form: tickets
ticket: [id, Id, ID, ticket_id, Ticket ID, '#']
events:
  created: {column: [created_at, Created at, Requested], optional: false}
  assigned: [initially_assigned_at, metric_set.initially_assigned_at, Initially assigned at]
  resolved: [solved_at, metric_set.solved_at, Solved at]
durations:
  responded: {column: [metric_set.reply_time_in_minutes.calendar, reply_time_in_minutes.calendar, First reply time in minutes], unit: min, after: created}
  waiting: {column: [metric_set.agent_wait_time_in_minutes.calendar, agent_wait_time_in_minutes.calendar, Agent wait time in minutes], unit: min}
  on_hold: {column: [metric_set.on_hold_time_in_minutes.calendar, on_hold_time_in_minutes.calendar, On hold time in minutes], unit: min}
fields:
  status: [status, Status]
  urgency: [priority, Priority]
  type: [type, Ticket type]
  channel: [via.channel, via_channel, Via]
  assignee: [Assignee, assignee_id]
  department: [Group, group_id]
  customer: [Requester, requester_id]
  organization: [Organization, organization_id]
  rating: [satisfaction_rating.score, Satisfaction Score]
  reopens: [metric_set.reopens, reopens, Reopens]
`,
};
