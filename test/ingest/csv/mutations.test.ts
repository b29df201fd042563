import { expect, test } from 'vitest';
import { codes } from '../../../src/diagnostics/codes.ts';
import { column, field, read, records, source, stamp } from '../exports.ts';

/** A linear congruential generator (Numerical Recipes): the same mutations on every machine. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = [
  `售后工单明细,,,\n导出时间：2026-06-01,,,\n\n工单号,时间,动作,备注\nGD-1,2026-05-06 09:00:00,创建,"打印机,\n""不动"""\nGD-1,2026-05-06 09:20:00,回复,好的\n小计,2,,\nGD-2,2026-05-06 10:00:00,创建,\n合计,3,,\n制表人：高敏,,,\n`,
  `工单号;时间;动作;备注\r\nGD-1;2026-05-06 09:00:00;创建;"a;b"\r\nGD-2;2026-05-06 09:00:00;创建;\r\nGD-2;2026-05-06 11:00:00;回复;c\r\n`,
  `工单号\t时间\t动作\t备注\nGD-1\t2026-05-06 09:00:00\t\\N\ta\\tb\nGD-2\t2026-05-06 09:00:00\t创建\t\\N\n`,
  `"工单号","时间","动作","备注"\r"GD-1","2026-05-06 09:00:00","创建","say \\"hi\\", ok"\r"GD-2","2026-05-06 09:00:00","创建","x"\r`,
  `工单号,处理,,备注\n,时间,动作,\nGD-1,2026-05-06 09:00:00,创建,a\nGD-2,2026-05-06 09:00:00,创建\nGD-3,2026-05-06\n工单号,处理,,备注\n,时间,动作,\nGD-4,2026-05-06 09:00:00,回复,b\n`,
  `sep=|\n工单号|时间|动作|备注\nGD-1|2026-05-06 09:00:00|创建|\n动作|备注|工单号|时间\n回复|x|GD-1|2026-05-06 09:30:00\n`,
];
const SPECIAL = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '\\N',
  "'",
  '\u0000',
  '\ufeff',
  '合计',
  '工单号',
  ',,,,',
  '😀',
  'x'.repeat(50),
  'sep=;\n',
];

function mutated(text: string, random: (below: number) => number): string {
  let result = text;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + 1 + random(12));
    const special = SPECIAL[random(SPECIAL.length)] ?? '';
    const lines = result.split('\n');
    const line = lines[random(lines.length)] ?? '';
    const ways = [
      () => result.slice(0, at) + special + result.slice(at),
      () => result.slice(0, at) + result.slice(to),
      () => result.slice(0, at) + special + result.slice(to),
      () => result.slice(0, at) + result.slice(at, to) + result.slice(at, to) + result.slice(to),
      () => `${result}${line}\n`,
      () => lines.filter((each) => each !== line).join('\n'),
      () => result.slice(0, at),
      () => result + result,
    ];
    result = ways[random(ways.length)]?.() ?? result;
  }
  return result;
}

const using = records({
  form: 'events',
  ticket: column('工单号'),
  at: stamp('时间'),
  event: column('动作'),
  fields: [field('note', '备注')],
});

test('2,000 mutations: no crash, no row lost, every finding has its place', async () => {
  const random = chance(20_261_122);
  let [usable, rows, setAside] = [0, 0, 0];
  for (let run = 0; run < 2000; run++) {
    const text = mutated(texts[run % texts.length] ?? '', random);
    const { value, diagnostics } = await read(using, source('a.csv', text, [65_536, 1, 13][run % 3]));
    const lines = text.split(/\r\n|\r|\n/).length;
    for (const { code, place } of diagnostics) {
      expect(place?.file, code).toBe('a.csv');
      if (place?.line === undefined) continue;
      expect(place.line).toBeGreaterThan(0);
      expect(place.line).toBeLessThanOrEqual(lines);
    }
    const isUnusable = diagnostics.some(({ code }) => codes[code].severity === 'error');
    expect(value === undefined).toBe(isUnusable);
    if (value === undefined) continue;
    usable++;
    const [tally] = value.tallies;
    const aside = [...(tally?.setAside.values() ?? [])].reduce((sum, count) => sum + count, 0);
    expect(tally?.rows).toBe(value.log.rows + aside);
    expect(tally?.rows ?? 0).toBeLessThanOrEqual(lines);
    rows += value.log.rows;
    setAside += aside;
  }
  // Not all of them are refused, and not all survive whole.
  expect(usable).toBeGreaterThan(600);
  expect(usable).toBeLessThan(2000);
  expect(rows).toBeGreaterThan(2000);
  expect(setAside).toBeGreaterThan(600);
});
