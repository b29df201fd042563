import type { ConsequenceHighlight, Highlight, WholeHighlight } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { changeOf } from './change.ts';
import { type Reasons, setAsideOf, undecidedOf } from './lost.ts';
import { objectivesOf, otherObjectives } from './objectives.ts';
import { peopleOf } from './people.ts';
import { shareOf } from './thresholds.ts';
import { weakSpots } from './weak-spots.ts';

/** Sentences that somebody still reads. */
const MOST = 7;

/**
 * What of a report is worth a sentence, by rules that look at nothing but its numbers. Nothing is said of what is too small to
 * say it of (`thresholds.ts`); of more than seven those are left out that are needed least.
 */
export function highlightsOf(report: Report, undecided: Reasons): Highlight[] {
  const [first, ...more] = objectivesOf(report);
  const [second] = more.filter(({ isReached }) => !isReached);
  const [weakest, secondWeakest] = weakSpots(report.groups);
  const { dataEnds, asOf } = report;

  const whole = wholeOf(report);
  const others = otherObjectives(more.filter((each) => each !== second));
  const change = changeOf(report);
  const people = peopleOf(report);
  const consequences = consequencesOf(report);
  const unjudged = undecidedOf(report, undecided);
  const setAside = setAsideOf(report);
  const end: Highlight | undefined = dataEnds === undefined ? undefined : { kind: 'data-ends', at: dataEnds, asOf };

  const byNeed: readonly (Highlight | undefined)[] = [
    ...[whole, end, first, people, consequences, unjudged],
    ...[weakest, second, change, others, setAside, secondWeakest],
  ];
  const kept = byNeed.filter((each) => each !== undefined).slice(0, MOST);
  const asTold: readonly (Highlight | undefined)[] = [
    ...[whole, end, first, second, others, change],
    ...[weakest, secondWeakest, people, consequences, unjudged, setAside],
  ];
  return asTold.filter((each) => each !== undefined).filter((each) => kept.includes(each));
}

function wholeOf({ tickets, clocks }: Pick<Report, 'tickets' | 'clocks'>): WholeHighlight {
  const sum = (of: (clock: Report['clocks'][number]) => number) => clocks.reduce((all, clock) => all + of(clock), 0);
  const met = sum((clock) => clock.met);
  const breached = sum((clock) => clock.breached);
  return {
    kind: 'whole',
    created: tickets.created,
    kept: shareOf(met, met + breached),
    breached,
    breachedOpen: sum((clock) => clock.breachedOpen),
    excused: sum((clock) => clock.excused),
  };
}

/** The sums of all bearers, as they stand: what a department and its people bear for the same breaches is not added up. */
function consequencesOf({ consequences }: Pick<Report, 'consequences'>): ConsequenceHighlight | undefined {
  const sums = (consequences?.totals ?? []).flatMap(({ kind, sums: own }) =>
    own.map((each) => ({ of: kind, ...each })),
  );
  return sums.length === 0 ? undefined : { kind: 'consequences', sums };
}
