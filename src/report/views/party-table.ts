import type { BreachLine, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { type Column, type Row, selecting, type Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { partyName } from './names.ts';

/** Who answers for how many breaches, in which bands those that are not excused, on how many tickets; the most first. */
export function breachesByParty(report: Report, words: Catalogue): Table {
  const { columns } = words;
  const bands = [...new Set(report.clocks.flatMap((clock) => clock.severity.map(({ band }) => band)))];
  const isExcused = report.breaches.some(({ outcome }) => outcome === 'excused');
  const ranked = partiesOf(report.breaches, words);
  const isWhole = report.groups.some(({ detailed }) => detailed === true);
  const row = (party: Tally): Row => {
    const group = { by: 'employee', kind: party.kind, name: party.id };
    return [
      party.name,
      selecting(party.tickets.size, { outcomes: ['breached', 'excused'], group }),
      ...bands.map((band) => {
        const breaches = party.bands.filter((each) => each === band).length;
        return selecting(breaches, { outcomes: ['breached'], severity: band, group });
      }),
      ...(isExcused ? [selecting(party.before, { outcomes: ['breached', 'excused'], group })] : []),
      selecting(party.breaches, { outcomes: ['breached'], group }),
    ];
  };
  return {
    columns: [
      { key: 'charged', title: columns.charged, kind: 'text' },
      { key: 'tickets', title: columns.tickets, kind: 'count' },
      ...bands.map((band): Column => ({ key: `severity_${band}`, title: wordFor(words.titles, band), kind: 'count' })),
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
  readonly kind: string;
  /** Of the roster; else the name. */
  readonly id: string;
  readonly name: string;
  readonly tickets: Set<string>;
  readonly bands: (string | null)[];
  breaches: number;
  /** Excused ones among them. */
  before: number;
}

/** Each who answers for breaches of the list, the most breaches that are not excused first. */
export function partiesOf(breaches: readonly BreachLine[], words: Catalogue): readonly Readonly<Tally>[] {
  const parties = new Map<string, Tally>();
  for (const line of breaches) {
    const key = `${line.chargedKind} ${line.chargedTo}`;
    const party = parties.get(key) ?? emptyTally(line, words);
    parties.set(key, party);
    party.before += 1;
    party.tickets.add(line.ticket);
    if (line.outcome === 'excused') continue;
    party.breaches += 1;
    party.bands.push(line.severity);
  }
  return [...parties.values()].sort(
    (a, b) => b.breaches - a.breaches || b.before - a.before || (a.name < b.name ? -1 : 1),
  );
}

function emptyTally({ chargedKind, chargedTo, chargedName }: BreachLine, words: Catalogue): Tally {
  const name = partyName(chargedKind, chargedTo, words, chargedName);
  return { kind: chargedKind, id: chargedTo, name, tickets: new Set(), bands: [], breaches: 0, before: 0 };
}
