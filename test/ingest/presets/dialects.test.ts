import { expect, test } from 'vitest';
import type { EventLog } from '../../../src/domain/event-log.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { contentOf, source } from '../exports.ts';
import { recordsOf } from './presets-page.ts';

// The same ticket as a product writes it in its several exports, languages and settings: the same record.

interface Dialect {
  readonly preset: string;
  readonly of: string;
  readonly texts: readonly string[];
  /** What each of them says, as far as all do. */
  readonly said: readonly string[];
}

const DIALECTS: readonly Dialect[] = [
  {
    preset: 'jira',
    of: 'English and Chinese, 12 and 24 hours',
    texts: [
      'Issue key,Created,Resolved,Status,Priority,Assignee\nSUP-1,18/Jul/26 3:05 PM,18/Jul/26 5:40 PM,Done,High,Nora\n',
      'Key,Created,Resolved,Status,Priority,Assignee\nSUP-1,18/Jul/26 15:05,18/Jul/26 17:40,Done,High,Nora\n',
      '问题关键字,创建日期,已解决,状态,优先级,经办人\nSUP-1,2026-07-18 15:05,2026-07-18 17:40,Done,High,Nora\n',
      '事务密钥,已创建,已解决,状态,优先级,经办人\nSUP-1,18/七月/26 3:05 下午,18/七月/26 5:40 下午,Done,High,Nora\n',
      '关键字,创建时间,解决日期,状态,优先级,经办人\nSUP-1,2026-07-18 15:05,2026-07-18 17:40,Done,High,Nora\n',
    ],
    said: ['2026-07-18T15:05:00.000Z', '2026-07-18T17:40:00.000Z', 'status=Done', 'urgency=High', 'assignee=Nora'],
  },
  {
    preset: 'zendesk',
    of: 'the full CSV, a page of the API with metric sets, and a warehouse’s copy',
    texts: [
      'Id,Status,Priority,Via,Created at,Solved at,Assignee,First reply time in minutes\n7,solved,high,mail,2026-03-02 09:00:00,2026-03-02 12:00:00,501,20\n',
      JSON.stringify({
        tickets: [
          {
            id: 7,
            status: 'solved',
            priority: 'high',
            via: { channel: 'mail' },
            created_at: '2026-03-02T09:00:00Z',
            assignee_id: 501,
            metric_set: { solved_at: '2026-03-02T12:00:00Z', reply_time_in_minutes: { calendar: 20, business: 20 } },
          },
        ],
        count: 1,
      }),
      'id,status,priority,via_channel,created_at,solved_at,assignee_id,First reply time in minutes\n7,solved,high,mail,2026-03-02 09:00:00,2026-03-02 12:00:00,501,20\n',
    ],
    said: [
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T09:20:00.000Z',
      'channel=mail',
      'assignee=501',
    ],
  },
  {
    preset: 'zendesk-audits',
    of: 'audits and the table of field history',
    texts: [
      JSON.stringify({
        audits: [
          {
            ticket_id: 7,
            created_at: '2026-03-02T09:00:00Z',
            author_id: 501,
            events: [{ type: 'Change', field_name: 'status', value: 'solved', previous_value: null }],
          },
        ],
      }),
      'field_name,ticket_id,updated,user_id,value\nstatus,7,2026-03-02 09:00:00,501,solved\n',
    ],
    said: ['2026-03-02T09:00:00.000Z', ' status ', '501', 'status=', 'solved'],
  },
  {
    preset: 'servicenow',
    of: 'CSV by name, a list by label, the API with display values, without, and with both',
    texts: [
      'number,opened_at,resolved_at,state,priority,assigned_to\nINC1,2026-03-02 09:00:00,2026-03-02 12:00:00,6,2,Beth Anglin\n',
      'Number,Opened,Resolved,State,Priority,Assigned to\nINC1,2026-03-02 09:00:00,2026-03-02 12:00:00,Resolved,2 - High,Beth Anglin\n',
      '{"result":[{"number":"INC1","opened_at":"2026-03-02 09:00:00","resolved_at":"2026-03-02 12:00:00","state":"Resolved","priority":"2 - High","assigned_to":{"display_value":"Beth Anglin","link":"https://x"}}]}',
      '{"result":[{"number":"INC1","opened_at":"2026-03-02 09:00:00","resolved_at":"2026-03-02 12:00:00","state":"6","priority":"2","assigned_to":{"value":"Beth Anglin","link":"https://x"}}]}',
      '{"result":[{"number":{"display_value":"INC1","value":"INC1"},"opened_at":{"display_value":"02.03.2026 01:00","value":"2026-03-02 09:00:00"},"resolved_at":{"display_value":"02.03.2026 04:00","value":"2026-03-02 12:00:00"},"state":{"display_value":"Resolved","value":"6"},"priority":{"display_value":"2 - High","value":"2"},"assigned_to":{"display_value":"Beth Anglin","value":"46d4","link":"https://x"}}]}',
    ],
    said: [
      'INC1',
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T12:00:00.000Z',
      'status=Resolved',
      'urgency=2 - High',
      'assignee=Beth Anglin',
    ],
  },
  {
    preset: 'servicenow-audit',
    of: 'sys_audit by name and by label',
    texts: [
      'sys_created_on,documentkey,fieldname,oldvalue,newvalue,user\n2026-03-02 09:00:00,9d38,state,1,2,beth\n',
      'Created,Document key,Field name,Old value,New value,User\n2026-03-02 09:00:00,9d38,state,1,2,beth\n',
    ],
    said: ['9d38', '2026-03-02T09:00:00.000Z', 'status=New→In Progress', 'beth'],
  },
  {
    preset: 'servicenow-task-sla',
    of: 'the API, CSV by name, a list by label',
    texts: [
      '{"result":[{"sys_id":"a1","task":{"display_value":"INC1","link":"https://x"},"sla":{"display_value":"P1","link":"https://x"},"stage":"in_progress","start_time":"2026-03-02 09:00:00","planned_end_time":"2026-03-02 13:00:00"}]}',
      'sys_id,task,sla,stage,start_time,planned_end_time\na1,INC1,P1,In progress,2026-03-02 09:00:00,2026-03-02 13:00:00\n',
      'Sys ID,Task,SLA definition,Stage,Start time,Breach time\na1,INC1,P1,In progress,2026-03-02 09:00:00,2026-03-02 13:00:00\n',
    ],
    said: [
      'a1',
      '2026-03-02T09:00:00.000Z',
      'task=INC1',
      'sla=P1',
      'stage=In progress',
      'breach_at=2026-03-02T13:00:00Z',
    ],
  },
  {
    preset: 'freshdesk',
    of: 'Freshdesk and Freshservice',
    texts: [
      'Ticket ID,Status,Priority,Agent,Group,Created time,Resolved time,Initial response time,Resolution status\n12,Closed,High,Ines,Billing,2026-03-02 09:00:00,2026-03-02 15:00:00,2026-03-02 09:40:00,Within SLA\n',
      'Status,Priority,Group,Agent,Ticket Id,Created Time,Resolved Time,Initial Response Time,Resolution Status\nClosed,High,Billing,Ines,12,2026-03-02 09:00:00,2026-03-02 15:00:00,2026-03-02 09:40:00,Within SLA\n',
    ],
    said: [
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T09:40:00.000Z',
      'assignee=Ines',
      'department=Billing',
      'resolution_status=Within SLA',
    ],
  },
  {
    preset: 'gongdan',
    of: '智齿、逸创云客服和自建系统',
    texts: [
      '工单编号,工单优先级,工单状态,受理组,受理人,创建时间,首次响应时间,解决时间\n77,高,已解决,一组,张工,2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 11:00:00\n',
      '工单ID,工单优先级,工单状态,受理客服组,受理客服,创建时间,首次回复时间,解决时间\n77,高,已解决,一组,张工,2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 11:00:00\n',
      '工单号,紧急程度,状态,部门,处理人,提交时间,响应时间,办结时间\n77,高,已解决,一组,张工,2026/3/2 9:00:00,2026/3/2 9:10:00,2026/3/2 11:00:00\n',
    ],
    said: [
      '77 ',
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T09:10:00.000Z',
      '2026-03-02T11:00:00.000Z',
      'urgency=高',
      'assignee=张工',
      'department=一组',
    ],
  },
  {
    preset: 'taizhang',
    of: '物业报修台账和维修登记表',
    texts: [
      '报修记录\n序号,报修日期,时间,报修人,紧急程度,接单人,派工时间,到场时间,完成时间\n3,2026/3/2,9:05,王女士,紧急,李敏,2026/3/2 9:20,2026/3/2 11:00,2026/3/2 13:40\n',
      '序号,日期,时间,客户名称,紧急程度,受理人,派单时间,到达时间,完工时间\n3,2026-03-02,09:05,王女士,紧急,李敏,2026-03-02 09:20,2026-03-02 11:00,2026-03-02 13:40\n',
    ],
    said: [
      '2026-03-02T09:05:00.000Z',
      '2026-03-02T09:20:00.000Z',
      '2026-03-02T11:00:00.000Z',
      '2026-03-02T13:40:00.000Z',
      'customer=王女士',
      'assignee=李敏',
    ],
  },
];

async function logOf(preset: string, text: string): Promise<EventLog> {
  const { value, diagnostics } = await readExports([source('export', text)], recordsOf(preset));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.log;
}

test.each(DIALECTS.map((dialect) => [`${dialect.preset}: ${dialect.of}`, dialect] as const))(
  '%s',
  async (_, { preset, texts, said }) => {
    const contents: string[] = [];
    for (const text of texts) {
      const log = await logOf(preset, text);
      expect(log.rows).toBe(1);
      contents.push(contentOf(log, 0));
    }
    // Which of two products tells the old value, or the metrics of a ticket, is its own affair: what all say is compared.
    for (const content of contents) for (const words of said) expect(content).toContain(words);
  },
);
