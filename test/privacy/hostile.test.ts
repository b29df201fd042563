import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { outputsIn } from '../cli/in-folder.ts';
import { files } from './hostile.ts';
import { type Asked, auditIn, everything, finder, fullReport } from './told.ts';

vi.setConfig({ testTimeout: 180_000 });

const KEY = 'a key of more than sixteen bytes';
const desk = deskWith(files);

/** A folder with the desk's files and two keys. */
function deskWith(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-privacy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'key.txt'), `${KEY}\n`);
  writeFileSync(join(folder, 'other-key.txt'), 'another key of more than sixteen bytes');
  return folder;
}

function audited(asked: Omit<Asked, 'policy'> = {}, folder = desk) {
  return auditIn(outputsIn(folder), ['tickets.csv'], { policy: 'policy.yaml', ...asked });
}

const TICKETS = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7'];

/** Names and texts of the desk that no word of ours or of the policy is. */
const TELLTALE = [
  ...['王芳', '小王', '赵总', 'stranger', 'ghost', 'Ann', 'W901', 'W902', 'W903', 'W904', 'only on the roster'],
  ...['13800000001', '13800000002', '+86 (138) 0000-0003', '13800000005', '王芳芳公司'],
  ...['</script><i>', '&lt;/script&gt;&lt;i&gt;', '<b>李', '李</b>', 'alert(1)', '=SUM(A1)', 'HYPERLINK'],
  ...['did not call', 'I told', '电话 again', 'said no', 'was ill', 'letter of', 'rude', 'late one', '31/02'],
];

const find = finder(TELLTALE);

describe.each([{ redact: true }, { pseudonymise: 'key.txt' }] as const)('%o', (asked) => {
  test.each(['en', 'zh'] as const)('nobody is named in any view, format, proof or finding (%s)', async (lang) => {
    const audit = await audited({ lang, ...asked });
    let pieces = 0;
    for await (const { what, text } of everything(audit, lang, TICKETS)) {
      pieces++;
      expect(find(text), what).toEqual([]);
    }
    expect(pieces).toBeGreaterThan(100);
  });

  // A customer called "met", a person called "电话", "employee" or "breached": they are words of ours, too, so that only the
  // places where names stand can be looked at.
  test('no name stays in its place', async () => {
    const audit = await audited(asked);
    const report = fullReport(audit);
    const named = fullReport(audit.hidden?.open ?? audit);
    expect(namesIn(named)).toEqual(
      expect.arrayContaining(['met', '电话', 'employee', 'breached', 'W901', '赵总', 'Ann']),
    );
    const before = new Set(namesIn(named));
    expect(namesIn(report).filter((name) => before.has(name))).toEqual([]);
    const proofs = TICKETS.map((ticket) => audit.prove(ticket));
    const told = proofs.flatMap((proof) => [
      ...(proof?.events.flatMap(({ actor = '', changes }) => [
        actor,
        ...changes.flatMap(({ field, value }) => (HIDDEN.includes(field) ? [value] : [])),
      ]) ?? []),
      ...(proof?.runs.flatMap(({ verdict, passedOver, targets }) => [
        ...passedOver.flatMap(({ actor = '', why }) => [actor, ...(why.kind === 'actor' ? (why.by.actors ?? []) : [])]),
        ...targets.flatMap(({ tests }) =>
          tests.flatMap(({ test: of, value }) => [value, ...(of.kind === 'one-of' ? of.values : [])]),
        ),
        verdict.charged?.to ?? '',
        ...verdict.fields.slice(1, 6),
        ...verdict.run.clock.pause.flatMap((rule) =>
          rule.kind === 'while' ? rule.when.flatMap((of) => (of.kind === 'one-of' ? of.values : [])) : [],
        ),
      ]) ?? []),
    ]);
    const original = new Set(['', ...Object.values(files).flatMap((text) => text.split(/[,;\n\r]/))]);
    const left = told.filter((name) => name !== '' && original.has(name));
    expect(told.length).toBeGreaterThan(100);
    expect(left).toEqual([]);
  });

  test('every number is what it was', async () => {
    const audit = await audited(asked);
    expect(numbersIn(fullReport(audit))).toEqual(numbersIn(fullReport(audit.hidden?.open ?? audit)));
  });

  // Whoever knows the staff must not find out who is who from an order: with all names exchanged for others nothing changes.
  test('what is told does not hang on what anybody is called', async () => {
    if (!('redact' in asked)) return;
    const renamed = deskWith(exchange(files));
    const [one, other] = await Promise.all([audited(asked), audited(asked, renamed)]);
    const plainly = (report: Report) => JSON.stringify({ ...report, provenance: undefined });
    expect(firstDifference(plainly(fullReport(other)), plainly(fullReport(one)))).toBe('');
    for (const ticket of TICKETS) expect(other.prove(ticket)?.events).toEqual(one.prove(ticket)?.events);
  });
});

test('an id, a name and an alias are one person, in every part of the result', async () => {
  const audit = await audited({ redact: true });
  const [first] = audit.prove('T-1')?.events ?? [];
  const report = fullReport(audit);
  // T-1 is held by 小王, W901; of its rows two are written by 王芳. T-2 is held by W902, T-5 by 王芳芳.
  const holder = first?.changes.find(({ field }) => field === 'assignee')?.value;
  const run = (ticket: string) => report.details?.runs.find((each) => each.ticket === ticket);
  expect(holder).toMatch(/^employee \d+$/);
  expect(audit.prove('T-1')?.events[1]?.actor).toBe(holder);
  expect(run('T-1')?.chargedTo).toBe(holder);
  expect(run('T-2')?.chargedTo).toBe(run('T-5')?.chargedTo);
  expect(run('T-2')?.chargedTo).not.toBe(holder);
  // Ann has T-6 and T-7; the customer "employee" is another than the person of that name, who holds T-4.
  const customer = (ticket: string) => run(ticket)?.fields[1];
  expect(customer('T-6')).toBe(customer('T-7'));
  expect(customer('T-5')).toMatch(/^customer \d+$/);
  expect(run('T-4')?.fields[5]).toMatch(/^employee \d+$/);
});

// By an implementation of its own: the first 40 bits of HMAC-SHA256, five at a time.
test('a pseudonym is the beginning of a keyed hash of kind and id', async () => {
  const audit = await audited({ pseudonymise: 'key.txt' });
  const code = (letter: string, text: string) => {
    const bits = BigInt(`0x${createHmac('sha256', KEY).update(text).digest('hex').slice(0, 10)}`);
    const digits = Array.from(
      { length: 8 },
      (_, index) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number((bits >> BigInt(35 - 5 * index)) & 31n)],
    ).join('');
    return `${letter}-${digits.slice(0, 4)}-${digits.slice(4)}`;
  };
  const run = fullReport(audit).details?.runs.find(({ ticket }) => ticket === 'T-1');
  expect(run?.chargedTo).toBe(code('E', 'employee\0W901'));
  expect(run?.fields.slice(1, 3)).toEqual([code('C', 'customer\0met'), code('C', 'customer\u000013800000001')]);
});

test('under another key everybody is another, and within a key the month does not matter', async () => {
  const names = async (key: string, folder = desk) =>
    fullReport(await audited({ pseudonymise: key }, folder)).details?.runs.map(({ ticket, chargedTo, fields }) =>
      [ticket, chargedTo, ...fields.slice(1, 3)].join(),
    ) ?? [];
  const [head = '', ...rows] = (files['tickets.csv'] ?? '').split('\n');
  const month = rows.filter((row) => row.startsWith('T-1') || row.startsWith('T-6')).join('\n');
  const part = deskWith({ ...files, 'tickets.csv': `${head}\n${month}\n` });
  const [all, some, others] = await Promise.all([names('key.txt'), names('key.txt', part), names('other-key.txt')]);
  expect(some.filter((each) => each.startsWith('T-1')).length).toBeGreaterThan(0);
  for (const each of some) expect(all.map(withoutCharge)).toContain(withoutCharge(each));
  expect(others.filter((each) => all.includes(each))).toEqual([]);
});

/** Whether a run is breached as of the latest stamp may differ; who the customer is does not. */
function withoutCharge(line: string): string {
  const [ticket, , ...customer] = line.split(',');
  return [ticket, ...customer].join();
}

const HIDDEN = ['assignee', 'customer', 'phone', 'title', 'comment'];

/** What stands where a report names somebody. */
function namesIn(report: Report): string[] {
  const { details, groups, breaches, consequences, backlog, handOvers, latePauses, load, sensitivity } = report;
  const isOurs = (by: string) =>
    ['employee', 'customer', 'phone', 'title', 'comment', 'assignee', 'manager'].includes(by);
  return [
    ...(details?.runs.flatMap(({ fields, chargedTo, chargedName = '' }) => [
      ...fields.slice(1, 6),
      chargedTo,
      chargedName,
    ]) ?? []),
    ...groups.flatMap(({ by, groups: each }) =>
      isOurs(by) ? each.flatMap(({ name, title = '' }) => [name, title]) : [],
    ),
    ...breaches.flatMap(({ chargedTo, chargedName = '', excuse }) => [
      chargedTo,
      chargedName,
      excuse?.by ?? '',
      excuse?.reason ?? '',
      excuse?.evidence ?? '',
    ]),
    ...(consequences?.lines.flatMap(({ who, name, facts }) => [
      who,
      name ?? '',
      ...facts.map(({ reason }) => reason),
    ]) ?? []),
    ...(consequences?.subjects.flatMap(({ kind, name, title = '' }) => (kind === 'employee' ? [name, title] : [])) ??
      []),
    ...(backlog?.oldest.flatMap(({ holder: { name, title = '' } }) => [name, title]) ?? []),
    ...(handOvers?.people.flatMap(({ name, title = '' }) => [name, title]) ?? []),
    ...(latePauses?.late.lines.flatMap(({ by: { name, title = '' } }) => [name, title]) ?? []),
    ...(load?.people.flatMap(({ name, title = '' }) => [name, title]) ?? []),
    ...(sensitivity?.flatMap(({ parties }) => parties.flatMap(({ name, title = '' }) => [name, title])) ?? []),
  ].filter((name) => name !== '');
}

/** Where two texts part, with what stands around it. */
function firstDifference(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at++;
  return `${one.slice(at - 300, at + 100)} ≠ ${other.slice(at - 30, at + 100)}`;
}

function numbersIn(value: unknown): number[] {
  const found: number[] = [];
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number') found.push(part);
    return part;
  });
  return found.sort((a, b) => a - b);
}

/** The same desk with every name and text another one, of other length and order. */
function exchange(texts: Readonly<Record<string, string>>): Record<string, string> {
  const others: readonly (readonly [string, string])[] = [
    ['王芳芳公司', '=乙公司'],
    ['王芳芳', '丁一一'],
    ['王芳', '李四'],
    ['小王', '阿四'],
    ['赵总', '钱总'],
    ['met', 'zzz-met'],
    ['W901', 'Z5'],
    ['W902', 'B4'],
    ['W903', 'Y3'],
    ['W904', 'A2'],
    ['W905', 'A1'],
    ['stranger', 'aunt'],
    ['ghost', 'spirit'],
    ['Ann', 'Zoe'],
    ['1380000', '1590000'],
  ];
  const row = (text: string) => others.reduce((before, [from, to]) => before.replaceAll(from, to), text);
  const named = (text: string) =>
    text.replaceAll('[met,', '[zzz-met,').replaceAll('王芳芳', '丁一一').replaceAll('王芳', '李四');
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, name === 'policy.yaml' ? named(text) : row(text)]),
  );
}
