import { expect, test } from 'vitest';
import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { readXes } from '../../../src/ingest/xes/read-xes.ts';

interface ReadLog {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly remarks: readonly string[];
}

async function read(text: string, wanted: Wanted = 'all', size = 65_536): Promise<ReadLog> {
  const bytes = new TextEncoder().encode(text);
  let columns: readonly string[] = [];
  const rows: string[] = [];
  const remarks: string[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  await readXes(
    chunks(),
    { file: 'log.xes', wanted },
    {
      begin: (names) => {
        columns = names;
      },
      take: (cells, line) => rows.push(`${line}: ${cells.map((cell) => cell ?? '·').join('|')}`),
      refuse: () => {},
      remark: ({ code }) => remarks.push(code),
      reject: () => {},
    },
  );
  return { columns, rows, remarks };
}

// The form of logs as ProM and pm4py write them.
const LOG = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This file has been generated with the OpenXES library. -->
<log xes.version="1.0" xes.features="nested-attributes" openxes.version="1.0RC7" xmlns="http://www.xes-standard.org/">
	<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
	<global scope="trace">
		<string key="concept:name" value="__INVALID__"/>
		<string key="channel" value="phone"/>
	</global>
	<global scope="event">
		<string key="concept:name" value="__INVALID__"/>
		<date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
		<string key="lifecycle:transition" value="complete"/>
	</global>
	<classifier name="Activity" keys="concept:name"/>
	<string key="concept:name" value="售后"/>
	<trace>
		<string key="concept:name" value="T-1"/>
		<string key="channel" value="e-mail"/>
		<event>
			<string key="concept:name" value="创建"/>
			<date key="time:timestamp" value="2026-09-01T09:05:00.000+08:00"/>
			<string key="org:resource" value="张三 &amp; 李四"/>
		</event>
		<event>
			<string key="lifecycle:transition" value="start"/>
			<date key="time:timestamp" value="2026-09-01T10:00:00.000+08:00"/>
			<string key="concept:name" value="处理">
				<string key="group" value="售后部"/>
			</string>
			<int key="count" value="3"/>
			<float key="cost" value="1.5"/>
			<boolean key="urgent" value="true"/>
			<list key="tags"><values><string key="tag" value="a"/><string key="tag" value="b"/></values></list>
			<container key="box"><string key="size" value="XL"/></container>
		</event>
	</trace>
	<trace>
		<string key="concept:name" value="T-2"/>
		<event><string key="concept:name" value="创建"/></event>
	</trace>
	<event><string key="concept:name" value="公告"/></event>
</log>
`;

test('an event is a row of its attributes and those of its trace, where it begins', async () => {
  const { columns, rows } = await read(LOG);
  expect(columns).toEqual([
    'case:concept:name',
    'case:channel',
    'concept:name',
    'time:timestamp',
    'org:resource',
    'lifecycle:transition',
    'concept:name/group',
    'count',
    'cost',
    'urgent',
    'tags',
    'box/size',
  ]);
  const first = '2026-09-01T09:05:00.000+08:00';
  const second = '2026-09-01T10:00:00.000+08:00';
  expect(rows).toEqual([
    `19: T-1|e-mail|创建|${first}|张三 & 李四|complete`,
    `24: T-1|e-mail|处理|${second}|·|start|售后部|3|1.5|true|a, b|XL`,
    '39: T-2|phone|创建|·|·|complete|·|·|·|·|·|·',
    '41: ·|·|公告|·|·|complete|·|·|·|·|·|·',
  ]);
});

test('the wanted columns are read under any of their names, the first before the others', async () => {
  const wanted = [
    { name: 'case:concept:name', isRequired: true },
    { name: 'tags', alternatives: ['org:resource', 'concept:name'], isRequired: true },
    { name: 'nowhere', isRequired: false },
  ];
  const { rows } = await read(LOG, wanted);
  expect(rows).toEqual(['19: T-1|张三 & 李四|·', '24: T-1|a, b|·', '39: T-2|创建|·', '41: ·|公告|·']);
});

test('the pieces in which a log comes make no difference', async () => {
  const whole = await read(LOG);
  for (const size of [1, 7, 100]) expect(await read(LOG, 'all', size)).toEqual(whole);
});

test('a log without events has no rows', async () => {
  expect(await read('<log><trace/></log>', [{ name: 'a', isRequired: true }])).toEqual({
    columns: [],
    rows: [],
    remarks: [],
  });
});

test.each([
  ['a DOCTYPE', '<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>', 'bad-xml 1'],
  [
    'an entity',
    '<log><string key="a" value="x"/><trace><event>\n<string key="a" value="&x;"/></event></trace></log>',
    'bad-xml 2',
  ],
  ['a log that breaks off', '<log>\n<trace>\n<event>', 'bad-xml 3'],
  ['tags that do not match', '<log><trace></log></trace>', 'bad-xml 1'],
  [
    'an attribute of a trace below its events',
    '<log><trace><event/>\n<string key="a" value="b"/></trace></log>',
    'bad-xml 2',
  ],
  ['an object-centric log of 2020', '<log><global scope="event"/><events><event/></events></log>', 'bad-xml 1'],
  ['an object-centric log of 2023', '<log>\n<object-types/></log>', 'bad-xml 2'],
  [
    'a list without end',
    `<log><trace><event><list key="a">${`<string key="b" value="${'x'.repeat(1000)}"/>`.repeat(1100)}`,
    'bad-xml 1',
  ],
  ['attributes without end', `<log><trace><event>${'<int key="a" value="1"/>'.repeat(10_001)}`, 'bad-xml 1'],
  [
    'keys without end',
    `<log><trace><event>${Array.from({ length: 9000 }, (_, at) => `<int key="a${at}" value="1"/>`).join('')}</event><event>${Array.from({ length: 9000 }, (_, at) => `<int key="b${at}" value="1"/>`).join('')}</event></trace></log>`,
    'too-many-columns ',
  ],
  [
    'attributes in attributes in attributes',
    `<log><trace><event>${'<string key="a" value="1">'.repeat(1000)}`,
    'bad-xml 1',
  ],
])('%s is refused', async (_, text, fault) => {
  const error = await read(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof Unusable)) throw error;
  expect(error.diagnostics.map(({ code, place }) => `${code} ${place?.line ?? ''}`)).toEqual([fault]);
});

test('a column that no event has is missing', async () => {
  const error = await read(LOG, [{ name: 'case:id', isRequired: true }]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ diagnostics: [{ code: 'missing-column', place: { file: 'log.xes' } }] });
});

test('events of a few bytes with thousands of attributes each end in a fault', async () => {
  // 9,000 defaults in each of 600 events: 5,400,000 attributes of half a megabyte.
  const defaults = Array.from({ length: 9000 }, (_, index) => `<string key="k${index}" value="v"/>`).join('');
  const text = `<log><global scope="event">${defaults}</global><trace>${'<event/>'.repeat(600)}</trace></log>`;
  const fault = await read(text, []).catch((error: unknown) => error);
  expect(fault instanceof Unusable && fault.diagnostics.map(({ code }) => code)).toEqual(['bad-xml']);
});
