import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import { column, field, read, readLog, records, rowsOf, source, stamp } from './exports.ts';

const utc = { zone: 'UTC' };

describe('form tickets', () => {
  const tickets = records({
    form: 'tickets',
    ticket: column('id'),
    events: [
      { ...stamp('created', utc), event: 'created' },
      { ...stamp('done', utc), event: 'resolved' },
    ],
    fields: [
      field('urgency', 'urgency', { values: new Map([['一般', 'general']]) }),
      field('promised', 'promised', { time: stamp('promised', utc) }),
    ],
    missing: ['-', ' ? '],
  });

  test('cells are trimmed, translated, and blank where the policy says so', async () => {
    const text = [
      'id,created,done,urgency,promised',
      ' 7 ,2026-03-05T09:00:00, - ,一般,2026-03-06 10:00',
      '8,2026-03-05T09:00:00,,紧急,?',
      '9,-,2026-03-05T10:00:00.500, ,',
    ].join('\n');
    expect(rowsOf(await readLog(tickets, source('a', text)))).toEqual([
      'a:2 7 2026-03-05T09:00:00.000Z - urgency=general promised=2026-03-06T10:00:00Z',
      'a:3 8 2026-03-05T09:00:00.000Z - urgency=紧急 promised=·',
      'a:4 9 - 2026-03-05T10:00:00.500Z urgency=· promised=·',
    ]);
  });

  test('rows without a ticket or with a stamp that cannot be read are set aside, one reason a row', async () => {
    const text = [
      'id,created,done,urgency,promised',
      ',never,2026-03-05,,',
      '1,2026-02-30,2026-13-01,,',
      '2,2026-03-05,,,soon',
      '3,2026-03-05,,,',
    ].join('\n');
    const { value, faults, diagnostics } = await read(tickets, source('a', text));
    expect(faults).toEqual(['a:2 missing-ticket', 'a:3 bad-timestamp', 'a:4 bad-timestamp']);
    expect(english(diagnostics[1]?.message ?? '')).toBe(
      '"2026-02-30" in column "created" is not a time: February 2026 ends on the 28th',
    );
    expect(diagnostics.map(({ ticket }) => ticket)).toEqual([undefined, '1', '2']);
    expect(value?.log.rows).toBe(1);
    expect(value?.log.tickets.size).toBe(1);
    expect(value?.tallies[0]).toMatchObject({
      file: 'a',
      rows: 4,
      setAside: new Map([
        ['missing-ticket', 1],
        ['bad-timestamp', 2],
      ]),
    });
  });

  test('a local time that occurred twice or never is a finding of its row', async () => {
    const there = records({
      form: 'tickets',
      ticket: column('id'),
      events: [{ ...stamp('created', { zone: 'America/New_York' }), event: 'created' }],
    });
    const text = 'id,created\n1,2026-11-01 01:30:00\n2,2026-03-08 02:30:00\n3,2026-03-08 03:30:00\n';
    const { value, faults } = await read(there, source('a', text));
    expect(faults).toEqual(['a:2 ambiguous-time', 'a:3 ambiguous-time']);
    expect(value?.log.rows).toBe(3);
  });

  test('a file of which no row can be used is an error', async () => {
    const text = 'id,created,done,urgency,promised\n1,05/33/2026,,,\n2,soon,,,\n';
    const { value, faults } = await read(tickets, source('a', text));
    expect(value).toBeUndefined();
    expect(faults).toEqual(['a:2 bad-timestamp', 'a:3 bad-timestamp', 'a no-usable-rows']);
  });
});

describe('form events', () => {
  const events = records({
    form: 'events',
    ticket: column('id'),
    at: stamp('at', utc),
    event: column('what', { 客服回复: 'responded' }),
    actor: { ...column('who'), role: column('role', { 客服: 'agent' }) },
    sequence: column('n'),
    events: [{ ...stamp('due', utc), event: 'due' }],
    fields: [field('status', 'status'), field('owner', 'owner', { clearedByEmpty: true })],
    missing: ['-'],
  });
  const header = 'id,at,what,who,role,n,due,status,owner\n';

  test('a blank cell changes nothing, unless the field is cleared by it', async () => {
    const text = `${header}1,2026-03-05T09:00:00,客服回复,王,客服,1,,open,李\n1,2026-03-05T10:00:00,关闭,,,x,2026-03-06T00:00:00,-,-\n`;
    const log = await readLog(events, source('a', text));
    expect(rowsOf(log)).toEqual([
      'a:2 1 2026-03-05T09:00:00.000Z - responded 王 agent status=open owner=李',
      'a:3 1 2026-03-05T10:00:00.000Z 2026-03-06T00:00:00.000Z 关闭 · · status=· owner=∅',
    ]);
    expect([log.sequence?.at(0), log.sequence?.at(1)]).toEqual([1, Number.NaN]);
    expect((await read(events, source('a', text))).faults).toEqual(['a:3 bad-number']);
  });

  test('a row that is set aside makes its ticket incomplete', async () => {
    const text = `${header}1,2026-03-05T09:00:00,,,,,,,\n1,,,,,,,,\n2,2026-03-05T09:00:00,,,,,,,\n2,2026-03-05T09:00:00,,,,,tomorrow,,\n3,2026-03-05T09:00:00,,,,,,,\n4,,,,,,,,\n`;
    const { value, faults } = await read(events, source('a', text));
    expect(faults).toEqual(['a:3 missing-time', 'a:5 bad-timestamp', 'a:7 missing-time']);
    const { tickets, incomplete } = value?.log ?? {};
    expect([...(incomplete ?? [])].map((code) => tickets?.text(code))).toEqual(['1', '2']);
    // All that was known of ticket 4 was set aside: it is in the findings, not in the log.
    expect(tickets?.code('4')).toBeUndefined();
  });

  test('identical rows stay: the timeline makes one event of them', async () => {
    const row = '1,2026-03-05T09:00:00,x,,,,,,\n';
    expect((await readLog(events, source('a', header + row + row))).rows).toBe(2);
  });

  test('texts of a row that is set aside do not enter the dictionaries', async () => {
    const text = `${header}1,2026-03-05T09:00:00,x,,,,,,\n2,never,secret,,,,,,\n`;
    const log = await readLog(events, source('a', text));
    expect(log.values.code('secret')).toBeUndefined();
    expect(log.tickets.size).toBe(1);
  });
});

describe('form changes', () => {
  const changes = records({
    form: 'changes',
    ticket: column('id'),
    at: stamp('at', utc),
    change: { field: column('what', { 优先级: 'prio' }), to: column('new'), from: column('old') },
    fields: [
      field('assignee', 'assignee_id'),
      field('status', 'state', { values: new Map([['打开', 'open']]) }),
      field('priority', 'prio'),
      field('group', 'group', { clearedByEmpty: true }),
      field('promised', 'promise', { time: stamp('promise', utc) }),
    ],
  });

  test('a field is a column of the file, or a value of the column that says what changed', async () => {
    const text = [
      'id,at,what,old,new,group',
      '1,2026-03-05T09:00:00,assignee_id,,7,first line',
      '1,2026-03-05T09:00:01,state,x,打开,',
      '1,2026-03-05T09:00:02,优先级,low,high,',
      '1,2026-03-05T09:00:03,assignee_id,7,,',
      '1,2026-03-05T09:00:04,colour,red,green,',
      '1,2026-03-05T09:00:05,promise,,2026-03-06 08:00,',
    ].join('\n');
    const { value, faults } = await read(changes, source('a', text));
    expect(faults).toEqual([]);
    const [at, rest] = ['2026-03-05T09:00:0', 'status=· priority=· group='];
    expect(value && rowsOf(value.log)).toEqual([
      `a:2 1 ${at}0.000Z assignee assignee=7 ${rest}first line→first line promised=·`,
      `a:3 1 ${at}1.000Z status assignee=· status=x→open priority=· group=∅ promised=·`,
      `a:4 1 ${at}2.000Z priority assignee=· status=· priority=low→high group=∅ promised=·`,
      `a:5 1 ${at}3.000Z assignee assignee=7→∅ ${rest}∅ promised=·`,
      `a:6 1 ${at}4.000Z colour assignee=· ${rest}∅ promised=·`,
      `a:7 1 ${at}5.000Z promised assignee=· ${rest}∅ promised=2026-03-06T08:00:00Z`,
    ]);
  });

  test('the columns of the change itself must be there, and a time must be one', async () => {
    expect((await read(changes, source('a', 'id,at,what,new\n'))).faults).toEqual(['a:1 missing-column']);
    const text = 'id,at,what,old,new\n1,2026-03-05T09:00:00,promise,,soon\n1,2026-03-05T09:00:00,colour,,\n';
    expect((await read(changes, source('a', text))).faults).toEqual(['a:2 bad-timestamp']);
  });
});
