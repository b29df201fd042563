import { intersect, subtract, union } from '../calendar/spans.ts';
import type { HandOver, RunAccount, RunHandOver, RunPause, Share, TicketAccount } from '../domain/account.ts';
import { BLANK } from '../domain/event-log.ts';
import type { FindPerson, Holder } from '../domain/person.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { TimeSection } from '../domain/time-figures.ts';
import type { PauseSpan, Run, Verdict } from '../domain/verdict.ts';
import { rowSaying } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Court } from './court.ts';
import { courtOf } from './court.ts';
import { allowanceAt, type Holding, holderNamed, holdingsOf, isSame } from './holdings.ts';
import { endOf } from './judge-run.ts';
import { measure } from './measure.ts';
import { asOfStay, outlineOf } from './measure-reading.ts';
import type { Judged } from './prove.ts';
import { targetsInForce } from './targets-in-force.ts';
import { type Laid, layOutRun, timeUsed } from './time-used.ts';

export interface AccountScope {
  readonly asOf: Instant;
  /** Absent: no roster. */
  readonly find?: FindPerson;
}

/**
 * How the time of a ticket's runs went by, and who had a hand in it.
 *
 * @param sections for which of them: what none of these needs is left empty, for it takes time
 */
export function accountFor(
  timeline: Timeline,
  judged: readonly Judged[],
  sections: readonly TimeSection[],
  scope: AccountScope,
): TicketAccount {
  const assignee = timeline.log.fields.findIndex(({ field }) => field === 'assignee');
  const holdings = assignee < 0 ? [] : holdingsOf(timeline, assignee, scope.find);
  const handOvers = handOversIn(holdings, timeline, assignee);
  const runs = judged.flatMap(({ judgements, verdicts }) => {
    const court = courtOf(judgements, timeline, scope.asOf);
    return verdicts.map((verdict) =>
      accountForRun(verdict, { court, holdings, handOvers, sections, find: scope.find }),
    );
  });
  return {
    runs,
    handOvers: handOvers.filter(({ from }) => from !== undefined),
    held: heldIn(holdings, workOn(runs, scope.asOf)),
  };
}

/** What is known of the ticket as a whole. */
interface Desk {
  readonly court: Court;
  readonly holdings: readonly Holding[];
  readonly handOvers: readonly HandOver[];
  readonly sections: readonly TimeSection[];
  readonly find: FindPerson | undefined;
}

function accountForRun(verdict: Verdict, desk: Desk): RunAccount {
  const { court, holdings, sections } = desk;
  const end = endOf(verdict, court.asOf);
  const laid = layOutRun(verdict, court, end);
  const isFor = (section: TimeSection) => sections.includes(section);
  return {
    verdict,
    ...(isFor('timeUse') && laid !== undefined && { uses: timeUsed(laid, verdict, holdings, court) }),
    handOvers: isFor('handOvers') ? handOversOf(verdict, end, desk) : [],
    shares: isFor('handOvers') && laid !== undefined ? sharesUntilDue(verdict, laid, holdings) : [],
    pauses: isFor('latePauses') && verdict.run.clock.kind !== 'duty' ? pausesOf(verdict, end, desk, laid) : [],
  };
}

function handOversOf({ run }: Verdict, end: Instant, { court, handOvers }: Desk): RunHandOver[] {
  return handOvers.flatMap((handOver): RunHandOver[] => {
    if (run.start === undefined || handOver.at <= run.start.at || handOver.at >= end) return [];
    return [{ ...handOver, ...allowanceAt(run, handOver.at, court) }];
  });
}

/** A change of the name alone, of one person to the roster, is none. */
function handOversIn(holdings: readonly Holding[], timeline: Timeline, assignee: number): HandOver[] {
  return holdings.slice(1).map(({ start, holder, step }, index) => {
    const from = holdings[index]?.holder;
    return {
      at: start,
      row: rowSaying(timeline, step, assignee),
      ...(from !== undefined && { from }),
      ...(holder !== undefined && { to: holder }),
    };
  });
}

function sharesUntilDue(
  { outcome, dueAt }: Verdict,
  { stretches, openTime }: Laid,
  holdings: readonly Holding[],
): Share[] {
  if ((outcome !== 'breached' && outcome !== 'excused') || dueAt === undefined) return [];
  const counting = intersect(
    stretches.filter(({ kind }) => kind === 'counts'),
    [{ start: -Infinity, end: dueAt }],
  );
  const shares: { holder?: Holder; counted: Millis }[] = [];
  for (const { holder, start, end } of holdings) {
    const spans = intersect(counting, [{ start, end }]);
    const counted = spans.reduce((sum, span) => sum + openTime.between(span.start, span.end), 0);
    const known = shares.find((share) => isSame(share.holder, holder));
    if (known !== undefined) known.counted += counted;
    else if (counted > 0) shares.push({ ...(holder !== undefined && { holder }), counted });
  }
  return shares;
}

/**
 * Each pause that began while the run went on, and not between its rounds, once: where several rules paused it together, it
 * began with the first.
 */
function pausesOf(verdict: Verdict, end: Instant, desk: Desk, laid: Laid | undefined): RunPause[] {
  const { run } = verdict;
  const { court } = desk;
  const start = run.start?.at;
  if (start === undefined) return [];
  const isBetween = (at: Instant) => run.gaps.some((gap) => gap.start <= at && at < gap.end);
  const began = run.pauses.filter((pause) => pause.start >= start && pause.start < end && !isBetween(pause.start));
  return began.map((pause): RunPause => {
    const actor = actorOf(pause, desk);
    const by = actor ?? holderThen(pause.start, desk);
    return {
      start: pause.start,
      ...(pause.end < Infinity && { end: pause.end }),
      row: pause.startRow,
      ...(by !== undefined && { by }),
      isByActor: actor !== undefined,
      ...allowanceAt(run, pause.start, court),
      spared: laid === undefined ? 0 : sparedBy(pause, run, laid),
      isDecisive: isDecisive(verdict, pause, court),
    };
  });
}

function sparedBy(pause: PauseSpan, { pauses }: Run, { stretches, openTime }: Laid): Millis {
  const index = pauses.indexOf(pause);
  return stretches.reduce((sum, { kind, source, start, end }) => {
    return kind === 'pause' && source === index ? sum + openTime.between(start, end) : sum;
  }, 0);
}

/** Who wrote the row that began it. The time of an event column is in a row that may be somebody else's. */
function actorOf({ start, startRow }: PauseSpan, { court: { timeline }, find }: Desk): Holder | undefined {
  const { log } = timeline;
  if (log.moment?.at(startRow) !== start) return undefined;
  return holderNamed(timeline, log.actor?.at(startRow) ?? BLANK, start, find);
}

function holderThen(at: Instant, { holdings }: Desk): Holder | undefined {
  return holdings.findLast(({ start }) => start <= at)?.holder;
}

/** The run is in time, and would not be had the pause not been. */
function isDecisive({ outcome, run }: Verdict, pause: PauseSpan, court: Court): boolean {
  if (outcome !== 'met' && outcome !== 'running' && outcome !== 'paused') return false;
  const outline = outlineOf({ ...run, pauses: run.pauses.filter((each) => each !== pause) }, court, 'nominal');
  const inForce = targetsInForce(court.clock, court.timeline, outline.start, asOfStay(run, outline.end));
  return measure(court.clock, outline, inForce)?.isBreached === true;
}

/** When the ticket was in work. */
function workOn(runs: readonly RunAccount[], asOf: Instant): Span[] {
  const resolutions = runs.filter(({ verdict }) => verdict.run.clock.kind === 'resolution');
  return union(
    (resolutions.length > 0 ? resolutions : runs).flatMap(({ verdict }) => {
      const start = verdict.run.start?.at;
      if (start === undefined) return [];
      return subtract([{ start, end: Math.max(start, endOf(verdict, asOf)) }], union(verdict.run.gaps));
    }),
  );
}

function heldIn(holdings: readonly Holding[], work: readonly Span[]): TicketAccount['held'] {
  return holdings.flatMap(({ holder, start, end }) =>
    holder === undefined ? [] : intersect(work, [{ start, end }]).map((span) => ({ ...span, holder })),
  );
}
