import type { Report } from '../../domain/report.ts';
import { detail, type Page, type Reader, text, title, wordFor } from '../page.ts';

type Head = Pick<Report, 'policy' | 'timezone' | 'asOf' | 'period' | 'dataEnds'>;

/** Which policy, which time, as of when. */
export function about(report: Head, { words, local, isChapter = false }: Reader): Page {
  if (isChapter) return [];
  const { period, asOf, timezone, dataEnds } = report;
  const at = (instant: string) => local(Date.parse(instant));
  return [
    title(report.policy.name),
    text(
      period === undefined
        ? words.summary.everything
        : words.summary.period(period.label, at(period.start), at(period.end)),
    ),
    text(words.summary.asOf(at(asOf), timezone)),
    ...(dataEnds === undefined ? [] : [text(words.summary.dataEnds(at(dataEnds)))]),
  ];
}

/** Rows in = rows used + rows set aside, by reason. */
export function rowAccount({ rows }: Report, { words }: Reader): Page {
  return [
    text(words.summary.rows(rows.files, rows.rows, rows.used)),
    ...detail(words.summary.setAside, {
      columns: [
        { key: 'reason', title: words.columns.reason, kind: 'text' },
        { key: 'rows', title: words.columns.rows, kind: 'count' },
      ],
      rows: rows.setAside.map((part) => [wordFor(words.setAside, part.reason), part.rows]),
    }),
  ];
}
