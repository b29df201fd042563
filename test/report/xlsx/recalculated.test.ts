import { describe, expect, test, vi } from 'vitest';
import { formulasIn, shippedAudit, spoilt, throughLibreOffice, workbookOf } from './workbook.ts';

// The figures of the first sheet are formulas. LibreOffice, which did not write them, opens the workbook, computes them anew
// and comes to the numbers that the report has.

vi.setConfig({ testTimeout: 240_000 });

describe.each([
  ['penalty-scheme', 'zh', '2026-10'],
  ['after-sales', 'en', undefined],
] as const)('%s in %s', (files, language, period) => {
  const policy = files === 'after-sales' ? 'trading-company' : files;
  const made = shippedAudit(files, `fixtures/policies/${policy}.yaml`, period).then((audit) =>
    workbookOf(audit, language),
  );

  test('a wrong value beside a formula is replaced by ours', async () => {
    const ours = await formulasIn(await made);
    expect(ours.length).toBeGreaterThan(20);
    const wrong = await spoilt(await made);
    const before = await formulasIn(wrong);
    expect(before).toHaveLength(ours.length);
    expect(before.every(({ value }) => value === 987_654)).toBe(true);
    const computed = new Map(
      (await formulasIn(throughLibreOffice(wrong, 'xlsx'))).map((cell) => [`${cell.sheet} ${cell.cell}`, cell.value]),
    );
    for (const { sheet, cell, value, formula } of ours) {
      const theirs = computed.get(`${sheet} ${cell}`);
      if (typeof value === 'number') expect(theirs, `${cell} ${formula}`).toBeCloseTo(value, 9);
      else expect(theirs ?? '', `${cell} ${formula}`).toBe(value ?? '');
    }
  });

  test('it can be printed', async () => {
    const pdf = Buffer.from(throughLibreOffice(await made, 'pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
