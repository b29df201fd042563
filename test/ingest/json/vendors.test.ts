import { describe, expect, test } from 'vitest';
import { readRows } from './reading.ts';

// Answers of the vendors' interfaces, cut down to what matters; Jira, Zendesk's ticket events, ServiceNow and OCEL are in
// fixtures/cases/json.

test('Zendesk: ticket metric events, a page a line, the last one empty', async () => {
  const event = (id: number, ticket: number, type: string, more = '') =>
    `{"id":${id},"ticket_id":${ticket},"metric":"reply_time","instance_id":1,"type":"${type}","time":"2026-03-02T08:0${id}:00Z"${more}}`;
  const sla =
    ',"sla":{"target":60,"business_hours":false,"policy":{"id":25,"title":"Urgent & important","description":null}}';
  const text = [
    `{"ticket_metric_events":[${event(1, 155, 'activate')},${event(2, 155, 'apply_sla', sla)}],"count":2,"next_page":"x","end_time":1}`,
    `{"ticket_metric_events":[${event(3, 155, 'fulfill')}],"count":1,"next_page":null,"end_of_stream":true}`,
    '{"ticket_metric_events":[],"count":0,"next_page":null,"end_of_stream":true}',
  ].join('\n');
  const { rows, lines } = await readRows(
    text,
    ['ticket_id', 'type', 'sla.policy.title', '../end_of_stream'],
    ['ticket_metric_events'],
  );
  expect(rows).toEqual([
    { ticket_id: '155', type: 'activate' },
    { ticket_id: '155', type: 'apply_sla', 'sla.policy.title': 'Urgent & important' },
    { ticket_id: '155', type: 'fulfill', '../end_of_stream': 'true' },
  ]);
  expect(lines).toEqual([1, 1, 2]);
});

describe('Chatwoot', () => {
  const text = `{"data": {"meta": {"mine_count": 1, "all_count": 2}, "payload": [
    {"meta": {"sender": {"name": "Ana 🐱"}, "channel": "Channel::WebWidget", "assignee": {"id": 9, "name": "Li Na"}},
     "id": 880, "messages": [{"id": 1, "content": "hi", "created_at": 1783328400}], "inbox_id": 5, "status": "resolved",
     "labels": ["vip", "eu"], "created_at": 1783328400, "first_reply_created_at": 1783330200, "custom_attributes": {}},
    {"meta": {"sender": {"name": "Bo"}, "channel": "Channel::Email"},
     "id": 881, "messages": [], "inbox_id": 5, "status": "open", "labels": [], "created_at": 1783328400, "first_reply_created_at": null}
  ]}}`;

  test('conversations by a policy', async () => {
    const columns = ['id', 'meta.assignee.name', 'first_reply_created_at', 'labels', '../meta.all_count'];
    const { rows, lines } = await readRows(text, columns, ['data', 'payload']);
    expect(rows).toEqual([
      {
        id: '880',
        'meta.assignee.name': 'Li Na',
        first_reply_created_at: '1783330200',
        labels: '["vip","eu"]',
        '../meta.all_count': '2',
      },
      { id: '881', first_reply_created_at: '', labels: '[]', '../meta.all_count': '2' },
    ]);
    expect(lines).toEqual([2, 5]);
  });

  test('conversations without one: the outer list, not the messages', async () => {
    const { columns, rows } = await readRows(text, 'all');
    expect(rows).toHaveLength(2);
    expect(columns).toEqual([
      'id',
      'messages[]',
      'inbox_id',
      'status',
      'labels',
      'created_at',
      'first_reply_created_at',
      'meta.channel',
      'meta.sender.name',
      'meta.assignee.id',
      'meta.assignee.name',
    ]);
    expect(rows[1]).toMatchObject({ 'messages[]': '0', labels: '[]' });
  });
});
