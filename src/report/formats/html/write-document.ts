import type { Provenance } from '../../../domain/provenance.ts';
import type { Report } from '../../../domain/report.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';
import type { Chart } from '../../chart.ts';
import type { Page } from '../../page.ts';
import type { Book, Chapter, RenderOptions } from '../format.ts';
import { renderBlocks } from './blocks.ts';
import { asId, escaped, island } from './escape.ts';
import { glance } from './glance.ts';
import { pageScript, pageStyle } from './page-source.ts';
import { printMargins } from './print-margins.ts';
import { proofLink, proofsOf } from './proofs.ts';
import { idsOf, type Rendering } from './rendering.ts';
import { listedRuns, runChapter } from './run-list.ts';
import { securityPolicy } from './security.ts';
import { isSelected, selectionLink } from './selection-link.ts';

/** A book as one file: what it is about, what matters at a glance, its chapters, the runs behind them and their proofs. */
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
  const hasRuns = report?.details !== undefined;
  const hasProofs = proofs !== undefined && proofs.tickets.size > 0;
  const about = report === undefined ? book.title : words.page.head(book.title, periodName(report, words));
  const style =
    pageStyle +
    printMargins(about, report === undefined ? '' : `${words.page.asOf} ${localTime(report.asOf, options)}`);
  yield `<!doctype html>\n<html lang="${escaped(words.page.language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${escaped(await securityPolicy(style, pageScript))}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n';
  yield '<meta name="referrer" content="no-referrer">\n';
  yield `<title>${escaped(about)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
  yield `<a class="skip" href="#content">${escaped(words.page.skip)}</a>\n`;
  yield header(book.title, report, options);
  yield '<div class="sheet">\n';
  yield contents(book.chapters, { hasRuns, hasProofs }, words);
  yield '<main id="content" tabindex="-1">\n';
  const { lead, chapters } = withoutLead(book.chapters, words);
  if (report !== undefined && chapters.some(({ name }) => name === 'summary')) yield glance(report, lead, linked);
  const isSole = book.chapters.length === 1 && book.chapters[0]?.title === book.title;
  for (const chapter of chapters) yield renderChapter(chapter, isSole, linked);
  if (report?.details !== undefined) yield runChapter(report, report.details, linked);
  if (hasProofs) yield proofs.chapter;
  yield '</main>\n</div>\n';
  const provenance = report?.provenance ?? options.provenance;
  yield footer(provenance, words);
  // Read by `slaudit verify`.
  if (provenance !== undefined) yield island('provenance', provenance);
  yield island('words', { ...words.page.script, language: words.page.language });
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
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

function periodName({ period }: Report, { page }: Catalogue): string {
  return period?.label ?? page.everything;
}

function localTime(at: string, { local }: RenderOptions): string {
  return local(Date.parse(at));
}

function header(title: string, report: Report | undefined, options: RenderOptions): string {
  const { words } = options;
  const say = words.page;
  const facts =
    report === undefined
      ? []
      : [
          [say.period, report.period === undefined ? say.everything : spanText(report.period, options)],
          [say.asOf, localTime(report.asOf, options)],
          [say.zone, report.timezone],
        ];
  const list = facts.map(([name = '', value = '']) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<header>\n<h1>${escaped(title)}</h1>\n${list.length === 0 ? '' : `<dl>${list.join('')}</dl>\n`}</header>\n`;
}

function spanText({ label, start, end }: NonNullable<Report['period']>, options: RenderOptions): string {
  const { words } = options;
  // Midnights need no hours.
  const [from, until] = [localTime(start, options), localTime(end, options)].map((time) =>
    time.replace(/ 00:00:00$/, ''),
  );
  return words.inBrackets(label, words.page.span(from ?? '', until ?? ''));
}

function contents(
  chapters: readonly Chapter[],
  { hasRuns, hasProofs }: { readonly hasRuns: boolean; readonly hasProofs: boolean },
  { page }: Catalogue,
): string {
  const entries = [
    ...chapters.map((chapter) => [chapterId(chapter), chapter.title] as const),
    ...(hasRuns ? [['runs', page.runs.title] as const] : []),
    ...(hasProofs ? [['proofs', page.proofs.title] as const] : []),
  ];
  if (entries.length < 2) return '';
  const items = entries.map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`);
  return `<nav aria-label="${escaped(page.contents)}"><ol>${items.join('')}</ol></nav>\n`;
}

function chapterId({ name }: Chapter): string {
  return `chapter-${asId(name)}`;
}

function renderChapter(chapter: Chapter, isSole: boolean, rendering: Rendering): string {
  const [first, ...rest] = chapter.page;
  // Some pages begin with what they are called.
  const isNamed = first !== undefined && first.kind === 'heading' && first.text === chapter.title;
  const body = renderBlocks(isNamed ? rest : chapter.page, isSole ? 2 : 3, chapter.title, rendering);
  const id = chapterId(chapter);
  const named = isSole ? '' : ` aria-labelledby="${id}-title"`;
  const title = isSole ? '' : `<h2 id="${id}-title">${escaped(chapter.title)}</h2>\n`;
  return `<section class="chapter" id="${id}"${named}>\n${title}${body}</section>\n`;
}

function footer(provenance: Provenance | undefined, { page }: Catalogue): string {
  const tool = provenance === undefined ? 'slaudit' : `slaudit ${provenance.tool.version}`;
  return `<footer><p>${escaped(page.madeBy(tool))}</p></footer>\n`;
}
