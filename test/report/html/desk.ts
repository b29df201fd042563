import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../../cli/made-world.ts';

/** A title, an id and a person that a page must show and never run, and one that would end an island of data. */
export const HOSTILE = {
  script: '<script>alert(1)</script>',
  end: '</script><img src=x onerror=alert(2)>',
  link: 'javascript:alert(3)',
  separator: 'a\u2028b',
};

const POLICY = `slaudit: 1
name: 售后 "服务" </style><b>承诺</b>
timezone: Asia/Shanghai
currency: CNY
records:
  form: tickets
  ticket: ticket
  events: {created: created, responded: responded, resolved: resolved}
  fields: {channel: channel, assignee: assignee, type: type}
clocks:
  first_response:
    title: {en: First response, zh: 首次响应}
    kind: response
    start: created
    stop: responded
    charge: [holder]
    severity: {minor: "<= 1h", severe: "> 1h"}
    attain: 90%
    targets: [{within: 30m}]
  resolution:
    title: {en: Resolution, zh: 解决}
    kind: resolution
    start: created
    stop: resolved
    charge: [holder]
    targets: [{within: 4h}]
ladders:
  - {id: fines, count: {breaches: {}}, per: employee, window: month, apply: each, tiers: [{at: 1, fine: 50, repeat: true}]}
`;

/**
 * Twelve tickets of October. Each is created at 09:00 and resolved within 4 h; answered after 10 minutes, but for four: OPS-3 and
 * OPS-7 of Li (40 and 120 min), OPS-5 of Wang (45 min), and the one whose id is a link (31 min) of the one whose name is a script.
 */
const ROWS = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
    const minutes = { 3: 40, 5: 45, 7: 120 }[n] ?? 10;
    return row(`OPS-${n}`, n, minutes, n % 2 === 0 ? 'chat' : 'phone', n === 5 ? 'Wang' : 'Li');
  }),
  row(HOSTILE.link, 9, 31, HOSTILE.end, HOSTILE.script),
  row(HOSTILE.script, 10, 10, 'chat', 'Li'),
  row(HOSTILE.separator, 11, 10, 'phone', 'Wang'),
  row(HOSTILE.end, 12, 10, 'phone', 'Wang'),
];

function row(ticket: string, day: number, minutes: number, channel: string, assignee: string): string {
  const date = `2026-10-${String(day).padStart(2, '0')}`;
  const answered = `${date} ${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
  const cells = [ticket, `${date} 09:00:00`, answered, `${date} 12:00:00`, channel, assignee, HOSTILE.script];
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

const HEADER = 'ticket,created,responded,resolved,channel,assignee,type';

/** The page of the report on these tickets. */
export async function hostilePage({ rows = ROWS, more = [] as string[] } = {}): Promise<string> {
  return page({ 'policy.yaml': POLICY, 'tickets.csv': [HEADER, ...rows, ''].join('\n') }, [
    ...['report', '-p', 'policy.yaml', '--period', '2026-10', '-f', 'html', 'tickets.csv', ...more],
  ]);
}

/** The page of the desk on which every view has something to say. */
export function goldenPage(...more: readonly string[]): Promise<string> {
  const folder = join(import.meta.dirname, '../../../fixtures/golden');
  const files = Object.fromEntries(
    ['policy.yaml', 'desk.csv', 'roster.csv', 'excuses.csv'].map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  );
  return page(files, ['report', '-p', 'policy.yaml', '--period', '2026-10', '-f', 'html', 'desk.csv', ...more]);
}

/** The same rows in another order. */
export function shuffledRows(): string[] {
  return ROWS.map((text, index) => ({ text, rank: (index * 5) % 12 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
}

async function page(files: Readonly<Record<string, string>>, argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runIn({ files }, ...argv);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
