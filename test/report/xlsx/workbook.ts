import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { catalogues } from '../../../src/locale/catalogue.ts';
import type { Pieces, RenderOptions } from '../../../src/report/formats/format.ts';
import { renderBook } from '../../../src/report/render.ts';
import { type ViewName, views } from '../../../src/report/views/views.ts';
import type { Audit } from '../../../src/run.ts';
import { outputsIn } from '../../cli/in-folder.ts';
import { auditIn } from '../../privacy/told.ts';

const root = join(import.meta.dirname, '../../..');

/** Of a shipped month, with its policy. */
export function shippedAudit(files: string, policy: string, period?: string): Promise<Audit> {
  const folder = `fixtures/exports/${files}`;
  const paths = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `${folder}/${name}`);
  return auditIn(outputsIn(root), paths, { policy, ...(period !== undefined && { period }) });
}

export function readerOf(language: 'zh' | 'en', zone: string): RenderOptions {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return {
    words: catalogues[language],
    local: (at) => format.format(at).replace(',', ''),
    zone,
    width: 80,
    colour: false,
  };
}

/** All views of a report, bound into a workbook. */
export async function workbookOf(audit: Audit, language: 'zh' | 'en'): Promise<Uint8Array> {
  const report = audit.report({ language, by: [{ by: 'employee' }], details: true });
  const shown = { report, findings: audit.findings() };
  const all = (Object.keys(views) as ViewName[]).filter((name) => name !== 'sensitivity' && name !== 'source');
  return bytesOf(renderBook(shown, all, 'xlsx', readerOf(language, report.timezone)));
}

export async function bytesOf(pieces: Pieces): Promise<Uint8Array> {
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(bytes);
}

export interface Formula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly value: unknown;
}

/** Cells with a formula and the value that the file holds for them. */
export async function formulasIn(bytes: Uint8Array): Promise<Formula[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.flatMap(({ name, cells }) =>
    [...(cells ?? new Map<string, Cell>())].flatMap(([cell, { formula, formulaResult, value }]) =>
      formula === undefined ? [] : [{ sheet: name, cell, formula, value: formulaResult ?? value }],
    ),
  );
}

/** The same workbook with a wrong number wherever a formula has its value. */
export async function spoilt(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes);
  for (const { cells } of workbook.sheets) {
    for (const [, cell] of cells ?? []) if (cell.formula !== undefined) cell.formulaResult = 987_654;
  }
  return (await saveXlsx(workbook)) as Uint8Array;
}

/** Every formula is computed when a file is opened; by default LibreOffice trusts the values that the file holds. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** What LibreOffice makes of a workbook when it opens it, computes it anew and saves it as `to`. */
export function throughLibreOffice(bytes: Uint8Array, to: 'xlsx' | 'pdf' | 'csv'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-calc-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATE);
    const own = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync('soffice', [own, '--headless', '--convert-to', to, '--outdir', out, join(folder, 'book.xlsx')], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    return readFileSync(join(out, `book.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
