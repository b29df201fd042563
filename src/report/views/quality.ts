import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Report } from '../../domain/report.ts';
import { english, inWords } from '../../locale/sentence.ts';
import { byCodeUnits } from '../order.ts';
import { type Page, type Reader, section, text, wordFor } from '../page.ts';
import { placeText } from '../place.ts';
import { headOf } from '../report-head.ts';
import type { Column } from '../table.ts';
import { about, rowAccount } from './about.ts';
import type { Shown, View } from './view.ts';

/** What could not be used, was repaired or assumed: every finding with its place. */
export const quality: View = { page: qualityPage, records, whole };

function records({ report, findings }: Shown) {
  const keys = ['code', 'severity', 'title', 'count', 'file', 'line', 'column', 'ticket', 'message', 'hint'];
  return {
    columns: keys.map(
      (key): Column => ({ key, title: key, kind: ['count', 'line', 'column'].includes(key) ? 'count' : 'text' }),
    ),
    rows: report.findings.flatMap(({ code, severity, title }) =>
      ofKind(findings, code).map(({ place, ticket, message, hint, count = 1 }) => [
        code,
        severity,
        title,
        count,
        place?.file ?? null,
        place?.line ?? null,
        place?.column ?? null,
        ticket ?? null,
        english(message),
        hint === undefined ? null : english(hint),
      ]),
    ),
  };
}

/** Rows in and out, file by file, and each kind of finding with how often and where. */
function whole({ report, findings }: Shown) {
  return {
    ...headOf(report),
    rows: report.rows,
    findings: report.findings.map((kind) => ({
      ...kind,
      places: ofKind(findings, kind.code).map(({ place, ticket = null, message, hint, count = 1 }) => ({
        file: place?.file ?? null,
        line: place?.line ?? null,
        column: place?.column ?? null,
        ticket,
        message: english(message),
        hint: hint === undefined ? null : english(hint),
        count,
      })),
    })),
  };
}

/** What became of the rows file by file, where there are several. */
function fileTable({ rows: { byFile } }: Report, { words }: Reader): Page {
  if (byFile.length < 2) return [];
  return section(words.quality.files, {
    columns: [
      { key: 'file', title: words.columns.file, kind: 'text' },
      { key: 'rows', title: words.columns.rows, kind: 'count' },
      { key: 'set_aside', title: words.quality.setAside, kind: 'count' },
    ],
    rows: byFile.map(({ file, rows, setAside }) => [file, rows, setAside.reduce((sum, part) => sum + part.rows, 0)]),
  });
}

/** Findings of one kind, by their places. */
function ofKind(findings: readonly Diagnostic[], code: string): readonly Diagnostic[] {
  return findings.filter((finding) => finding.code === code).toSorted(byPlace);
}

function qualityPage({ report, findings }: Shown, reader: Reader): Page {
  const { words } = reader;
  const columns: Column[] = [
    { key: 'message', title: words.columns.message, kind: 'text' },
    { key: 'ticket', title: words.columns.ticket, kind: 'id' },
    { key: 'place', title: words.columns.place, kind: 'place', align: 'right' },
  ];
  return [
    ...about(report, reader),
    ...rowAccount(report, reader),
    ...fileTable(report, reader),
    ...(report.findings.length === 0 ? [text(words.summary.none)] : []),
    ...report.findings.flatMap(({ code, title, count }) =>
      section(words.quality.places(`${wordFor({ [code]: title, ...words.findings }, code)} [${code}]`, count), {
        columns,
        rows: ofKind(findings, code).map(({ message, ticket, place }) => [
          inWords(message, words, reader.local),
          ticket ?? null,
          placeText(place),
        ]),
      }),
    ),
  ];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnits(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byCodeUnits(english(a.message), english(b.message))
  );
}
