import type { Verdict } from '../domain/verdict.ts';
import type { Chapter, Format, Pieces, RenderOptions } from './formats/format.ts';
import { type FormatName, formats } from './formats/formats.ts';
import { isMap } from './json-map.ts';
import { type Page, title } from './page.ts';
import { provenanceBlock } from './provenance/provenance-block.ts';
import { type Fields, verdictColumns, verdictRow } from './records.ts';
import { headOf } from './report-head.ts';
import type { Records } from './table.ts';
import { about } from './views/about.ts';
import type { Shown, View } from './views/view.ts';
import { type ViewName, views } from './views/views.ts';

/** A view of a report in a format, in pieces. The same arguments give the same bytes. */
export function render(shown: Shown, view: ViewName, format: FormatName, options: RenderOptions): Pieces {
  const { book, enclose } = formats[format] as Format;
  const { provenance } = shown.report;
  const { records, whole }: View = views[view];
  if (enclose !== undefined && whole === undefined) {
    const { columns, rows } = records(shown);
    return enclose(headOf(shown.report), 'records', { provenance }, columns, rows);
  }
  const made = provenance === undefined ? options : { ...options, provenance };
  if (book === undefined) return renderView(views[view], shown, format, made);
  const chapters = [chapter(view, shown, { ...options, isDrawn: true })];
  return book({ title: shown.report.policy.name, chapters, shown }, options);
}

/** Views of a report one after the other: bound together or, in a format of single pages, under one head. */
export function renderBook(
  shown: Shown,
  names: readonly ViewName[],
  format: FormatName,
  options: RenderOptions,
): Pieces {
  const { book, page } = formats[format] as Format;
  const chapters = names.map((name) => chapter(name, shown, { ...options, isDrawn: book !== undefined }));
  if (book !== undefined) return book({ title: shown.report.policy.name, chapters, shown }, options);
  if (page === undefined) throw new RangeError(`${format} shows one view at a time`);
  const pages = chapters.flatMap((each) => {
    const [first, ...rest] = each.page;
    // Some pages begin with what they are called.
    const isNamed = first?.kind === 'heading' && first.text === each.title;
    return [title(each.title), ...(isNamed ? rest : each.page)];
  });
  const { provenance } = shown.report;
  const made = names.includes('provenance') ? [] : provenanceBlock(provenance, options);
  return [page([...about(shown.report, options), ...pages, ...made], options)];
}

function chapter(name: ViewName, shown: Shown, options: RenderOptions): Chapter {
  const view: View = views[name];
  return {
    name,
    title: options.words.views[name],
    isMain: view.isMain === true,
    page: view.page(shown, { ...options, isChapter: true }),
    records: () => view.records(shown),
  };
}

/** The same of what is no report. */
export function renderView<Subject>(
  { page, records, whole }: View<Subject>,
  subject: Subject,
  format: FormatName,
  options: RenderOptions,
): Pieces {
  const into: Format = formats[format];
  if (into.page !== undefined) return [into.page(page(subject, options), options)];
  if (into.book !== undefined) return renderPage(page(subject, options), format, options, () => records(subject));
  if (into.whole !== undefined && whole !== undefined) {
    const { provenance } = options;
    const value = whole(subject);
    return [into.whole(provenance !== undefined && isMap(value) ? { ...value, provenance } : value)];
  }
  const { columns, rows } = records(subject);
  return into.records(columns, rows, options);
}

/** A page that is no view, in a format for people: by itself or as a book of one chapter, called as its first title says. */
export function renderPage(
  page: Page,
  format: FormatName,
  options: RenderOptions,
  records: () => Records = () => ({ columns: [], rows: [] }),
): Pieces {
  const into: Format = formats[format];
  if (into.page !== undefined) return [into.page(page, options)];
  if (into.book === undefined) throw new RangeError(`${format} shows no pages`);
  const first = page.findIndex(({ kind }) => kind === 'title');
  const block = page[first];
  const name = block?.kind === 'title' ? block.text : '';
  const rest = page.filter((_, index) => index !== first);
  return into.book({ title: name, chapters: [{ name: '', title: name, isMain: true, page: rest, records }] }, options);
}

/**
 * Verdict records in a format, in the order given and, but for the terminal's table, one at a time.
 *
 * @param head in JSON, what stands before them
 */
export function renderVerdicts(
  policy: Fields,
  verdicts: Iterable<Verdict>,
  format: FormatName,
  options: RenderOptions,
  head: object = {},
): Pieces {
  const { enclose, records }: Format = formats[format];
  const columns = verdictColumns(policy);
  const rows = rowsOf(policy, verdicts);
  if (enclose === undefined) return records(columns, rows, options);
  return enclose(head, 'verdicts', { provenance: options.provenance }, columns, rows);
}

function* rowsOf(policy: Fields, verdicts: Iterable<Verdict>) {
  for (const verdict of verdicts) yield verdictRow(policy, verdict);
}
