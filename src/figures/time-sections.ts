import type { TicketAccount } from '../domain/account.ts';
import type { OpenTime } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { Instant } from '../domain/time.ts';
import type { TimeSection } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import { collectHandOvers, type HandOverTotals } from './hand-overs.ts';
import { collectLatePauses, type PauseTotals } from './late-pauses.ts';
import { USUAL_LATENESS } from './late-rule.ts';
import { collectLoad, type LoadTotals } from './load.ts';
import { staffedHours } from './open-days.ts';
import { collectTimeUse, type TimeScope, type TimeUseTotals } from './time-use.ts';

export interface TimeSectionScope extends TimeScope {
  /** By the names of the policy's calendars. */
  readonly openTimes: ReadonlyMap<string, OpenTime>;
}

/** Plain values: a thread can post them to another. */
export interface TimeTotals {
  readonly timeUse?: TimeUseTotals;
  readonly load?: LoadTotals;
  readonly handOvers?: HandOverTotals;
  readonly latePauses?: PauseTotals;
}

/** A ticket with the account of its time. */
export interface AccountedTicket {
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  readonly verdicts: readonly Verdict[];
  /** Without one, nothing is told of it. */
  readonly account?: TicketAccount;
}

export interface TimeCollector {
  readonly totals: TimeTotals;
  /** One ticket, once; tickets may come in any order. */
  add(ticket: AccountedTicket): void;
  /** Takes over what another collector of the same policy, scope and sections has seen; the parts share no ticket. */
  merge(other: Pick<TimeCollector, 'totals'>): void;
  finish(): Pick<Report, TimeSection>;
}

/** The sections of a report that are about where time goes; those that are wanted. */
export function collectTime(policy: Policy, wanted: readonly TimeSection[], scope: TimeSectionScope): TimeCollector {
  const lateness = policy.figures?.late ?? USUAL_LATENESS;
  const has = (section: TimeSection) => wanted.includes(section);
  const timeUse = has('timeUse') ? collectTimeUse(policy, scope) : undefined;
  const openTimes = staffedHours(policy.clocks, scope.openTimes);
  const load = has('load') ? collectLoad(policy, { ...scope, openTimes }) : undefined;
  const handOvers = has('handOvers') ? collectHandOvers(policy, { ...scope, lateness }) : undefined;
  const latePauses = has('latePauses') ? collectLatePauses({ ...scope, lateness }) : undefined;
  return {
    totals: {
      ...(timeUse && { timeUse: timeUse.totals }),
      ...(load && { load: load.totals }),
      ...(handOvers && { handOvers: handOvers.totals }),
      ...(latePauses && { latePauses: latePauses.totals }),
    },
    add(ticket) {
      const { account, createdAt, verdicts } = ticket;
      if (account === undefined) return;
      timeUse?.add(account);
      load?.add(createdAt, verdicts, account);
      handOvers?.add(ticket, account);
      latePauses?.add(account);
    },
    merge({ totals }) {
      if (totals.timeUse !== undefined) timeUse?.merge({ totals: totals.timeUse });
      if (totals.load !== undefined) load?.merge({ totals: totals.load });
      if (totals.handOvers !== undefined) handOvers?.merge({ totals: totals.handOvers });
      if (totals.latePauses !== undefined) latePauses?.merge({ totals: totals.latePauses });
    },
    finish: () => ({
      ...(timeUse && { timeUse: timeUse.finish() }),
      ...(load && { load: load.finish() }),
      ...(handOvers && { handOvers: handOvers.finish() }),
      ...(latePauses && { latePauses: latePauses.finish() }),
    }),
  };
}
