import type { BreachLine, BreachParty, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { type Column, type Row, selecting, type Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { partyName } from './names.ts';

/** Who answers for how many breaches, in which bands those that are not excused, on how many tickets; the most first. */
export function breachesByParty(report: Report, words: Catalogue): Table {
  const { columns } = words;
  const bands = [...new Set(report.clocks.flatMap((clock) => clock.severity.map(({ band }) => band)))];
  const ranked = partiesOf(report, words);
  const isExcused = ranked.some(({ excused }) => excused > 0);
  const isWhole = report.groups.some(({ detailed }) => detailed === true);
  const row = (party: Tally): Row => {
    const group = { by: 'employee', kind: party.kind, name: party.id };
    return [
      party.name,
      selecting(party.tickets, { outcomes: ['breached', 'excused'], group }),
      ...bands.map((band) => {
        const breaches = party.bands.find((each) => each.band === band)?.runs ?? 0;
        return selecting(breaches, { outcomes: ['breached'], severity: band, group });
      }),
      ...(isExcused ? [selecting(party.breaches + party.excused, { outcomes: ['breached', 'excused'], group })] : []),
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

interface Tally extends Pick<BreachParty, 'tickets' | 'bands' | 'excused'> {
  readonly kind: string;
  /** Of the roster; else the name. */
  readonly id: string;
  readonly name: string;
  /** Excused ones are not among them. */
  readonly breaches: number;
}

/** Each who answers for breaches of a report, the most breaches that are not excused first. */
export function partiesOf(report: Pick<Report, 'breaches' | 'breachParties'>, words: Catalogue): readonly Tally[] {
  const parties = report.breachParties ?? countedParties(report.breaches);
  return parties
    .map(({ chargedKind, chargedTo, chargedName, breached, ...counts }): Tally => {
      const name = partyName(chargedKind, chargedTo, words, chargedName);
      return { ...counts, kind: chargedKind, id: chargedTo, name, breaches: breached };
    })
    .sort((a, b) => b.breaches - a.breaches || b.excused - a.excused || (a.name < b.name ? -1 : 1));
}

interface Count {
  readonly party: Pick<BreachParty, 'chargedKind' | 'chargedTo' | 'chargedName'>;
  readonly tickets: Set<string>;
  readonly bands: Map<string | null, number>;
  breached: number;
  excused: number;
}

/** Several parts of a page ask for the same, and there may be a million breaches. */
const known = new WeakMap<readonly BreachLine[], readonly BreachParty[]>();

function countedParties(lines: readonly BreachLine[]): readonly BreachParty[] {
  const parties = known.get(lines) ?? countParties(lines);
  known.set(lines, parties);
  return parties;
}

/** Of breaches that are listed, each by its first. */
function countParties(lines: readonly BreachLine[]): BreachParty[] {
  const parties: Count[] = [];
  const byKind = new Map<string, Map<string, Count>>();
  for (const { chargedKind, chargedTo, chargedName, ticket, outcome, severity } of lines) {
    let named = byKind.get(chargedKind);
    if (named === undefined) {
      named = new Map();
      byKind.set(chargedKind, named);
    }
    let count = named.get(chargedTo);
    if (count === undefined) {
      const party = { chargedKind, chargedTo, ...(chargedName !== undefined && { chargedName }) };
      count = { party, tickets: new Set(), bands: new Map(), breached: 0, excused: 0 };
      named.set(chargedTo, count);
      parties.push(count);
    }
    count.tickets.add(ticket);
    if (outcome === 'breached') {
      count.breached++;
      count.bands.set(severity, (count.bands.get(severity) ?? 0) + 1);
    } else count.excused++;
  }
  return parties.map(
    ({ party, tickets, bands, breached, excused }): BreachParty => ({
      ...party,
      tickets: tickets.size,
      ...{ breached, excused },
      bands: Array.from(bands, ([band, runs]) => ({ band, runs })),
    }),
  );
}
