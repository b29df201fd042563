import { expect, test } from 'vitest';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { readPolicies } from '../../../src/policy/read-by-grammar.ts';
import { contentOf, source } from '../exports.ts';

// The same product in another language, another version or through its API: other names, the same instants. Those expected are
// worked out from the stamps by hand, in UTC.

const texts = new Map(Object.entries(presets).map(([name, { records }]) => [name, records]));

/** The rows of an export under a policy's records, in Berlin: ticket, instants, event and actor, fields. */
async function rows(records: string, export_: string): Promise<readonly string[]> {
  const text = `slaudit: 1\ntimezone: Europe/Berlin\nrecords: ${records}\nclocks: {any: {start: {first: true}, stop: {first: true}, within: 1h}}\n`;
  const { value: policy, diagnostics } = readPolicies([{ file: 'policy.yaml', text }], texts);
  if (policy === undefined) throw new Error(JSON.stringify(diagnostics));
  const { value } = await readExports([source('export', export_)], policy);
  if (value === undefined) throw new Error('unusable');
  return Array.from({ length: value.log.rows }, (_, row) => contentOf(value.log, row));
}

test('zammad through its API: names in small letters, UTC', async () => {
  const ticket =
    '{"id":7,"number":"43001","state":"closed","priority":"2 normal","group":"Service Desk","owner":"emily@example.com","organization":null,' +
    '"create_article_type":"email","created_at":"2026-07-06T07:00:00.000Z","first_response_at":"2026-07-06T07:45:00.000Z","close_at":null,' +
    '"first_response_escalation_at":"2026-07-06T11:00:00.000Z","close_escalation_at":null}';
  expect(await rows('zammad', `[${ticket}]`)).toEqual([
    '43001 2026-07-06T07:00:00.000Z 2026-07-06T07:45:00.000Z - status=closed urgency=normal channel=email ' +
      'assignee=emily@example.com department=Service Desk customer=· response_due=2026-07-06T11:00:00Z resolution_due=·',
  ]);
});

test.each([
  ['with small letters, up to GLPI 10', 'Opening date;Resolution date;Assigned to - Technician;Time to resolve'],
  ['with capitals, since GLPI 11', 'Opening Date;Resolution Date;Assigned To - Technician;Time to Resolve'],
])('glpi in English, %s', async (_, names) => {
  const text = `ID;Status;Priority;${names}\n7;Processing (assigned);Very high;2026-07-06 09:00;;Paul Martin;2026-07-06 17:00\n`;
  expect(await rows('{preset: glpi, time: {assume: start}}', text)).toEqual([
    '7 2026-07-06T07:00:00.000Z - - status=assigned urgency=very high type=· category=· assignee=Paul Martin department=· ' +
      'customer=· response_due=· resolution_due=2026-07-06T15:00:00Z',
  ]);
});

test('otrs as a search in English writes it', async () => {
  const text =
    '"Ticket Number";"Age";"Created";"Closed";"FirstLock";"FirstResponse";"State";"Priority";"Queue";"Owner";"CustomerID"\n' +
    '"2026070610000017";"4 d 3 h";"2026-07-06 09:00:00";"";"2026-07-06 09:10:00";"2026-07-06 09:40:00";"open";"4 high";"Support";"jdoe";"ACME"\n';
  expect(await rows('otrs', text)).toEqual([
    '2026070610000017 2026-07-06T07:00:00.000Z 2026-07-06T07:10:00.000Z 2026-07-06T07:40:00.000Z - status=open urgency=high type=· ' +
      'assignee=jdoe department=Support customer=ACME sla=·',
  ]);
});

test('otrs-history: what the rows of the history table say, root as nobody', async () => {
  const text =
    'tn,history_type,name,create_time,state,queue,priority,owner,create_by,id\n' +
    '17,NewTicket,%%17%%Support%%3 normal%%new%%101,2026-07-06 07:00:00,new,Support,3 normal,root@localhost,root@localhost,1\n' +
    '17,SendAutoReply,%%kim@acme.example,2026-07-06 07:00:02,new,Support,3 normal,root@localhost,root@localhost,2\n' +
    '17,SendAnswer,%%kim@acme.example,2026-07-06 07:40:00,open,Support,3 normal,jdoe,jdoe,3\n';
  expect(await rows('{preset: otrs-history, time: {zone: UTC}}', text)).toEqual([
    '17 2026-07-06T07:00:00.000Z created · status=new urgency=normal assignee=∅ department=Support',
    '17 2026-07-06T07:00:02.000Z auto_reply · status=new urgency=normal assignee=∅ department=Support',
    '17 2026-07-06T07:40:00.000Z responded jdoe status=open urgency=normal assignee=jdoe department=Support',
  ]);
});

test('glpi-logs: numbers of options and of states', async () => {
  const text =
    'id,itemtype,items_id,itemtype_link,linked_action,user_name,date_mod,id_search_option,old_value,new_value,old_id,new_id\n' +
    '9001,Ticket,4101,,20,Durand Alice (12),2026-07-06 09:00:00,0,,,,\n' +
    '9007,Ticket,4101,,0,Martin Paul (7),2026-07-06 10:00:00,12,1,4,,\n' +
    '9008,Ticket,4101,,0,Martin Paul (7),2026-07-06 10:00:01,3,3,5,,\n';
  const [, state, priority] = await rows('glpi-logs', text);
  expect(state).toMatch(/^4101 2026-07-06T08:00:00.000Z .*Martin Paul \(7\) status=new→pending urgency=·$/);
  expect(priority).toMatch(/^4101 2026-07-06T08:00:01.000Z .* status=· urgency=medium→very high$/);
});

test.each([
  [
    'in Chinese',
    '{preset: frappe-helpdesk, events: {created: {column: 问题提交日期, time_of_day: 问题提交时间}}}',
    '编号,问题提交日期,问题提交时间,首次回复时间,状态',
  ],
  ['in English', 'frappe-helpdesk', 'ID,Opening Date,Opening Time,First Responded On,Status'],
])('frappe-helpdesk %s: a date and a time', async (_, records, names) => {
  const [row] = await rows(records, `${names}\n301,2026-07-06,10:00:00,2026-07-06 10:25:10,Open\n`);
  expect(row).toMatch(/^301 2026-07-06T08:00:00.000Z 2026-07-06T08:25:10.000Z - .*status=Open /);
});

test.each([
  ['nyc-311', 'unique_key', 'created_date', 'closed_date', '2026-07-06T13:00:00.000Z', '2026-07-06T14:00:00.000Z'],
  ['chicago-311', 'sr_number', 'created_date', 'closed_date', '2026-07-06T14:00:00.000Z', '2026-07-06T15:00:00.000Z'],
  [
    'sf-311',
    'service_request_id',
    'requested_datetime',
    'closed_date',
    '2026-07-06T16:00:00.000Z',
    '2026-07-06T17:00:00.000Z',
  ],
])(
  '%s through its API: ISO stamps of the city’s wall clock',
  async (name, id, opened, closed, createdAt, resolvedAt) => {
    const row = { [id]: 'X1', [opened]: '2026-07-06T09:00:00.000', [closed]: '2026-07-06T10:00:00.000' };
    const [read] = await rows(name, JSON.stringify([row]));
    expect(read).toMatch(`X1 ${createdAt} ${resolvedAt} `);
  },
);

test.each([
  [
    'as one conversation gives them, with ISO stamps',
    '{preset: chatwoot-events, rows: }',
    (row: object) => JSON.stringify([row]),
    '2026-07-06T09:30:00Z',
  ],
  ['as the table has them', 'chatwoot-events', csvOf, '2026-07-06 09:30:00.123456'],
])('chatwoot-events %s', async (_, records, write, end) => {
  const start = end.replace('09:30', '09:00');
  const row = {
    id: 1,
    name: 'first_response',
    event_start_time: start,
    event_end_time: end,
    conversation_id: 880,
    user_id: 9,
    inbox_id: 5,
  };
  const millis = end.includes('.') ? '123' : '000';
  expect(await rows(records, write(row))).toEqual([
    `880 2026-07-06T09:30:00.${millis}Z 2026-07-06T09:00:00.${millis}Z responded 9 assignee=9 inbox=5`,
  ]);
});

function csvOf(row: object): string {
  return `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
}

test('xes with the plain names that tutorials use', async () => {
  const text = 'case_id,activity,timestamp,resource\nC1,Register,2026-07-06T09:00:00+02:00,Mia\n';
  expect(await rows('xes', text)).toEqual([
    'C1 2026-07-06T07:00:00.000Z Register Mia · activity=Register transition=· assignee=Mia department=·',
  ]);
});
