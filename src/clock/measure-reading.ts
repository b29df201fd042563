import type { Instant, Span } from '../domain/time.ts';
import type { Moment, Run, VagueSpan } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import { type Measurement, measure, type Outline } from './measure.ts';
import { targetsInForce } from './targets-in-force.ts';

/** Measures a run as one reading of its stamps has it. */
export function measureReading(run: Run, court: Court, reading: Outline['reading']): Measurement | undefined {
  const outline = outlineOf(run, court, reading);
  return measure(
    court.clock,
    outline,
    targetsInForce(court.clock, court.timeline, run.start?.at ?? outline.start, asOfStay(run, outline.end)),
  );
}

/** `best`: as little time as the stamps allow. `worst`: as much. */
export function outlineOf(run: Run, court: Court, reading: Outline['reading']): Outline {
  const isBest = reading === 'best';
  const isWorst = reading === 'worst';
  const began = (isWorst ? run.start?.earliest : undefined) ?? run.start?.at ?? court.asOf;
  const end = run.cancelledAt ?? stopRead(run.stop, reading) ?? Math.max(court.asOf, began);
  const start = isBest ? Math.min(run.start?.latest ?? began, end) : began;
  const read = (span: VagueSpan): Span => ({
    start: isWorst ? span.latestStart : ((isBest ? span.earliestStart : undefined) ?? span.start),
    end: Math.min(isBest ? span.latestEnd : ((isWorst ? span.earliestEnd : undefined) ?? span.end), end),
  });
  const isSome = (span: Span): boolean => span.start < span.end;
  const [gaps, pauses] = [run.gaps.map(read).filter(isSome), run.pauses.map(read)];
  const { least = 0, most = 0 } = run.unplacedPause ?? {};
  return { start, end, gaps, pauses, exclusions: court.exclusions, unplaced: isBest ? most : least, reading };
}

function stopRead(stop: Moment | undefined, reading: Outline['reading']): Instant | undefined {
  if (reading === 'worst') return stop?.latest;
  return (reading === 'best' ? stop?.earliest : undefined) ?? stop?.at;
}

/** What is asked as of the end of a stay is asked as of just before: what changes then is the next holder's. */
export function asOfStay({ endsStay, start, stop }: Run, at: Instant): Instant {
  if (endsStay !== true || start === undefined || stop === undefined || stop.at <= start.at) return at;
  return Math.min(at, stop.at - 1);
}
