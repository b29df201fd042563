import type { Diagnostic } from '../../domain/diagnostic.ts';
import { type Page, type Reader, section, text, wordFor } from '../page.ts';
import { placeText } from '../place.ts';
import type { Column } from '../table.ts';
import { about, rowAccount } from './about.ts';
import type { Shown, View } from './view.ts';

/** What could not be used, was repaired or assumed: every finding with its place. */
export const quality: View = { page: qualityPage, records };

function records({ report, findings }: Shown) {
  const keys = ['code', 'title', 'count', 'file', 'line', 'column', 'ticket', 'message', 'hint'];
  return {
    columns: keys.map((key): Column => ({ key, title: key, kind: key === 'count' ? 'count' : 'text' })),
    rows: report.findings.flatMap(({ code, title }) =>
      findings
        .filter((finding) => finding.code === code)
        .toSorted(byPlace)
        .map(({ place, ticket, message, hint, count }) => [
          code,
          title,
          count ?? 1,
          place?.file ?? null,
          place?.line ?? null,
          place?.column ?? null,
          ticket ?? null,
          message,
          hint ?? null,
        ]),
    ),
  };
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
    ...(report.findings.length === 0 ? [text(words.summary.none)] : []),
    ...report.findings.flatMap(({ code, title, count }) =>
      section(words.quality.places(`${wordFor({ [code]: title, ...words.findings }, code)} [${code}]`, count), {
        columns,
        rows: findings
          .filter((finding) => finding.code === code)
          .toSorted(byPlace)
          .map(({ message, ticket, place }) => [message, ticket ?? null, placeText(place)]),
      }),
    ),
  ];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnits(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byCodeUnits(a.message, b.message)
  );
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
