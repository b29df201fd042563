import type { HolidayTables } from '../calendar/holidays/holidays.ts';
import { openTime } from '../calendar/open-time.ts';
import { EVENTS_OF_HABITS, explanationsOf } from '../clock/habits.ts';
import { type Rereading, rereadingsOf } from '../clock/readings.ts';
import type { EventLog } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Condition, Policy } from '../domain/policy.ts';
import type { Breakdown, Report } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Period } from '../domain/time.ts';
import { TIME_SECTIONS, type TimeSection } from '../domain/time-figures.ts';
import { collect, type Rest, type Totals } from '../figures/figures.ts';
import type { Contrast } from '../figures/sensitivity.ts';
import { collectSensitivity, type SensitivityTotals } from '../figures/sensitivity.ts';
import { collectSource, type SourceTotals } from '../figures/source-verdicts.ts';
import { collectTime, type TimeTotals } from '../figures/time-sections.ts';
import type { Following, FollowingTotals } from './consequences.ts';
import type { TicketVerdicts } from './judging.ts';

/** What is to be in a report beside the figures. */
export interface ReportParts extends Partial<Record<TimeSection, boolean>> {
  readonly by?: readonly Breakdown[];
  /** All is judged again under every other reading of the policy's rules. */
  readonly sensitivity?: boolean;
  /** Verdicts of the source are held against ours, and what explains the difference is looked for. */
  readonly source?: boolean;
  /** Each breach is listed; absent: they are. */
  readonly breachLines?: boolean;
  /** They are counted by who answers for them; absent: where they are not listed. */
  readonly breachParties?: boolean;
  /** What it was month by month, and what is open; absent: they are there. */
  readonly trend?: boolean;
  readonly backlog?: boolean;
  /** The runs behind the figures are listed. */
  readonly details?: boolean;
}

/** What reports rest on besides verdicts. */
export interface ReportGround {
  readonly agreement: Policy;
  /** The same with the clocks of all its versions. */
  readonly policy: Policy;
  readonly asOf: Instant;
  readonly period: Period | undefined;
  readonly find: FindPerson | undefined;
  readonly holidays: HolidayTables;
  readonly holds: (condition: Condition, values: readonly string[]) => boolean;
  /** `tickets.csv:14`, by row of the event log. */
  readonly placeOf: (row: number) => string | undefined;
  /** Events that happen in the exports. */
  readonly events: () => ReadonlySet<string>;
  /** What follows from the verdicts; absent: the policy says nothing of it. */
  readonly following: Following | undefined;
}

/** All that a report is made of so far. Plain values: parts of it can be posted, written and merged. */
export interface ReportTotals {
  readonly figures: Totals;
  readonly sensitivity: SensitivityTotals;
  readonly source: readonly SourceTotals[];
  readonly time: TimeTotals;
  readonly consequences?: FollowingTotals;
}

/** Gathers tickets into a report, in any order and in any parts. */
export interface Reporting {
  /** By which tickets are to be judged besides the policy as it is written. */
  readonly rereadings: readonly Pick<Rereading, 'clocks' | 'policy'>[];
  /** For which of them the time of tickets is to be accounted for. */
  readonly sections: readonly TimeSection[];
  readonly totals: ReportTotals;
  /** Each ticket once. */
  add(ticket: TicketVerdicts): void;
  /** Whether all that is asked for can be told of runs in blocks. */
  readonly takesBlocks: boolean;
  /** The tickets of a block, each once, instead of their verdicts; only where `takesBlocks`. */
  addBlock(block: RunBlock, log: EventLog): void;
  /** Takes over what another has gathered by the same ground and parts, of other tickets. */
  merge(other: ReportTotals): void;
  finish(rest: Omit<Rest, 'time' | 'consequences' | 'sensitivity' | 'source'>): Report;
}

/** @param isPart it may be merged with others: which events happen in the exports is not known before */
export function reporting(ground: ReportGround, parts: ReportParts, isPart = false): Reporting {
  const { agreement, policy, asOf, period, find, holds, placeOf, following } = ground;
  const {
    by,
    sensitivity: isSensitive = false,
    source: isCompared = false,
    details = false,
    breachLines = true,
    breachParties = !breachLines,
    trend = true,
    backlog = true,
  } = parts;
  const scope = { asOf, ...(find !== undefined && { find }), ...(period !== undefined && { period }) };
  const divided = by === undefined ? {} : { by };

  const told = { breachLines, breachParties, trend, backlog };
  const figures = collect(policy, { ...scope, ...divided, holds, ...told, ...(details && { placeOf }) });
  const rereadings = isSensitive ? rereadingsOf(agreement) : [];
  const sensitivity = collectSensitivity(rereadings, scope);
  const columns = isCompared ? (policy.records.verdicts ?? []) : [];
  const explanationsBy = (events: () => ReadonlySet<string>) =>
    columns.length === 0
      ? []
      : explanationsOf(
          agreement,
          columns.map(({ clock }) => clock),
          events(),
        );
  const explanations = explanationsBy(isPart ? () => EVENTS_OF_HABITS : ground.events);
  const source = collectSource({
    ...{ ...scope, clocks: policy.clocks, columns, readings: explanations, placeOf, keepsAll: isPart },
  });
  const sections = TIME_SECTIONS.filter((section) => parts[section] === true);
  const openTimes = new Map(
    // By the names of the policy's calendars, as its newest version has them.
    Array.from(agreement.calendars, ([id, definition]) => [id, openTime(definition, ground.holidays)]),
  );
  const time = collectTime(policy, sections, { ...scope, ...divided, openTimes, placeOf });

  return {
    rereadings: [...rereadings, ...explanations],
    sections,
    totals: {
      figures: figures.totals,
      sensitivity: sensitivity.totals,
      source: source.totals,
      time: time.totals,
      ...(following !== undefined && { consequences: following.totals }),
    },
    add(ticket) {
      figures.add(ticket.verdicts, ticket);
      if (isSensitive) {
        const own = ticket.contrasts.filter(({ reading }) => reading < rereadings.length);
        sensitivity.add(ticket.verdicts, own);
      }
      if (columns.length > 0) {
        source.add({ ...ticket, contrasts: contrastsFrom(rereadings.length, ticket.contrasts) });
      }
      time.add(ticket);
      following?.add(ticket);
    },
    // All else that reports tell is made of verdicts.
    takesBlocks:
      figures.takesBlocks && !isSensitive && columns.length === 0 && sections.length === 0 && following === undefined,
    addBlock: figures.addBlock,
    merge(other) {
      figures.merge({ totals: other.figures });
      sensitivity.merge({ totals: other.sensitivity });
      source.merge({ totals: other.source });
      time.merge({ totals: other.time });
      if (other.consequences !== undefined) following?.merge(other.consequences);
    },
    finish: (rest) =>
      figures.finish({
        ...rest,
        time: time.finish(),
        ...(following !== undefined && { consequences: following.figures() }),
        ...(isSensitive && { sensitivity: sensitivity.finish() }),
        ...(columns.length > 0 && {
          source: source.finish(isPart ? explanationsBy(ground.events).map((each) => each.parts) : undefined),
        }),
      }),
  };
}

/** Those of the rereadings from an index on, counted from there. */
function contrastsFrom(first: number, contrasts: readonly Contrast[]): Contrast[] {
  return contrasts
    .filter(({ reading }) => reading >= first)
    .map((contrast) => ({ ...contrast, reading: contrast.reading - first }));
}
