import type { Report } from '../../../domain/report.ts';
import type { RunDetails, RunLine } from '../../../domain/run-line.ts';
import { type Catalogue, titleOf } from '../../../locale/catalogue.ts';
import { wordFor } from '../../page.ts';
import { lastPart } from '../../short-places.ts';
import type { Cell, Table } from '../../table.ts';
import { partyName } from '../../views/names.ts';
import { evaluateCommand } from './commands.ts';
import { escaped, island } from './escape.ts';
import { fold, foldTitle } from './fold.ts';
import type { Rendering } from './rendering.ts';
import { runKey } from './run-key.ts';
import { RUNS } from './selection-link.ts';
import { renderTable } from './table.ts';

/** So many runs a page lists: with more a browser sorts and filters no longer at once. */
export const MOST_LISTED = 5000;

/** Runs that somebody will ask about. */
const NOTABLE = ['breached', 'excused', 'undecided'];

/** The runs that the page lists, in the order of the report: all, else those that somebody will ask about. */
export function listedRuns({ runs }: RunDetails): readonly RunLine[] {
  return runs.length <= MOST_LISTED ? runs : runs.filter(isNotable).slice(0, MOST_LISTED);
}

export function isNotable({ outcome }: RunLine): boolean {
  return NOTABLE.includes(outcome);
}

/**
 * The chapter of the runs behind the figures, closed until somebody asks: a table whose rows say by numbers what they are, and
 * the words that those numbers stand for, for the page's script to filter by.
 */
export function runChapter(report: Report, details: RunDetails, rendering: Rendering): string {
  const { words } = rendering.options;
  const say = words.page.runs;
  const listed = listedRuns(details);
  const all = details.runs.length + details.leftOut;
  const key = runKey(listed, report, words);
  const rowAttributes = (index: number) => ` data-k="${key.rows[index]}"`;
  const look = { caption: say.title, attributes: ' id="run-table"', rowAttributes };
  const left =
    listed.length === all
      ? ''
      : `<p>${escaped(listed.length === 0 ? say.none(all) : say.aboutLeftOut(listed.length, all))} <code>${escaped(evaluateCommand(report, words))}</code></p>\n`;
  const table = listed.length === 0 ? '' : renderTable(runTable(listed, report, words), look, rendering);
  const body = `<p>${escaped(say.about)}</p>\n${left}<div id="chips"></div>\n${table}`;
  const folded = fold({
    ...({ look: 'chapter folded', ownId: 'run-chapter', id: RUNS } as const),
    ...{ summary: foldTitle(say.title, 3), body },
  });
  return folded + island('run-key', key.legend);
}

function runTable(runs: readonly RunLine[], report: Report, words: Catalogue): Table {
  const { columns, page } = words;
  const say = page.runs;
  const files = [...new Set(runs.flatMap(({ lines }) => lines.map((line) => fileOf(line))))];
  const titles = new Map(report.clocks.map(({ clock, title }) => [clock, titleOf(title, clock, words)]));
  return {
    columns: [
      { key: 'ticket', title: columns.ticket, kind: 'id' },
      { key: 'clock', title: say.clock, kind: 'text' },
      { key: 'outcome', title: say.outcome, kind: 'text' },
      { key: 'severity', title: say.severity, kind: 'text' },
      { key: 'over_s', title: columns.over, kind: 'clock-seconds' },
      { key: 'charged', title: columns.charged, kind: 'text' },
      { key: 'started_at', title: say.started, kind: 'instant' },
      { key: 'due_at', title: columns.ranOutAt, kind: 'instant' },
      { key: 'stopped_at', title: columns.stoppedAt, kind: 'instant' },
      { key: 'elapsed_s', title: say.elapsed, kind: 'clock-seconds' },
      { key: 'lines', title: say.lines, kind: 'place', align: 'left' },
    ],
    rows: runs.map((run): Cell[] => {
      const clock = titles.get(run.clock) ?? run.clock;
      const outcome = words.outcomes[run.outcome];
      return [
        run.ticket,
        run.cycle === 1 ? clock : say.round(clock, run.cycle),
        toned(run, run.isCounted ? outcome : words.inBrackets(outcome, say.notCounted)),
        run.severity === null ? null : wordFor(words.titles, run.severity),
        run.over,
        run.chargedKind === null ? null : partyName(run.chargedKind, run.chargedTo, words, run.chargedName),
        run.startedAt,
        run.dueAt,
        run.stoppedAt,
        run.elapsed,
        run.lines.map((line) => shortPlace(line, files)).join('\n'),
      ];
    }),
  };
}

/** `exports/tickets.csv:14` is in `exports/tickets.csv`. */
function fileOf(line: string): string {
  return line.replace(/:\d+$/, '');
}

function shortPlace(line: string, files: readonly string[]): string {
  const file = fileOf(line);
  return lastPart(file, files) + line.slice(file.length);
}

function toned({ outcome }: RunLine, value: string): Cell {
  return outcome === 'breached' ? { value, tone: 'bad' } : value;
}
