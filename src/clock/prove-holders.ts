import type { FindPerson } from '../domain/person.ts';
import type { HandOver, Holder, HolderShare, ProofRun, ProofSpan } from '../domain/proof.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Run } from '../domain/verdict.ts';
import { placeOf, rowOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Court } from './court.ts';
import { allowanceAt, type Holding, holdingsOf, isSame } from './holdings.ts';

/**
 * Who held the ticket while a run went on, for how much of the time that counted, and what was left of it at each
 * hand-over (S25). Two names of one person, by the roster, are one holder.
 *
 * @param spans the run's spans, as the proof shows them
 * @param judgedAt the instant whose holder is named; a hand-over at that very instant counts
 */
export function proveHolders(
  run: Run,
  spans: readonly ProofSpan[],
  judgedAt: Instant,
  find: FindPerson | undefined,
  court: Court,
): Pick<ProofRun, 'holder' | 'shares' | 'handOvers'> {
  const { timeline, clock } = court;
  if (clock.assignee < 0) return { shares: [], handOvers: [] };
  const holdings = holdingsOf(timeline, clock.assignee, find);
  const then = holdings.findLast(({ start }) => start <= judgedAt);
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  return {
    ...(then?.holder !== undefined && { holder: { ...then.holder, ...sinceWhen(then, timeline) } }),
    shares: sharesOf(holdings, spans),
    handOvers: holdings.flatMap((holding, index): HandOver[] => {
      if (holding.start <= start || holding.start >= end) return [];
      const from = holdings[index - 1]?.holder;
      const left = allowanceAt(run, holding.start, court)?.left;
      return [
        {
          at: holding.start,
          place: placeOf(timeline.log, rowOf(timeline, holding.step)),
          ...(from !== undefined && { from }),
          ...(holding.holder !== undefined && { to: holding.holder }),
          ...(left !== undefined && { left }),
        },
      ];
    }),
  };
}

function sinceWhen({ start, step }: Holding, timeline: Timeline): Omit<NonNullable<ProofRun['holder']>, 'name'> {
  const place = placeOf(timeline.log, rowOf(timeline, step));
  return start === -Infinity ? { place } : { since: start, place };
}

function sharesOf(holdings: readonly Holding[], spans: readonly ProofSpan[]): HolderShare[] {
  const counting = spans.filter(({ counts }) => counts);
  const shares: { holder: Holder | undefined; counted: Millis }[] = [];
  for (const holding of holdings) {
    const counted = counting.reduce((sum, span) => sum + overlap(holding, span), 0);
    const known = shares.find(({ holder }) => isSame(holder, holding.holder));
    if (known !== undefined) known.counted += counted;
    else if (counted > 0) shares.push({ holder: holding.holder, counted });
  }
  return shares.map(({ holder, counted }) => ({ ...(holder !== undefined && { holder }), counted }));
}

function overlap(a: Span, b: Span): Millis {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
