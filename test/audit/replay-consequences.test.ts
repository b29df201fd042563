import { describe, expect, test } from 'vitest';
import { zone } from '../../src/calendar/zone.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { audit } from '../../src/run.ts';

// S27: "a month already closed does not change when later exports arrive". A year of monthly exports is judged month by
// month, each as of its end and with what had been exported until then, and once more all together, weeks later.

const POLICY = `slaudit: 1
name: replay
timezone: Asia/Shanghai
currency: CNY
records:
  form: events
  ticket: ticket
  at: at
  event: event
  fields: {assignee: assignee, score: score, price: price}
people: roster.csv
personnel: personnel.csv
rating: score
calendars:
  office: {hours: {mon-fri: [09:00-18:00]}}
clocks:
  answer:
    start: created
    stop: answered
    calendar: office
    severity: {minor: "<= 3h", severe: "> 3h"}
    targets: [{within: 9h}]
  solve:
    start: created
    stop: solved
    pause: {from: paused, until: resumed}
    severity: {late: "> 48h", lost: "> 20d"}
    targets: [{within: 3d}]
ladders:
  - {id: fines, count: {breaches: {}}, per: employee, window: month, cap: {fine: 500},
     tiers: [{at: 1, fine: 50}, {at: 2, fine: 100}, {at: 3, fine: 200, repeat: true}]}
  - {id: bonus, count: {breaches: {}}, per: employee, window: quarter, apply: highest,
     tiers: [{at: 1, bonus: 5%}, {at: 4, bonus: 10%}, {at: 8, bonus: 20%}]}
  - {id: oral, count: {breaches: {clock: answer, severity: minor}}, per: employee, window: 12 months,
     tiers: [{at: 1, action: oral_warning, repeat: true}]}
  - {id: written, count: {consequences: oral_warning}, per: employee, window: 12 months,
     tiers: [{at: 3, action: written_warning, every: 3}]}
  - {id: grave, count: {breaches: {clock: [answer, solve], severity: [severe, lost]}}, per: employee, window: 6 months,
     tiers: [{at: 1, action: written_warning}, {at: 2, action: training}, {at: 3, action: reassignment_review, needs: {training: 1}}]}
  - {id: again, count: {breaches: {after: training}}, per: employee, window: 12 months, tiers: [{at: 1, points: 2, repeat: true}]}
  - {id: lost, count: {breaches: {severity: [late, lost], weights: {lost: 3}}}, per: department, window: ever, grace: 1,
     reset: {clean: 2 months}, tiers: [{at: 2, fine: 1000, every: 2}]}
  - {id: hours, count: {overtime: {clock: solve}}, per: employee, window: year, tiers: [{at: 24h, fine: 10, every: 24h}]}
  - {id: below, count: {attainment: {runs: 5}}, per: employee, window: month, tiers: [{below: 80%, points: 1}, {below: 50%, action: self_review}]}
  - {id: liked, count: {rating: {}}, per: employee, window: quarter, tiers: [{below: 3.2, points: 3}]}
compensation:
  - {clock: answer, give: voucher, percent: 10%, bands: [{over: "> 9h", percent: 20%}]}
  - {give: cash, percent: 12.5%, of: price, at_least: 20, cap: 100}
rewards:
  - {id: timely, per: employee, window: month, when: {attainment: ">= 60%", runs: ">= 4"}, give: {bonus: 2%, action: commendation}}
`;
const COMPANIONS = {
  people: `id,name,department,bonus_base,from,until
E1,Li,Repair,4123.45,2025-01-01,2026-06-30
E1,Li,Sales,5000.10,2026-07-01,
E2,Wang,Repair,3000,,
E3,Zhao,Sales,,,
`,
  personnel: `who,what,at,reason
E1,oral_warning,2025-11-20 10:00,before the exports begin
E2,training,2026-03-05 10:00,a course
`,
};

type Row = readonly [ticket: string, at: string, event: string, assignee: string, score: string, price: string];
const HOUR = 3_600_000;
const stamp = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** A year of tickets, of numbers that are drawn the same way every time. */
function madeRows(): Row[] {
  let seed = 20_261_031;
  const draw = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * most);
  };
  const rows: Row[] = [];
  for (let number = 1; number <= 260; number++) {
    const ticket = `T-${String(number).padStart(3, '0')}`;
    const [first, second] = [['Li', 'Wang', 'Zhao'][draw(3)] ?? '', ['Li', 'Wang', 'Zhao', 'Zhao'][draw(4)] ?? ''];
    // Wall clock of Shanghai, written as if it were UTC: stamps without a zone are the policy's.
    const created = Date.UTC(2026, 0, 1) + draw(363 * 24 * 60) * 60_000;
    const row = (at: number, event: string, assignee = '', score = '', price = '') =>
      rows.push([ticket, stamp(at), event, assignee, score, price]);
    row(created, 'created', first, '', ['', '99.99', '1,250.00', '333.33'][draw(4)]);
    const answered = created + draw(60) * HOUR;
    if (draw(10) > 0) row(answered, 'answered');
    if (draw(4) === 0) {
      row(answered + HOUR, 'paused');
      row(answered + (2 + draw(200)) * HOUR, 'resumed');
    }
    if (draw(3) === 0) row(created + draw(90) * HOUR, 'passed', second);
    if (draw(12) > 0) row(created + (1 + draw(draw(3) === 0 ? 900 : 90)) * HOUR, 'solved', '', String(1 + draw(5)));
  }
  // The time ran out at closing on Friday, 30 October; beyond doubt on Monday, 2 November.
  rows.push(
    ['EDGE', '2026-10-30 09:00', 'created', 'Li', '', ''],
    ['EDGE', '2026-11-02 11:00', 'answered', '', '', ''],
  );
  // Broken on 30 January, three days on; by more than twenty days from 22 February on, and never solved.
  rows.push(['GROWS', '2026-01-30 12:00', 'created', 'Zhao', '', '']);
  // Rated 1 in March, when Li had it; 5 in May, when Wang had it.
  rows.push(
    ['TWICE', '2026-03-02 09:00', 'created', 'Li', '', ''],
    ['TWICE', '2026-03-03 09:00', 'solved', '', '1', ''],
  );
  rows.push(
    ['TWICE', '2026-05-04 09:00', 'passed', 'Wang', '', ''],
    ['TWICE', '2026-05-05 09:00', 'called', '', '5', ''],
  );
  return rows;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const rows = madeRows();

function fileOf(month: string): string {
  const own = rows.filter(([, at]) => at.startsWith(month)).toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  return ['ticket,at,event,assignee,score,price', ...own.map((row) => row.map((cell) => `"${cell}"`).join(','))].join(
    '\n',
  );
}

const source = (name: string, text: string) => ({
  name,
  async *chunks() {
    yield new TextEncoder().encode(text);
  },
});

async function consequencesAsOf(instant: number, months: readonly string[]): Promise<readonly Consequence[]> {
  const { value: policy, diagnostics } = readPolicies([{ file: 'policy.yaml', text: POLICY }]);
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const reading = await audit(
    policy,
    months.map((month) => source(`${month}.csv`, fileOf(month))),
    {
      asOf: instant,
      people: source('roster.csv', COMPANIONS.people),
      personnel: source('personnel.csv', COMPANIONS.personnel),
    },
  );
  if (reading.value === undefined) throw new Error(reading.diagnostics.map(({ message }) => message).join('\n'));
  return reading.value.consequences();
}

const there = zone('Asia/Shanghai');
const edges = MONTHS.concat('2027-01').map((month) => there?.startOf(Date.parse(`${month}-01`) / (24 * HOUR)) ?? 0);

describe('a year of monthly exports', { timeout: 120_000 }, () => {
  test('brings in each month what it brings all together', async () => {
    const later = (edges[12] ?? 0) + 40 * 24 * HOUR;
    const whole = await consequencesAsOf(later, MONTHS);
    const ladders = new Set<string>();
    for (const [index] of MONTHS.entries()) {
      const [start = 0, end = 0] = [edges[index], edges[index + 1]];
      const within = ({ settledAt }: Consequence) => start <= settledAt && settledAt < end;
      const month = (await consequencesAsOf(end, MONTHS.slice(0, index + 1))).filter(within);
      expect(month, MONTHS[index]).toEqual(whole.filter(within));
      for (const { ladder } of month) ladders.add(ladder);
    }
    // Every rule of the policy was put to the test.
    expect([...ladders].toSorted()).toEqual(
      [
        'again',
        'below',
        'bonus',
        'compensation',
        'fines',
        'grave',
        'hours',
        'liked',
        'lost',
        'oral',
        'timely',
        'written',
      ].toSorted(),
    );
  });

  test('has a breach at closing in the month in which it was beyond doubt, and one that grows in both', async () => {
    const told = (all: readonly Consequence[], ticket: string, ladder: string) =>
      all
        .filter(
          (each) =>
            each.breach?.ticket === ticket &&
            (each.breach.clock !== 'solve') === (ticket === 'EDGE') &&
            each.ladder === ladder,
        )
        .map(({ settledAt }) => stamp(settledAt + 8 * HOUR));
    const [february = 0, november = 0, december = 0] = [edges[1], edges[10], edges[11]];
    const early = await consequencesAsOf(november, MONTHS.slice(0, 10));
    expect(told(early, 'EDGE', 'fines')).toEqual([]);
    expect(told(await consequencesAsOf(december, MONTHS.slice(0, 11)), 'EDGE', 'fines')).toEqual(['2026-11-02 09:00']);

    // Broken on 2 February at 12:00; 48 hours over on the 4th at 12:00, 20 days on the 22nd: more than that from then on.
    expect(told(await consequencesAsOf(february, MONTHS.slice(0, 1)), 'GROWS', 'grave')).toEqual([]);
    expect(told(early, 'GROWS', 'fines')).toEqual(['2026-02-02 12:00']);
  });
});
