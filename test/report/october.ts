import type { ClockFigures, Durations, Report } from '../../src/domain/report.ts';

const unmeasured: Durations = { n: 0, mean: null, median: null, p90: null, p95: null, longest: null };

export const firstResponse: ClockFigures = {
  clock: 'first_response',
  title: { zh: '首次响应', en: 'First response' },
  kind: 'response',
  met: 9,
  breached: 2,
  breachedOpen: 1,
  running: 1,
  paused: 0,
  cancelled: 1,
  undecided: 1,
  excused: 0,
  noTarget: 0,
  attainment: { numerator: 9, denominator: 11, percent: 81.818 },
  // Nine tenths of 11 are 9.9: ten would have had to be met.
  objective: { percent: 90, reached: false, gap: { missing: 1, spare: 0 } },
  severity: [
    { band: '轻微', runs: 1, over: { ...unmeasured, n: 1, mean: 20, median: 20, p90: 20, p95: 20, longest: 20 } },
    {
      band: '严重',
      runs: 1,
      over: { ...unmeasured, n: 1, mean: 283_332, median: 283_332, p90: 283_332, p95: 283_332, longest: 283_332 },
    },
  ],
  over: { n: 2, mean: 141_676, median: 141_676, p90: 283_332, p95: 283_332, longest: 283_332 },
  open: { n: 10, mean: 4325.5, median: 600, p90: 14_420, p95: 297_732, longest: 297_732 },
  wall: { n: 10, mean: 9000, median: 660, p90: 20_000, p95: 400_000, longest: 400_000 },
  leftOut: [
    { why: 'undecided', runs: 1 },
    { why: 'not-stopped', runs: 2 },
    { why: 'cancelled', runs: 1 },
  ],
};

export const handover: ClockFigures = {
  ...firstResponse,
  clock: 'department_solution_after_handover',
  title: { zh: '转交部门后首次解决方案', en: 'First solution by the department after hand-over' },
  kind: 'plain',
  met: 0,
  breached: 0,
  breachedOpen: 0,
  running: 0,
  cancelled: 0,
  undecided: 0,
  attainment: { numerator: 0, denominator: 0, percent: null },
  objective: null,
  severity: [],
  over: unmeasured,
  open: unmeasured,
  wall: unmeasured,
  leftOut: [
    { why: 'undecided', runs: 0 },
    { why: 'not-stopped', runs: 0 },
    { why: 'cancelled', runs: 0 },
    { why: 'excused', runs: 0 },
  ],
};

const tickets = {
  created: 14,
  cancelled: 1,
  resolved: 9,
  resolution: { numerator: 9, denominator: 13, percent: 69.231 },
  firstContact: null,
  reopened: null,
};

/** A small month with everything in it that a summary shows. */
export const october: Report = {
  schemaVersion: 1,
  policy: { file: 'policy.yaml', name: '售后服务响应时限控制制度' },
  timezone: 'Asia/Shanghai',
  language: 'zh',
  period: { label: '2026-10', start: '2026-09-30T16:00:00Z', end: '2026-10-31T16:00:00Z' },
  asOf: '2026-10-31T16:00:00Z',
  rows: {
    files: 1,
    rows: 1302,
    used: 1300,
    setAside: [
      { reason: 'bad-timestamp', rows: 1 },
      { reason: 'missing-ticket', rows: 1 },
    ],
    byFile: [
      {
        file: '2026-10.csv',
        rows: 1302,
        setAside: [
          { reason: 'bad-timestamp', rows: 1 },
          { reason: 'missing-ticket', rows: 1 },
        ],
      },
    ],
  },
  tickets,
  clocks: [firstResponse, handover],
  objectives: [],
  groups: [
    {
      by: 'employee',
      groups: [
        { name: '李晓明', kind: 'employee', tickets, clocks: [firstResponse, handover] },
        { name: '', kind: 'unassigned', tickets: { ...tickets, created: 0 }, clocks: [firstResponse] },
        { name: '维修部', kind: 'department', tickets: { ...tickets, created: 0 }, clocks: [handover] },
      ],
    },
    { by: 'channel', groups: [{ name: '', kind: 'value', tickets, clocks: [firstResponse] }] },
  ],
  breaches: [
    {
      ticket: 'OPS-118',
      clock: 'first_response',
      target: 'phone',
      cycle: 1,
      startedAt: '2026-10-08T01:00:00Z',
      dueAt: '2026-10-08T05:00:00Z',
      stoppedAt: '2026-10-08T05:00:20Z',
      cancelledAt: null,
      elapsed: 14_420,
      within: 14_400,
      over: 20,
      severity: '轻微',
      chargedTo: '李晓明',
      chargedKind: 'employee',
      offDuty: null,
      outcome: 'breached',
      excuse: null,
    },
    {
      ticket: 'OPS-207',
      clock: 'first_response',
      target: '2',
      cycle: 2,
      startedAt: '2026-10-30T01:00:00Z',
      dueAt: '2026-10-31T01:00:00.250Z',
      stoppedAt: null,
      cancelledAt: null,
      elapsed: 140_400,
      within: 86_400,
      over: 54_000,
      severity: '严重',
      chargedTo: '',
      chargedKind: 'unassigned',
      offDuty: null,
      outcome: 'breached',
      excuse: null,
    },
  ],
  findings: [
    { code: 'missing-ticket', severity: 'warning', title: 'A row without a ticket', count: 1 },
    { code: 'bad-timestamp', severity: 'warning', title: 'A time that cannot be read', count: 1 },
  ],
};

const shift = { breaches: 2, more: 0, fewer: 0, takenOver: 0, handedOn: 0, breachesThen: 2 };

/** As `--sensitivity` has it: a reading that adds a breach and hands another on, and one that changes nothing. */
export const reread: Report = {
  ...october,
  sensitivity: [
    {
      ...{ reading: 'boundary: exclusive', question: 'S6', written: ['inclusive'], clocks: ['first_response'] },
      ...{ ...shift, more: 1, takenOver: 1, handedOn: 1, breachesThen: 3 },
      parties: [
        {
          ...{ kind: 'employee', name: '1001', title: '李晓明' },
          ...{ ...shift, breaches: 1, more: 1, handedOn: 1, breachesThen: 1 },
          verdicts: [
            { ticket: 'OPS-118', clock: 'first_response', cycle: 1, shift: 'handedOn' },
            { ticket: 'OPS-207', clock: 'first_response', cycle: 1, shift: 'more' },
          ],
        },
        {
          ...{ kind: 'unassigned', name: '' },
          ...{ ...shift, breaches: 1, takenOver: 1 },
          verdicts: [{ ticket: 'OPS-118', clock: 'first_response', cycle: 1, shift: 'takenOver' }],
        },
      ],
    },
    {
      ...{ reading: 'reopen: first', question: 'S15', written: ['continue', 'cycle'], clocks: ['first_response', 'x'] },
      ...shift,
      parties: [],
    },
  ],
};

/** The first of its two breaches was set aside, while who answers for it was on leave; the appeal on the other was rejected. */
export const excused: Report = {
  ...october,
  clocks: [{ ...firstResponse, breached: 1, excused: 1 }, handover],
  objectives: [
    {
      ...{ id: 'all', title: {}, clocks: ['first_response'], within: null, atLeast: 90 },
      ...{ share: { numerator: 9, denominator: 10, percent: 90 }, excused: 1, reached: true },
      gap: { missing: 0, spare: 0 },
      groups: [
        {
          ...{ by: 'channel', name: 'phone' },
          ...{ share: { numerator: 9, denominator: 10, percent: 90 }, excused: 1, reached: true },
          gap: { missing: 0, spare: 0 },
        },
      ],
    },
  ],
  groups: [
    {
      by: 'employee',
      groups: [
        {
          name: '李晓明',
          kind: 'employee',
          tickets,
          clocks: [{ ...firstResponse, breached: 0, excused: 1 }, handover],
        },
        { name: '', kind: 'unassigned', tickets, clocks: [{ ...firstResponse, breached: 1 }] },
      ],
    },
  ],
  breaches: october.breaches.map((line, index) =>
    index === 0
      ? {
          ...line,
          ...{ outcome: 'excused' as const, offDuty: 'leave' as const },
          excuse: {
            decision: 'excused',
            by: '周宁',
            at: '2026-11-02T16:00:00Z',
            reason: '台风停电',
            evidence: '公告 17',
          },
        }
      : {
          ...line,
          excuse: { decision: 'rejected', by: '周宁', at: '2026-11-03T06:30:00Z', reason: '理由不成立', evidence: '' },
        },
  ),
};

/** As `--by employee,channel` has it. */
export const detailed: Report = {
  ...october,
  groups: october.groups.map((grouping) => ({ ...grouping, detailed: true })),
};

/** So many employees, of whom the first has as many breaches, the next one fewer, and the last one. */
export function crowded(employees: number): Report {
  const groups = Array.from({ length: employees }, (_, place) => {
    const breached = employees - place;
    const attainment = { numerator: 1, denominator: breached + 1, percent: 0 };
    const clocks = [{ ...firstResponse, met: 1, breached, attainment }];
    return { name: String(1001 + place), kind: 'employee' as const, tickets, clocks };
  });
  const [line] = october.breaches;
  const breaches = groups.flatMap(({ name, clocks: [clock] }) =>
    Array.from({ length: line === undefined ? 0 : (clock?.breached ?? 0) }, () => ({ ...line!, chargedTo: name })),
  );
  return { ...october, groups: [{ by: 'employee', groups }], breaches };
}

export const findings = [
  {
    code: 'bad-timestamp',
    place: { file: 'tickets.csv', line: 207, column: 3 },
    message: '"31/02/2026 09:10" in column "Updated" is not a date',
    ticket: 'OPS-118',
  },
  { code: 'missing-ticket', place: { file: 'tickets.csv', line: 12 }, message: 'no ticket in column "工单号"' },
];
