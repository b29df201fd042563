import type {
  Change,
  ClockChange,
  FigureChange,
  GroupChange,
  GroupClockChange,
  GroupingChange,
  ObjectiveChange,
  PartyChange,
  RatioChange,
} from '../domain/comparison.ts';
import type { ClockFigures, Group, Ratio, TicketFigures } from '../domain/figures.ts';
import type { BreachLine, Report } from '../domain/report.ts';
import { byCodeUnits } from './order.ts';
import { ratio } from './ratio.ts';

/** Numbers of a report have three decimals at the most: their difference has, too. */
export function changeOf(before: number | null | undefined, after: number | null | undefined): Change {
  const isKnown = typeof before === 'number' && typeof after === 'number';
  return { before: before ?? null, after: after ?? null, change: isKnown ? thousandths(after - before) : null };
}

export function thousandths(number: number): number {
  // -0 would be written as 0 and not be equal to it.
  return Math.round(number * 1000) / 1000 + 0;
}

/** The change is that of the shares themselves, not of their percentages, which are rounded. */
function ratioChange(before: Ratio | null | undefined, after: Ratio | null | undefined): RatioChange {
  const [one, other] = [before, after].map((share) =>
    share === null || share === undefined || share.denominator === 0 ? null : share.numerator / share.denominator,
  );
  const isKnown = typeof one === 'number' && typeof other === 'number';
  return { before: before ?? null, after: after ?? null, change: isKnown ? thousandths((other - one) * 100) : null };
}

const TICKETS = ['created', 'cancelled', 'resolved'] as const;

export function ticketChanges(before: TicketFigures, after: TicketFigures): FigureChange[] {
  return TICKETS.map((figure) => ({ figure, ...changeOf(before[figure], after[figure]) }));
}

/** Things of both lists by a name of theirs, in the order of the first, then those that only the second has. */
function pairs<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  nameOf: (thing: Thing) => string,
): (readonly [before: Thing | undefined, after: Thing | undefined])[] {
  const others = new Map(after.map((thing) => [nameOf(thing), thing]));
  const names = new Set(before.map(nameOf));
  return [
    ...before.map((thing) => [thing, others.get(nameOf(thing))] as const),
    ...after.filter((thing) => !names.has(nameOf(thing))).map((thing) => [undefined, thing] as const),
  ];
}

/** @param isOverTime of two periods a change of breaches is told as one of volume and one of rate */
export function clockChanges(
  before: readonly ClockFigures[],
  after: readonly ClockFigures[],
  isOverTime: boolean,
): ClockChange[] {
  return pairs(before, after, ({ clock }) => clock).map(([one, other]): ClockChange => {
    const both = (figure: (clock: ClockFigures) => number | null) =>
      changeOf(one && figure(one), other && figure(other));
    return {
      clock: (other ?? one)?.clock ?? '',
      title: (other ?? one)?.title ?? {},
      in: one === undefined ? 'after' : other === undefined ? 'before' : 'both',
      decided: both(({ met, breached }) => met + breached),
      met: both(({ met }) => met),
      breached: both(({ breached }) => breached),
      breachedOpen: both(({ breachedOpen }) => breachedOpen),
      undecided: both(({ undecided }) => undecided),
      excused: both(({ excused }) => excused),
      attainment: ratioChange(one?.attainment, other?.attainment),
      objective: { before: one?.objective?.percent ?? null, after: other?.objective?.percent ?? null },
      mean: both(({ open }) => open.mean),
      median: both(({ open }) => open.median),
      meanWall: both(({ wall }) => wall.mean),
      breachedBy: isOverTime && one !== undefined && other !== undefined ? volumeAndRate(one, other) : null,
    };
  });
}

/** (N₂ − N₁) · r₁ of volume, the rest of rate; N decided runs, r breached of them. */
function volumeAndRate(before: ClockFigures, after: ClockFigures): ClockChange['breachedBy'] {
  const [runs, runsThen] = [before.met + before.breached, after.met + after.breached];
  if (runs === 0) return null;
  const volume = thousandths(((runsThen - runs) * before.breached) / runs);
  return { volume, rate: thousandths(after.breached - before.breached - volume) };
}

export function objectiveChanges(before: Report['objectives'], after: Report['objectives']): ObjectiveChange[] {
  return pairs(before, after, ({ id }) => id).map(([one, other]) => ({
    id: (other ?? one)?.id ?? '',
    title: (other ?? one)?.title ?? {},
    share: ratioChange(one?.share, other?.share),
    atLeast: { before: one?.atLeast ?? null, after: other?.atLeast ?? null },
  }));
}

/** Groups of the same division; a division that only one side has is none of both. */
export function groupingChanges(before: Report['groups'], after: Report['groups']): GroupingChange[] {
  return pairs(before, after, ({ by, inner = '' }) => JSON.stringify([by, inner])).flatMap(([one, other]) => {
    if (one === undefined || other === undefined) return [];
    const { by, inner, detailed } = other;
    return [
      {
        by,
        ...(inner !== undefined && { inner }),
        ...(detailed !== undefined && { detailed }),
        groups: groupChanges(one.groups, other.groups),
      },
    ];
  });
}

/** Groups by name, those first whose breaches change most. */
function groupChanges(before: readonly Group[], after: readonly Group[]): GroupChange[] {
  return pairs(before, after, ({ kind, name }) => JSON.stringify([kind, name]))
    .map(([one, other]) => groupChange(one, other))
    .sort((a, b) => size(b.breached) - size(a.breached) || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind));
}

function groupChange(one: Group | undefined, other: Group | undefined): GroupChange {
  const known = other ?? one;
  const sum = (group: Group | undefined, figure: (clock: ClockFigures) => number) =>
    (group?.clocks ?? []).reduce((all, clock) => all + figure(clock), 0);
  const both = (figure: (clock: ClockFigures) => number) => changeOf(sum(one, figure), sum(other, figure));
  const [met, breached] = [both((clock) => clock.met), both((clock) => clock.breached)];
  const shareOf = (side: 'before' | 'after') => ratio(met[side] ?? 0, (met[side] ?? 0) + (breached[side] ?? 0));
  const hasGroups = one?.groups !== undefined || other?.groups !== undefined;
  return {
    name: known?.name ?? '',
    ...(known?.title !== undefined && { title: known.title }),
    kind: known?.kind ?? 'value',
    created: changeOf(one?.tickets.created ?? 0, other?.tickets.created ?? 0),
    resolution: ratioChange(one?.tickets.resolution, other?.tickets.resolution),
    decided: both((clock) => clock.met + clock.breached),
    breached,
    attainment: ratioChange(shareOf('before'), shareOf('after')),
    clocks: clockChanges(one?.clocks ?? [], other?.clocks ?? [], false).map(groupClock),
    ...(hasGroups && { groups: groupChanges(one?.groups ?? [], other?.groups ?? []) }),
  };
}

/** A group that one side does not have has no runs there. */
function groupClock({ clock, title, decided, met, breached, attainment, mean, median }: ClockChange): GroupClockChange {
  const counted = ({ before, after }: Change) => changeOf(before ?? 0, after ?? 0);
  return {
    ...{ clock, title, decided: counted(decided), met: counted(met), breached: counted(breached) },
    ...{ attainment, mean, median },
  };
}

function size({ change }: Change): number {
  return Math.abs(change ?? 0);
}

/**
 * Whose breaches shift: those that count, for each of whom they are charged to. Of two periods every breach is another one;
 * but one that is counted in both, of a ticket that is still open, is neither more nor fewer.
 */
export function partyChanges(before: readonly BreachLine[], after: readonly BreachLine[]): PartyChange[] {
  const counted = (lines: readonly BreachLine[]) => lines.filter(({ outcome }) => outcome === 'breached');
  const parties = new Map<string, PartyDraft>();
  const partyOf = (line: BreachLine): PartyDraft => {
    const key = JSON.stringify([line.chargedKind, line.chargedTo]);
    const known = parties.get(key) ?? { line, before: 0, after: 0, breaches: [] };
    parties.set(key, known);
    return known;
  };
  const earlier = new Map(counted(before).map((line) => [keyOf(line), line]));
  const later = new Map(counted(after).map((line) => [keyOf(line), line]));
  for (const line of counted(before)) {
    const party = partyOf(line);
    party.before += 1;
    const other = later.get(keyOf(line));
    if (other === undefined) party.breaches.push({ ...refOf(line), shift: 'fewer' });
    else if (!isSameParty(line, other)) party.breaches.push({ ...refOf(line), shift: 'handedOn' });
  }
  for (const line of counted(after)) {
    const party = partyOf(line);
    party.after += 1;
    const other = earlier.get(keyOf(line));
    if (other === undefined) party.breaches.push({ ...refOf(line), shift: 'more' });
    else if (!isSameParty(line, other)) party.breaches.push({ ...refOf(line), shift: 'takenOver' });
  }
  return [...parties.values()]
    .map(({ line, breaches, ...counts }): PartyChange => {
      const shifted = (shift: PartyChange['breaches'][number]['shift']) =>
        breaches.filter((breach) => breach.shift === shift).length;
      return {
        name: line.chargedTo,
        ...(line.chargedName !== undefined && { title: line.chargedName }),
        kind: line.chargedKind,
        before: counts.before,
        more: shifted('more'),
        fewer: shifted('fewer'),
        takenOver: shifted('takenOver'),
        handedOn: shifted('handedOn'),
        after: counts.after,
        breaches,
      };
    })
    .filter(({ breaches }) => breaches.length > 0)
    .sort(
      (a, b) => b.breaches.length - a.breaches.length || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind),
    );
}

interface PartyDraft {
  readonly line: BreachLine;
  before: number;
  after: number;
  readonly breaches: PartyChange['breaches'][number][];
}

function keyOf({ ticket, clock, cycle }: BreachLine): string {
  return JSON.stringify([ticket, clock, cycle]);
}

function refOf({ ticket, clock, cycle }: BreachLine) {
  return { ticket, clock, cycle };
}

function isSameParty(one: BreachLine, other: BreachLine): boolean {
  return one.chargedKind === other.chargedKind && one.chargedTo === other.chargedTo;
}
