import type { Verdict } from '../domain/verdict.ts';
import type { Format, RenderOptions } from './formats/format.ts';
import { type FormatName, formats } from './formats/formats.ts';
import { type Fields, verdictColumns, verdictRow } from './records.ts';
import type { Shown, View } from './views/view.ts';
import { type ViewName, views } from './views/views.ts';

/** A view of a report in a format, in pieces. The same arguments give the same bytes. */
export function render(shown: Shown, view: ViewName, format: FormatName, options: RenderOptions): Iterable<string> {
  return renderView(views[view], shown, format, options);
}

/** The same of what is no report. */
export function renderView<Subject>(
  { page, records, whole }: View<Subject>,
  subject: Subject,
  format: FormatName,
  options: RenderOptions,
): Iterable<string> {
  const into: Format = formats[format];
  if (into.page !== undefined) return [into.page(page(subject, options), options)];
  if (into.whole !== undefined && whole !== undefined) return [into.whole(whole(subject))];
  const { columns, rows } = records(subject);
  return into.records(columns, rows, options);
}

/** Verdict records in a format, in the order given and, but for the terminal's table, one at a time. */
export function renderVerdicts(
  policy: Fields,
  verdicts: Iterable<Verdict>,
  format: FormatName,
  options: RenderOptions,
): Iterable<string> {
  const into: Format = formats[format];
  return into.records(verdictColumns(policy), rowsOf(policy, verdicts), options);
}

function* rowsOf(policy: Fields, verdicts: Iterable<Verdict>) {
  for (const verdict of verdicts) yield verdictRow(policy, verdict);
}
