import type { Provenance } from '../../../domain/provenance.ts';
import type { Report } from '../../../domain/report.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';
import type { Chart } from '../../chart.ts';
import type { Page } from '../../page.ts';
import type { Book, Chapter, RenderOptions } from '../format.ts';
import { chapterId, foldedChapter, openChapter, partsOf } from './chapters.ts';
import { contents, type Entry, unprinted, unprintedStyle } from './contents.ts';
import { escaped, island } from './escape.ts';
import { glance } from './glance.ts';
import { documentTitle, localTime, masthead } from './masthead.ts';
import { pageScript, pageStyle } from './page-source.ts';
import { printMargins } from './print-margins.ts';
import { PROOFS, proofLink, proofsOf } from './proofs.ts';
import { idsOf, type Rendering } from './rendering.ts';
import { listedRuns, runChapter } from './run-list.ts';
import { securityPolicy } from './security.ts';
import { isSelected, RUNS, selectionLink } from './selection-link.ts';

/**
 * A book as one file: what it is about, what matters at a glance, its chapters, what is folded of them, the runs behind it all and
 * their proofs.
 */
export async function* writeDocument(book: Book, options: RenderOptions): AsyncIterable<string> {
  const { words } = options;
  const report = book.shown?.report;
  const draw = book.chapters.some(({ page }) => hasChart(page)) ? await loadDrawing(options) : () => '';
  const rendering: Rendering = { options, draw, freshId: idsOf('b'), ...linksInto(report) };
  const proofs = book.shown === undefined ? undefined : proofsOf(book.shown, rendering);
  const linked: Rendering = {
    ...rendering,
    proofOf: (ticket) => (proofs?.tickets.has(ticket) === true ? proofLink(ticket) : undefined),
  };
  const { lead, chapters } = withoutLead(book.chapters, words);
  const { open, folded, empty, isFolding } = partsOf(chapters);
  const more = [
    ...folded.map(entryOf),
    ...(report?.details === undefined ? [] : [{ id: RUNS, title: words.page.runs.title }]),
    ...((proofs?.tickets.size ?? 0) === 0 ? [] : [{ id: PROOFS, title: words.page.proofs.title }]),
  ];
  const title = documentTitle(book.title, report, options);
  yield* head(title, report, more, options);
  yield masthead(title, report, options);
  yield '<div class="sheet">\n';
  yield contents(open.map(entryOf), more, words);
  yield '<main id="content" tabindex="-1">\n';
  if (report !== undefined && open.some(({ name }) => name === 'summary')) yield glance(report, lead, linked);
  const isSole = book.chapters.length === 1 && book.chapters[0]?.title === title;
  for (const chapter of open) yield openChapter(chapter, { isSole, isFolding }, linked);
  if (more.length > 0) {
    yield `<section class="more" aria-labelledby="more"><h2 id="more">${escaped(words.page.folding.more)}</h2>\n`;
    for (const chapter of folded) yield foldedChapter(chapter, linked);
    if (report?.details !== undefined) yield runChapter(report, report.details, linked);
    yield proofs?.chapter ?? '';
    yield '</section>\n';
  }
  if (empty.length > 0) yield `<p class="empty">${escaped(emptyText(empty, words))}</p>\n`;
  yield `${unprinted(more, words)}</main>\n</div>\n`;
  const provenance = report?.provenance ?? options.provenance;
  yield footer(provenance, words);
  // Read by `slaudit verify`.
  if (provenance !== undefined) yield island('provenance', provenance);
  yield island('words', { ...words.page.script, language: words.page.language });
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

/** All that comes before the first word of the page. */
async function* head(
  title: string,
  report: Report | undefined,
  folded: readonly Entry[],
  options: RenderOptions,
): AsyncIterable<string> {
  const { page } = options.words;
  const about = report === undefined ? title : page.head(title, report.policy.name);
  const asOf = report === undefined ? '' : `${page.asOf} ${localTime(report.asOf, options)}`;
  const style = pageStyle + printMargins(about, asOf) + unprintedStyle(folded);
  yield `<!doctype html>\n<html lang="${escaped(page.language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${escaped(await securityPolicy(style, pageScript))}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n';
  yield '<meta name="referrer" content="no-referrer">\n';
  yield `<title>${escaped(about)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
  yield `<a class="skip" href="#content">${escaped(page.skip)}</a>\n`;
}

function entryOf(chapter: Chapter): Entry {
  return { id: chapterId(chapter), title: chapter.title };
}

function emptyText(chapters: readonly Chapter[], words: Catalogue): string {
  return words.page.folding.empty(words.list(chapters.map(({ title }) => title)));
}

/** The sentences that a summary begins with stand above all chapters, beside the figures that they are about. */
function withoutLead(
  chapters: readonly Chapter[],
  words: Catalogue,
): { readonly lead: Page; readonly chapters: readonly Chapter[] } {
  let lead: Page = [];
  const rest = chapters.map((chapter) => {
    const [first, ...others] = chapter.page;
    const isLed = first?.kind === 'heading' && first.text === words.highlights.title;
    if (chapter.name !== 'summary' || !isLed) return chapter;
    const end = others.findIndex(({ kind }) => kind !== 'item');
    lead = end < 0 ? others : others.slice(0, end);
    return { ...chapter, page: others.slice(lead.length) };
  });
  return { lead, chapters: rest };
}

function hasChart(page: Page): boolean {
  return page.some(({ kind }) => kind === 'chart');
}

/** Loaded only for a document with a picture. */
async function loadDrawing(options: RenderOptions): Promise<Rendering['draw']> {
  const { drawChart } = await import('./draw-chart.ts');
  return (chart: Chart, id: string) => drawChart(chart, id, options);
}

/** Of a figure only to runs that are listed: a link that leads to nothing would say that there are none. */
function linksInto(report: Report | undefined): Pick<Rendering, 'runsOf' | 'proofOf'> {
  const listed = report?.details === undefined ? [] : listedRuns(report.details);
  const known = new Map<string, boolean>();
  return {
    proofOf: () => undefined,
    runsOf(selection) {
      const link = selectionLink(selection);
      const leads = known.get(link) ?? listed.some((run) => isSelected(run, selection, report?.groups ?? []));
      known.set(link, leads);
      return leads ? link : undefined;
    },
  };
}

function footer(provenance: Provenance | undefined, { page }: Catalogue): string {
  const tool = provenance === undefined ? 'slaudit' : `slaudit ${provenance.tool.version}`;
  return `<footer><p>${escaped(page.madeBy(tool))}</p></footer>\n`;
}
