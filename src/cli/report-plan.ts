import type { Report } from '../domain/report.ts';
import type { Format, Pieces, RenderOptions } from '../report/formats/format.ts';
import { type FormatName, formats } from '../report/formats/formats.ts';
import { render, renderBook } from '../report/render.ts';
import type { Shown, View } from '../report/views/view.ts';
import { type ViewName, views } from '../report/views/views.ts';
import { placeholdersIn } from './name-pattern.ts';
import type { Output } from './outputs.ts';

/** What is to be shown in one result or, with `each`, in one for each of the views. */
export interface ReportWish {
  readonly output: Output<FormatName>;
  /** `whole`: every view that says something of the report. */
  readonly views: readonly ViewName[] | 'whole';
  readonly each: boolean;
}

/** One file of a report. */
export interface Showing {
  readonly output: Output<FormatName>;
  readonly views: readonly ViewName[] | 'whole';
}

/** What each output shows: the views that were asked for; else a document shows all, and everything else the summary. */
export function wishesOf(outputs: readonly Output<FormatName>[], asked: readonly ViewName[] | undefined): ReportWish[] {
  return outputs.map((output) => {
    const each = placeholdersIn(output.path).includes('view');
    const standard = isDocument(output.format) || each ? 'whole' : (['summary'] as const);
    return { output, views: asked ?? standard, each };
  });
}

/** An output that cannot hold the views asked for: records of several views have different columns. */
export function crowdedOutput(wishes: readonly ReportWish[]): ReportWish | undefined {
  return wishes.find(
    ({ output, views: shown, each }) => !each && shown.length > 1 && shown !== 'whole' && isData(output.format),
  );
}

export function isDocument(format: FormatName): boolean {
  return (formats[format] as Format).book !== undefined;
}

/** Parts of a report that are made, and stand in it, only for a result that shows them. */
const PARTS = {
  trend: (format, shows, isWhole) => isWhole || !isRecords(format) || shows('trend'),
  provenance: (format, shows, isWhole) => isWhole || !isRecords(format) || shows('provenance'),
  backlog: (format, shows, isWhole) => isWhole || !isRecords(format) || shows('tickets'),
  // JSON and the documents let a reader go on to the runs behind a figure.
  details: (format, shows) => isFull(format, shows),
  sensitivity: (_, shows) => shows('sensitivity'),
  source: (format, shows) => isDocument(format) || shows('source'),
  timeUse: (format, shows) => isFull(format, shows) || shows('steps'),
  load: (format, shows) => isFull(format, shows) || shows('load'),
  handOvers: (format, shows) => isFull(format, shows) || shows('hand-overs'),
  latePauses: (format, shows) => isFull(format, shows) || shows('pauses'),
} as const satisfies Partial<Record<keyof Report, (format: FormatName, shows: Shows, isWhole: boolean) => boolean>>;

/** A result that has the records of its views and nothing else; a page has highlights made of all, and JSON the whole. */
function isRecords(format: FormatName): boolean {
  return isData(format) && format !== 'json';
}

function isData(format: FormatName): boolean {
  return formats[format].reader === 'machine' && !isDocument(format);
}

/** A result that has all there is to say. */
function isFull(format: FormatName, shows: Shows): boolean {
  return isDocument(format) || (format === 'json' && shows('summary'));
}

/** Whether this result says from what it was made. */
export function tellsProvenance(showing: Showing): boolean {
  return partsOf(showing).provenance;
}

type Part = keyof typeof PARTS;
/** Whether a view is asked for by its name. */
type Shows = (view: ViewName) => boolean;

function partsOf({ output, views: shown }: Showing): Record<Part, boolean> {
  const shows: Shows = (view) => shown !== 'whole' && shown.includes(view);
  const entries = Object.entries(PARTS).map(([part, isShown]) => [
    part,
    isShown(output.format, shows, shown === 'whole'),
  ]);
  return Object.fromEntries(entries) as Record<Part, boolean>;
}

/** The parts that any of the results shows, and whether one of them lists each breach, or else says who answers for them. */
export function partsOfAll(
  showings: readonly Showing[],
): Record<Part, boolean> & { readonly breachLines: boolean; readonly breachParties: boolean } {
  const each = showings.map(partsOf);
  const entries = (Object.keys(PARTS) as Part[]).map((part) => [part, each.some((parts) => parts[part])]);
  const parts = Object.fromEntries(entries) as Record<Part, boolean>;
  const breachLines = showings.some(listsBreaches);
  const breachParties = !breachLines && !showings.every(({ output }) => isRecords(output.format));
  return { ...parts, breachLines, breachParties };
}

/** In JSON more than one view holds the whole report. */
function listsBreaches({ output: { format }, views: shown }: Showing): boolean {
  return shown === 'whole' || isDocument(format) || format === 'json' || shown.includes('breaches');
}

/** The report as this result shows it: without what was only made for another, so that each has the bytes it has alone. */
function forShowing(report: Report, showing: Showing): Report {
  const parts = partsOf(showing);
  const keys = Object.entries(report).filter(([key]) => !(Object.hasOwn(parts, key) && !parts[key as Part]));
  return Object.fromEntries(keys) as unknown as Report;
}

/** The files that a wish comes to, once it is known what the report has to say. */
export function showingsOf({ output, views: shown, each }: ReportWish, report: Shown): Showing[] {
  if (!each) return [{ output, views: shown }];
  return viewsIn(shown, report).map((view) => ({ output, views: [view] }));
}

function viewsIn(shown: Showing['views'], report: Shown): readonly ViewName[] {
  if (shown !== 'whole') return shown;
  return (Object.keys(views) as ViewName[]).filter((name) => (views[name] as View).hasSubject?.(report) ?? true);
}

/** What stands for {view} in its name. */
export function nameOfShowing({ views: shown }: Showing): string {
  return shown === 'whole' ? 'report' : shown.join('+');
}

/** As the command line says it, where it has to. */
export function optionsOfShowing({ output, views: shown }: Showing): { view?: string; format?: string } {
  const standard = isDocument(output.format) ? 'whole' : 'summary';
  const name = shown === 'whole' ? 'whole' : shown.join(',');
  return {
    ...(name !== standard && { view: name }),
    ...(output.format !== 'table' && { format: output.format }),
  };
}

export function renderShowing(shown: Shown, showing: Showing, options: RenderOptions): Pieces {
  const { output, views: names } = showing;
  const mine = { ...shown, report: forShowing(shown.report, showing) };
  const [only] = names;
  if (names !== 'whole' && names.length === 1 && only !== undefined) {
    return render(mine, only as ViewName, output.format, options);
  }
  return renderBook(mine, viewsIn(names, mine), output.format, options);
}
