import type { Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import type { Column, Row, Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { partyName } from './names.ts';

/** Who answers for how many breaches, in which bands those that are not excused, on how many tickets; the most first. */
export function breachesByParty(report: Report, words: Catalogue): Table {
  const { columns } = words;
  const bands = [...new Set(report.clocks.flatMap((clock) => clock.severity.map(({ band }) => band)))];
  const isExcused = report.breaches.some(({ outcome }) => outcome === 'excused');
  const parties = new Map<string, Tally>();
  for (const line of report.breaches) {
    const key = `${line.chargedKind} ${line.chargedTo}`;
    const party = parties.get(key) ?? emptyTally(partyName(line.chargedKind, line.chargedTo, words, line.chargedName));
    parties.set(key, party);
    party.before += 1;
    party.tickets.add(line.ticket);
    if (line.outcome === 'excused') continue;
    party.breaches += 1;
    party.bands.push(line.severity);
  }
  const ranked = [...parties.values()].sort(
    (a, b) => b.breaches - a.breaches || b.before - a.before || (a.name < b.name ? -1 : 1),
  );
  const isWhole = report.groups.some(({ detailed }) => detailed === true);
  const row = (party: Tally): Row => [
    party.name,
    party.tickets.size,
    ...bands.map((band) => party.bands.filter((each) => each === band).length),
    ...(isExcused ? [party.before] : []),
    party.breaches,
  ];
  return {
    columns: [
      { key: 'charged', title: columns.charged, kind: 'text' },
      { key: 'tickets', title: columns.tickets, kind: 'count' },
      ...bands.map((band): Column => ({ key: `severity_${band}`, title: band, kind: 'count' })),
      ...(isExcused ? [{ key: 'breached_before', title: columns.breachedBefore, kind: 'count' } satisfies Column] : []),
      { key: 'breaches', title: columns.breaches, kind: 'count' },
    ],
    rows: isWhole
      ? ranked.map(row)
      : abridged(
          ranked,
          row,
          ({ breaches }) => breaches,
          (rest, breaches) => words.summary.more(rest, breaches, 'employee'),
        ),
  };
}

interface Tally {
  readonly name: string;
  readonly tickets: Set<string>;
  readonly bands: (string | null)[];
  breaches: number;
  /** Excused ones among them. */
  before: number;
}

function emptyTally(name: string): Tally {
  return { name, tickets: new Set(), bands: [], breaches: 0, before: 0 };
}
