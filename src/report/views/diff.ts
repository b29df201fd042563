import type { Family } from '../../domain/consequence-figures.ts';
import type {
  ChangedRun,
  FigureDifference,
  InputDifference,
  ReportDiff,
  RunFacts,
  SavedFacts,
  Scalar,
} from '../../domain/report-diff.ts';
import { type Catalogue, catalogues } from '../../locale/catalogue.ts';
import { columnTitle, recordColumn, valueWord } from '../columns/columns.ts';
import { consequenceName, worthText } from '../consequence-words.ts';
import { type FigureName, figureText, nameFigure, sectionName } from '../figure-words.ts';
import { byCodeUnits } from '../order.ts';
import { heading, type Page, type Reader, section, tableAlone, text, title, wordFor } from '../page.ts';
import { shortHash } from '../provenance/short-hash.ts';
import { worthText as machineWorth } from '../report-diff.ts';
import type { CellKind, Records, Row, Table, Value } from '../table.ts';
import { cut } from './abridged.ts';
import { indented } from './clock-tables.ts';
import { tenths } from './compare-cells.ts';
import { clockName } from './compare-flips.ts';
import { bearerName } from './names.ts';
import type { View } from './view.ts';

/** Two saved results: which figures differ, and the rows of the export that make the difference. */
export const diff: View<ReportDiff> = { page: diffPage, records, whole: (differences) => differences };

function diffPage(differences: ReportDiff, reader: Reader): Page {
  const { words } = reader;
  const { diff: captions } = words.compare;
  const { before, after, isSame } = differences;
  return [
    title(captions.title),
    text(words.labelled(captions.before, factsText(before, reader))),
    text(words.labelled(captions.after, factsText(after, reader))),
    ...(isSame ? [text(captions.same)] : []),
    ...section(captions.inputs, inputTable(differences.inputs, words)),
    ...figurePage(differences, words),
    ...runPage(differences, reader),
    ...section(captions.consequences, consequenceTable(differences, words)),
  ];
}

function factsText({ file, kind, policy, period, asOf }: SavedFacts, { words, local }: Reader): string {
  const { diff: captions } = words.compare;
  if (kind === 'verdicts') return captions.verdicts(file);
  return captions.report(
    file,
    policy ?? '',
    period ?? captions.everything,
    asOf === null ? '' : instantText(asOf, local),
  );
}

function inputTable(inputs: readonly InputDifference[], words: Catalogue): Table {
  const { diff: captions } = words.compare;
  const shown = (value: string | null) => (value === null ? captions.absent : shortHash(value));
  return {
    columns: [
      { key: 'what', title: captions.what, kind: 'text' },
      { key: 'file', title: words.columns.file, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'id' },
      { key: 'after', title: captions.after, kind: 'id' },
    ],
    rows: inputs.map(({ what, file, before, after }) => [
      wordFor(captions.roles, what),
      file,
      shown(before),
      shown(after),
    ]),
  };
}

/** Of a page only those that others are made of: counts, shares and the usual lengths of clocks, objectives and tickets. */
const FIRST = /^(tickets|clocks\.[^.]+|objectives\.[^.]+)\.(?!over\b|severity\b|leftOut\b)(?!.*\.(p90|p95|n)$)/;
/** Of groups the least that a reader compares them by. */
const OF_GROUPS = /^groups\..*\.(tickets\.created|breached|attainment\.percent|open\.mean)$/;

/** The first ones under what they are of; the rest are counted by the view that shows them. */
function figurePage({ figures, before, after }: ReportDiff, words: Catalogue): Page {
  const { diff: captions } = words.compare;
  if (before.kind !== 'report' || after.kind !== 'report') return [text(captions.noFigures)];
  const isFirst = ({ figure }: FigureDifference) => FIRST.test(figure) || OF_GROUPS.test(figure);
  const others = figures.filter((difference) => !isFirst(difference));
  const places = [...Map.groupBy(others, ({ figure }) => sectionName(figure.split('.')[0] ?? '', words))];
  return [
    ...section(captions.figures, figureTable(figures.filter(isFirst), words)),
    ...section(captions.otherFigures, {
      columns: [
        { key: 'section', title: captions.where, kind: 'text' },
        { key: 'count', title: captions.differing, kind: 'count' },
      ],
      rows: places.map(([place, own]) => [place, own.length]),
    }),
    ...(others.length === 0 ? [] : [text(captions.allFigures)]),
  ];
}

/** A page is to be read; all of them are in the records. */
const SHOWN = 100;
/** Tickets that are named beside a figure. */
const NAMED = 5;

function figureTable(figures: readonly FigureDifference[], words: Catalogue): Table {
  const { diff: captions } = words.compare;
  const { shown, rest } = cut(figures, SHOWN);
  const named = shown.map((difference) => ({ difference, name: nameFigure(difference.parts, words) }));
  return {
    columns: [
      { key: 'figure', title: captions.figure, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'text', align: 'right' },
      { key: 'after', title: captions.after, kind: 'text', align: 'right' },
      { key: 'change', title: captions.change, kind: 'text', align: 'right' },
    ],
    rows: [
      ...named.flatMap(({ difference, name }, index): Row[] => [
        ...(name.of === named[index - 1]?.name.of ? [] : [{ kind: 'caption' as const, text: name.of }]),
        [
          indented(name.figure),
          figureText(difference.before ?? null, name.kind, words),
          figureText(difference.after ?? null, name.kind, words),
          changeText(difference.change, name.kind, words),
        ],
        ...causeRows(difference, words),
      ]),
      ...moreRow(rest.length, words),
    ],
  };
}

function changeText(change: number | null, kind: FigureName['kind'], words: Catalogue): string {
  const { nothing, plus, points, sign } = words.compare.changes;
  if (change === null) return nothing;
  if (kind === 'percent') return points(plus(tenths(change)));
  const isLength = kind === 'seconds' || kind === 'signed-seconds';
  return isLength ? `${sign(change)}${figureText(Math.abs(change), kind, words)}` : plus(change);
}

/** The tickets whose runs make the difference. */
function causeRows({ because, causes }: FigureDifference, words: Catalogue): Row[] {
  if (causes === 0) return [];
  const tickets = [...new Set(because.map(({ ticket }) => ticket))].slice(0, NAMED);
  const rest = causes - because.filter(({ ticket }) => tickets.includes(ticket)).length;
  return [{ kind: 'note', text: indented(words.compare.diff.because(words.list(tickets), rest)) }];
}

/** The rows of each thing, and a note on how many are not shown. */
function shownRows<Thing>(things: readonly Thing[], rowsOf: (thing: Thing) => readonly Row[], words: Catalogue): Row[] {
  const { shown, rest } = cut(things, SHOWN);
  return [...shown.flatMap(rowsOf), ...moreRow(rest.length, words)];
}

function moreRow(rest: number, { compare: { diff: captions } }: Catalogue): Row[] {
  return rest === 0 ? [] : [{ kind: 'note', text: captions.more(rest) }];
}

/** An instant by the clock of the report, where it is one. */
function instantText(value: string, local: Reader['local']): string {
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? value : local(at);
}

/** A field of a run in the words of the verdict record, and as its kind is told. */
function fieldText({ field, before, after }: ChangedRun['fields'][number], { words, local }: Reader): string {
  const { kind, values } = { values: undefined, ...recordColumn('verdicts', field) };
  const shown = (value: Scalar) => {
    if (value === null) return words.compare.diff.absent;
    if (typeof value !== 'string') return figureText(value, kind, words);
    if (kind === 'utc') return instantText(value, local);
    return values === undefined ? value : valueWord(values, value, words);
  };
  return words.compare.diff.fieldChange(columnTitle('verdicts', field, words), shown(before), shown(after));
}

function runPage({ runs, clocks }: ReportDiff, reader: Reader): Page {
  const { words } = reader;
  const { diff: captions } = words.compare;
  const { of, compared, added, gone, changed, isPartial } = runs;
  if (of === 'nothing') return [heading(captions.runs), text(captions.nothing)];
  return [
    heading(captions.runs),
    text(captions.counts(compared, changed.length, added.length, gone.length)),
    ...(of === 'breaches' ? [text(captions.breachesOnly)] : []),
    ...(isPartial ? [text(captions.partial)] : []),
    ...tableAlone(runTable(runs, clocks, reader)),
  ];
}

/** By ticket: `outcome met → breached`, and what else of the run is another, with the lines of the export. */
function runTable({ added, gone, changed }: ReportDiff['runs'], clocks: ReportDiff['clocks'], reader: Reader): Table {
  const { words } = reader;
  const { diff: captions } = words.compare;
  const alone = (change: string) => (run: (typeof added)[number]) => ({
    ...run,
    change,
    what: words.list([valueWord('outcome', run.outcome, words), ...(run.chargedTo === null ? [] : [run.chargedTo])]),
    where: run.lines ?? '',
  });
  const all = [
    ...added.map(alone(captions.added)),
    ...gone.map(alone(captions.gone)),
    ...changed.map((run) => ({
      ...run,
      change: captions.changed,
      what: words.clauses(run.fields.map((field) => fieldText(field, reader))),
      where: captions.lines(run.linesBefore ?? '', run.linesAfter ?? ''),
    })),
  ].sort((a, b) => byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle);
  return {
    columns: [
      { key: 'ticket', title: words.columns.ticket, kind: 'id' },
      { key: 'clock', title: words.columns.clock, kind: 'text' },
      { key: 'change', title: captions.change, kind: 'text' },
      { key: 'lines', title: words.columns.place, kind: 'place' },
    ],
    rows: shownRows(
      all,
      ({ ticket, clock, cycle, change, what, where }): Row[] => [
        [ticket, clockName({ clock, cycle }, clocks, words), change, where],
        { kind: 'note', text: indented(what) },
      ],
      words,
    ),
  };
}

function consequenceTable({ consequences }: ReportDiff, words: Catalogue): Table {
  const { diff: captions } = words.compare;
  return {
    columns: [
      { key: 'who', title: words.columns.charged, kind: 'text' },
      { key: 'what', title: captions.what, kind: 'text' },
      { key: 'ticket', title: words.columns.ticket, kind: 'id' },
      { key: 'change', title: captions.change, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'text', align: 'right' },
      { key: 'after', title: captions.after, kind: 'text', align: 'right' },
    ],
    rows: shownRows(
      consequences,
      ({ who, name, what, ladder, family, proposal, ticket, change, before, after }): Row[] => [
        [
          bearerName({ who, name }, words),
          words.inBrackets(consequenceName({ family: family as Family, consequence: what, proposal }, words), ladder),
          ticket,
          captions.consequenceChanges[change],
          before === null ? captions.absent : worthText({ ...before, consequence: what }, words),
          after === null ? captions.absent : worthText({ ...after, consequence: what }, words),
        ],
      ],
      words,
    ),
  };
}

const COLUMNS: readonly (readonly [key: string, kind: CellKind])[] = [
  ['section', 'text'],
  ['change', 'text'],
  ['figure', 'text'],
  ['ticket', 'id'],
  ['clock', 'text'],
  ['cycle', 'count'],
  ['who', 'id'],
  ['file', 'text'],
  ['before', 'text'],
  ['after', 'text'],
  ['lines', 'place'],
  ['name', 'text'],
  ['because', 'text'],
];

/**
 * A row for each input, each figure, each field of each run, and each consequence that differs; `section` says which it is. `figure` is the
 * path of a figure in the JSON, which stays as it is; `name` says the same in English.
 */
function records({ inputs, figures, runs, consequences }: ReportDiff): Records {
  const rows: Cells[] = [
    ...inputs.map(({ what, file, before, after }) => ({ ...CHANGED.input, figure: what, file, before, after })),
    ...figures.map(({ figure, parts, before, after, because }) => ({
      ...{ ...CHANGED.figure, figure, before: textOf(before), after: textOf(after), name: englishName(parts) },
      because: because.map(({ ticket, clock, cycle }) => `${ticket} ${clock} ${cycle}`).join('; ') || null,
    })),
    ...runs.added.map((run) => ({ ...CHANGED.run, change: 'added', ...outcomeOf(run), after: run.outcome })),
    ...runs.gone.map((run) => ({ ...CHANGED.run, change: 'gone', ...outcomeOf(run), before: run.outcome })),
    ...runs.changed.flatMap(({ ticket, clock, cycle, fields, linesBefore, linesAfter }) =>
      fields.map(({ field, before, after }) => ({
        ...{ ...CHANGED.run, figure: field, ticket, clock, cycle, before: textOf(before), after: textOf(after) },
        lines: linesAfter ?? linesBefore,
      })),
    ),
    ...consequences.map(({ change, what, ticket, who, before, after }) => ({
      ...{ section: 'consequence', change, figure: what, ticket, who },
      ...{ before: before && machineWorth(before), after: after && machineWorth(after) },
    })),
  ];
  return {
    columns: COLUMNS.map(([key, kind]) => ({ key, title: key, kind })),
    rows: rows.map((cells) => COLUMNS.map(([key]) => cells[key] ?? null)),
  };
}

type Cells = Readonly<Record<string, Value>>;

const CHANGED = {
  input: { section: 'input', change: 'changed' },
  figure: { section: 'figure', change: 'changed' },
  run: { section: 'run', change: 'changed' },
};

function outcomeOf({ ticket, clock, cycle, chargedTo, lines }: RunFacts): Cells {
  return { figure: 'outcome', ticket, clock, cycle, who: chargedTo, lines };
}

function englishName(parts: FigureDifference['parts']): string {
  const { of, figure } = nameFigure(parts, catalogues.en);
  return `${of}: ${figure}`;
}

function textOf(value: Scalar | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}
