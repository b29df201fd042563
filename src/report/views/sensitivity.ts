import type { BreachShift, ReadingFigures, ReadingParty, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { heading, type Page, type Reader, section, tableAlone, text } from '../page.ts';
import { provenanceBlock } from '../provenance/provenance-block.ts';
import type { CellKind, Column, Records, Row, Table, Value } from '../table.ts';
import { abridged } from './abridged.ts';
import { breachCount, indented } from './clock-tables.ts';
import { partyName } from './names.ts';
import { summary } from './summary.ts';
import type { View } from './view.ts';

/**
 * The summary, and what would become of its breaches if a rule of the policy were read otherwise. The report must have
 * been asked for its sensitivity.
 */
export const sensitivity: View = {
  page: (shown, reader) => {
    const { provenance, ...report } = shown.report;
    return [
      ...summary.page({ ...shown, report }, reader),
      ...sensitivityPage(report, reader),
      ...(reader.isChapter === true ? [] : provenanceBlock(provenance, reader)),
    ];
  },
  records: ({ report }) => sensitivityRecords(report),
  whole: ({ report }) => report,
  hasSubject: ({ report }) => report.sensitivity !== undefined,
};

function sensitivityPage({ sensitivity: readings }: Report, { words }: Reader): Page {
  const { sensitivity: captions } = words;
  if (readings === undefined) return [];
  const [first] = readings;
  if (first === undefined) return [heading(captions.title), text(captions.noReading)];
  const flipping = readings.filter(({ parties }) => parties.length > 0);
  return [
    heading(captions.title),
    text(captions.about),
    text(captions.breaches(first.breaches)),
    ...tableAlone(readingTable(readings, words)),
    ...(flipping.length > 0
      ? section(captions.parties, partyTable(flipping, words))
      : [heading(captions.parties), text(captions.stable)]),
  ];
}

/** Each reading, also where nothing hangs on it, and under it what it means. */
function readingTable(readings: readonly ReadingFigures[], words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'reading', title: columns.reading, kind: 'text' },
      { key: 'more', title: columns.more, kind: 'count' },
      { key: 'fewer', title: columns.fewer, kind: 'count' },
      { key: 'in_other_hands', title: columns.inOtherHands, kind: 'count' },
      { key: 'breaches_then', title: columns.breachesThen, kind: 'count' },
    ],
    rows: readings.flatMap((reading): Row[] => [
      [
        words.sensitivity.instead(reading.reading, words.list(reading.written)),
        breachCount(reading.more),
        reading.fewer,
        reading.takenOver,
        reading.breachesThen,
      ],
      { kind: 'note', text: indented(words.readings[reading.reading]) },
    ]),
  };
}

const SHIFTS = [
  ['breaches', 'asWritten'],
  ['more', 'more'],
  ['fewer', 'fewer'],
  ['takenOver', 'takenOver'],
  ['handedOn', 'handedOn'],
  ['breachesThen', 'breachesThen'],
] as const satisfies readonly (readonly [keyof BreachShift, keyof Catalogue['columns']])[];

/** Under each reading the parties whose breaches shift; only the columns in which something does. */
function partyTable(readings: readonly ReadingFigures[], words: Catalogue): Table {
  const told = SHIFTS.filter(([key]) => readings.some((reading) => key === 'breachesThen' || reading[key] > 0));
  const cell = (shift: BreachShift, of: keyof BreachShift) =>
    of === 'more' || of === 'takenOver' ? breachCount(shift[of]) : shift[of];
  const row = (party: ReadingParty): Row => [
    indented(partyName(party.kind, party.name, words, party.title)),
    ...told.map(([key]) => cell(party, key)),
  ];
  return {
    columns: [
      { key: 'charged', title: words.list([words.columns.reading, words.columns.charged]), kind: 'text' },
      ...told.map(([key, title]): Column => ({ key, title: words.columns[title], kind: 'count' })),
    ],
    rows: readings.flatMap(({ reading, parties }): Row[] => [
      { kind: 'caption', text: reading },
      ...abridged(parties, row, ({ verdicts }) => verdicts.length, words.sensitivity.more),
    ]),
  };
}

type Fact = readonly [key: string, kind: CellKind];

const COLUMNS: readonly Fact[] = [
  ...(['period', 'reading', 'question', 'as_written', 'clocks', 'group', 'group_kind'] as const).map(
    (key): Fact => [key, 'text'],
  ),
  ['ticket', 'id'],
  ['clock', 'text'],
  ['cycle', 'count'],
  ['breaches', 'count'],
  ['more', 'count'],
  ['fewer', 'count'],
  ['taken_over', 'count'],
  ['handed_on', 'count'],
  ['breaches_then', 'count'],
];

/**
 * One long table: of each reading a row for everything (`group_kind` and `ticket` are empty), one for each party whose
 * breaches shift (`ticket` is empty), and under it one for each verdict behind its numbers.
 */
function sensitivityRecords({ period, sensitivity: readings = [] }: Report): Records {
  return {
    columns: COLUMNS.map(([key, kind]) => ({ key, title: key, kind })),
    rows: readings.flatMap((reading): Value[][] => {
      const { question, written, clocks, parties } = reading;
      const of = [period?.label ?? null, reading.reading, question, written.join('+'), clocks.join('+')];
      return [
        [...of, null, null, null, null, null, ...shiftValues(reading)],
        ...parties.flatMap((party): Value[][] => {
          const whose = [...of, party.name || null, party.kind];
          return [
            [...whose, null, null, null, ...shiftValues(party)],
            ...party.verdicts.map(({ ticket, clock, cycle, shift }): Value[] => [
              ...[...whose, ticket, clock, cycle],
              ...SHIFTS.map(([key]) => (key === shift ? 1 : key === 'breaches' || key === 'breachesThen' ? null : 0)),
            ]),
          ];
        }),
      ];
    }),
  };
}

function shiftValues(shift: BreachShift): number[] {
  return SHIFTS.map(([key]) => shift[key]);
}
