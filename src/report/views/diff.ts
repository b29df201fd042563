import type { FigureDifference, InputDifference, ReportDiff, SavedFacts, Scalar } from '../../domain/report-diff.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { byCodeUnits } from '../order.ts';
import { heading, type Page, type Reader, section, tableAlone, text, title, wordFor } from '../page.ts';
import { shortHash } from '../provenance/short-hash.ts';
import type { CellKind, Records, Row, Table, Value } from '../table.ts';
import { cut } from './abridged.ts';
import { indented } from './clock-tables.ts';
import type { View } from './view.ts';

/** Two saved results: which figures differ, and the rows of the export that make the difference. */
export const diff: View<ReportDiff> = { page: diffPage, records, whole: (differences) => differences };

function diffPage(differences: ReportDiff, { words }: Reader): Page {
  const { diff: captions } = words.compare;
  const { before, after, isSame } = differences;
  return [
    title(captions.title),
    text(words.labelled(captions.before, factsText(before, words))),
    text(words.labelled(captions.after, factsText(after, words))),
    ...(isSame ? [text(captions.same)] : []),
    ...section(captions.inputs, inputTable(differences.inputs, words)),
    ...figurePage(differences, words),
    ...runPage(differences, words),
    ...section(captions.consequences, consequenceTable(differences, words)),
  ];
}

function factsText({ file, kind, policy, period, asOf }: SavedFacts, words: Catalogue): string {
  const { diff: captions } = words.compare;
  if (kind === 'verdicts') return captions.verdicts(file);
  return captions.report(file, policy ?? '', period ?? captions.everything, asOf ?? '');
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

/** Of a page only those that others are made of: counts, shares and the usual lengths of each clock, and of tickets. */
const FIRST = /^(tickets|clocks\.[^.]+|objectives\.[^.]+)\.(?!over\b|severity\b|leftOut\b)(?!.*\.(p90|p95|n)$)/;

/** The first ones by what they are of; the rest are counted by where they stand. */
function figurePage({ figures, before, after }: ReportDiff, words: Catalogue): Page {
  const { diff: captions } = words.compare;
  if (before.kind !== 'report' || after.kind !== 'report') return [text(captions.noFigures)];
  const shown = figures.filter(({ figure }) => FIRST.test(figure));
  const others = figures.filter(({ figure }) => !FIRST.test(figure));
  const places = [...Map.groupBy(others, ({ figure }) => figure.split('.')[0] ?? '')];
  return [
    ...section(captions.figures, figureTable(shown, words)),
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

function figureTable(figures: readonly FigureDifference[], words: Catalogue): Table {
  const { diff: captions } = words.compare;
  return {
    columns: [
      { key: 'figure', title: captions.figure, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'text', align: 'right' },
      { key: 'after', title: captions.after, kind: 'text', align: 'right' },
      { key: 'change', title: captions.change, kind: 'count' },
    ],
    rows: shownRows(
      figures,
      ({ figure, before, after, change }): Row[] => [
        [figure, scalarText(before, words), scalarText(after, words), change],
      ],
      words,
    ),
  };
}

/** The rows of each thing, and a note on how many are not shown. */
function shownRows<Thing>(
  things: readonly Thing[],
  rowsOf: (thing: Thing) => readonly Row[],
  { compare: { diff: captions } }: Catalogue,
): Row[] {
  const { shown, rest } = cut(things, SHOWN);
  return [
    ...shown.flatMap(rowsOf),
    ...(rest.length === 0 ? [] : [{ kind: 'note' as const, text: captions.more(rest.length) }]),
  ];
}

function scalarText(value: Scalar | undefined, words: Catalogue): string {
  if (value === undefined || value === null) return words.compare.diff.absent;
  if (typeof value === 'number') return words.count(value);
  return typeof value === 'boolean' ? (value ? words.yes : words.no) : value;
}

function runPage({ runs }: ReportDiff, words: Catalogue): Page {
  const { diff: captions } = words.compare;
  const { of, compared, added, gone, changed, isPartial } = runs;
  if (of === 'nothing') return [heading(captions.runs), text(captions.nothing)];
  return [
    heading(captions.runs),
    text(captions.counts(compared, changed.length, added.length, gone.length)),
    ...(of === 'breaches' ? [text(captions.breachesOnly)] : []),
    ...(isPartial ? [text(captions.partial)] : []),
    ...tableAlone(runTable(runs, words)),
  ];
}

/** By ticket: `outcome met → breached`, and what else of the run is another, with the lines of the export. */
function runTable({ added, gone, changed }: ReportDiff['runs'], words: Catalogue): Table {
  const { diff: captions } = words.compare;
  const alone = (change: string) => (run: (typeof added)[number]) => ({
    ...run,
    change,
    what: [run.outcome, ...(run.chargedTo === null ? [] : [run.chargedTo])].join(', '),
    where: run.lines ?? '',
  });
  const all = [
    ...added.map(alone(captions.added)),
    ...gone.map(alone(captions.gone)),
    ...changed.map((run) => ({
      ...run,
      change: captions.changed,
      what: run.fields
        .map(({ field, before, after }) =>
          captions.fieldChange(field, scalarText(before, words), scalarText(after, words)),
        )
        .join('; '),
      where: captions.lines(run.linesBefore ?? '', run.linesAfter ?? ''),
    })),
  ].sort((a, b) => byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle);
  return {
    columns: [
      { key: 'ticket', title: words.columns.ticket, kind: 'id' },
      { key: 'clock', title: words.columns.clock, kind: 'text' },
      { key: 'cycle', title: '#', kind: 'count' },
      { key: 'change', title: captions.change, kind: 'text' },
      { key: 'lines', title: words.columns.place, kind: 'place' },
    ],
    rows: shownRows(
      all,
      ({ ticket, clock, cycle, change, what, where }): Row[] => [
        [ticket, clock, cycle, change, where],
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
      ({ who, what, ladder, ticket, change, before, after }): Row[] => [
        [
          who,
          words.inBrackets(what, ladder),
          ticket,
          captions.consequenceChanges[change],
          before ?? captions.absent,
          after ?? captions.absent,
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
];

/** A row for each input, each figure, each field of each run, and each consequence that differs; `section` says which it is. */
function records({ inputs, figures, runs, consequences }: ReportDiff): Records {
  const rows: Value[][] = [
    ...inputs.map(({ what, file, before, after }) => row('input', 'changed', what, [file, before, after])),
    ...figures.map(({ figure, before, after }): Value[] =>
      row('figure', 'changed', figure, [null, textOf(before), textOf(after)]),
    ),
    ...runs.added.map((run) => [
      'run',
      'added',
      'outcome',
      ...ofRun(run),
      run.chargedTo,
      null,
      null,
      run.outcome,
      run.lines,
    ]),
    ...runs.gone.map((run) => [
      'run',
      'gone',
      'outcome',
      ...ofRun(run),
      run.chargedTo,
      null,
      run.outcome,
      null,
      run.lines,
    ]),
    ...runs.changed.flatMap((run) =>
      run.fields.map(({ field, before, after }): Value[] => [
        ...['run', 'changed', field, ...ofRun(run), null, null, textOf(before), textOf(after)],
        run.linesAfter ?? run.linesBefore,
      ]),
    ),
    ...consequences.map(({ change, what, ticket, who, before, after }): Value[] => [
      ...['consequence', change, what, ticket, null, null, who, null, before, after, null],
    ]),
  ];
  return { columns: COLUMNS.map(([key, kind]) => ({ key, title: key, kind })), rows };
}

function row(section: string, change: string, what: string, [file, before, after]: readonly Value[]): Value[] {
  return [section, change, what, null, null, null, null, file ?? null, before ?? null, after ?? null, null];
}

function ofRun({ ticket, clock, cycle }: { ticket: string; clock: string; cycle: number }): Value[] {
  return [ticket, clock, cycle];
}

function textOf(value: Scalar | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}
