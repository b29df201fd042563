import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Moment, Run, VagueSpan } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import { type Measurement, measure, type Outline } from './measure.ts';
import { sharedDoubt } from './shared-doubt.ts';
import { type InForce, targetsInForce } from './targets-in-force.ts';

/** Measures a run as one reading of its stamps has it. */
export function measureReading(run: Run, court: Court, reading: Outline['reading']): Measurement | undefined {
  const outline = outlineOf(run, court, reading);
  const inForceAt = (end: Instant) =>
    targetsInForce(court.clock, court.timeline, run.start?.at ?? outline.start, asOfStay(run, end));
  const apart = measure(court.clock, outline, inForceAt(outline.end));
  const { start, stop } = run;
  if (reading === 'nominal' || start?.event === undefined || stop === undefined) return apart;
  const inForce = inForceAt(stop.latest);
  const shared = sharedDoubt(run, court, inForce);
  return shared === 0 ? apart : measureTogether(start.at, stop, shared, { outline, inForce, court });
}

/** Was the run broken by its stop? Used where a reopening must know. */
export function isRunBreached(run: Run, court: Court): boolean {
  return run.start !== undefined && (measureReading(run, court, 'nominal')?.isBreached ?? false);
}

/** The best or worst reading of a run whose start and stop are later together, by all of their doubt or by nothing. */
function measureTogether(
  start: Instant,
  { at, latest }: Moment,
  shared: Millis,
  {
    outline,
    inForce,
    court,
  }: { readonly outline: Outline; readonly inForce: readonly InForce[]; readonly court: Court },
): Measurement | undefined {
  const isBest = outline.reading === 'best';
  const end = isBest ? at : latest - shared;
  const measureLater = (by: Millis) => measure(court.clock, { ...outline, start: start + by, end: end + by }, inForce);
  const [earlier, later] = [measureLater(0), measureLater(shared)];
  if (earlier === undefined || later === undefined) return earlier ?? later;
  if (!isBest) return later.elapsed > earlier.elapsed ? later : earlier;
  // Beyond doubt is a breach only once it is one however late it began.
  const best = earlier.elapsed < later.elapsed ? earlier : later;
  return { ...best, exceededAt: best.isBreached ? later.exceededAt : undefined };
}

/** `best`: as little time as the stamps allow. `worst`: as much. */
export function outlineOf(run: Run, court: Court, reading: Outline['reading']): Outline {
  const isBest = reading === 'best';
  const isWorst = reading === 'worst';
  const began = (isWorst ? run.start?.earliest : undefined) ?? run.start?.at ?? court.asOf;
  const end = run.cancelledAt ?? stopRead(run.stop, reading) ?? Math.max(court.asOf, began);
  const start = isBest ? Math.min(run.start?.latest ?? began, end) : began;
  const gaps = run.gaps.length === 0 ? NONE : spansRead(run.gaps, reading, end).filter(isSome);
  const pauses = run.pauses.length === 0 ? NONE : spansRead(run.pauses, reading, end);
  const unplaced = (isBest ? run.unplacedPause?.most : run.unplacedPause?.least) ?? 0;
  return { start, end, gaps, pauses, exclusions: court.exclusions, unplaced, reading };
}

const NONE: readonly Span[] = [];

function spansRead(spans: readonly VagueSpan[], reading: Outline['reading'], end: Instant): Span[] {
  const isBest = reading === 'best';
  const isWorst = reading === 'worst';
  return spans.map((span) => ({
    start: isWorst ? span.latestStart : ((isBest ? span.earliestStart : undefined) ?? span.start),
    end: Math.min(isBest ? span.latestEnd : ((isWorst ? span.earliestEnd : undefined) ?? span.end), end),
  }));
}

function isSome(span: Span): boolean {
  return span.start < span.end;
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
