import { formatInstant } from '../calendar/stamps.ts';
import type { DueLine, DueList, DueParty, DueState } from '../domain/due-list.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isBreach } from './breaches.ts';
import { isStillOpen } from './contribution.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { type Desk, wouldAnswer } from './party.ts';

/** The grouping by who has to see to it; every other one is the name of a field. */
const BY_OWNER = 'owner';

export interface DueOptions {
  readonly asOf: Instant;
  /** Wall time from the as-of instant within which something must be due to be listed, this length included. */
  readonly within?: Millis;
  /** One of `dueGroupings`; absent: by owner. */
  readonly by?: string;
  /** Who a name is; absent: no roster. */
  readonly find?: Desk['find'];
}

/** A ticket's verdicts, and its fields as of the as-of instant, which stand in it since its last instant. */
interface Judged {
  readonly lastAt: Instant;
  readonly fields: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** What `--by` accepts under this policy. */
export function dueGroupings({ records }: Pick<Policy, 'records'>): string[] {
  return [...new Set([BY_OWNER, ...records.fields.map(({ field }) => field)])];
}

/**
 * The open runs that are overdue, due or paused (B8, S26). A recurring duty is open in the interval still going; the
 * missed ones are over.
 */
export function dueList(policy: Policy, tickets: Iterable<Judged>, options: DueOptions): DueList {
  const { asOf, within, by = BY_OWNER, find } = options;
  const desk: Desk = { fields: policy.records.fields, asOf, ...(find !== undefined && { find }) };
  const field = by === BY_OWNER ? -1 : desk.fields.findIndex((mapping) => mapping.field === by);
  const lines: DueLine[] = [];
  const notListed = { later: 0, undecided: 0, noTarget: 0 };
  for (const { lastAt, fields, verdicts } of tickets) {
    for (const verdict of verdicts) {
      const state = stateOf(verdict, asOf, within ?? Infinity);
      if (state === undefined) continue;
      if (state === 'later' || state === 'undecided' || state === 'noTarget') {
        notListed[state] += 1;
        continue;
      }
      const party = isBreach(verdict) ? charged(verdict) : wouldAnswer(desk, verdict.run.clock, fields, lastAt);
      const owner = titled(party, desk);
      const group: DueParty = field < 0 ? owner : { kind: 'value', name: fields[field] ?? '' };
      lines.push(line(verdict, state, owner, group, asOf));
    }
  }
  return {
    policy: { file: policy.file, name: policy.name },
    timezone: policy.timezone,
    asOf: formatInstant(asOf),
    within: within === undefined ? null : seconds(within),
    by,
    lines: lines.sort(inOrder),
    notListed,
  };
}

/** `undefined`: not open, or nobody has to see to it any more. */
function stateOf(verdict: Verdict, asOf: Instant, within: Millis): DueState | keyof DueList['notListed'] | undefined {
  const { outcome, dueAt = Infinity, run } = verdict;
  const isGoing = run.stop === undefined && run.cancelledAt === undefined;
  switch (outcome) {
    case 'breached':
    // The breach is set aside, not the work.
    case 'excused':
      return isStillOpen(verdict) ? 'overdue' : undefined;
    case 'running':
      // Only a clock that is `closed-only` goes on beyond its target (S26).
      if (verdict.over !== undefined) return 'overdue';
      return dueAt < Infinity && dueAt - asOf <= within ? 'due' : 'later';
    case 'paused':
      return 'paused';
    case 'undecided':
      return isGoing ? 'undecided' : undefined;
    case 'no-target':
      return isGoing ? 'noTarget' : undefined;
    default:
      return undefined;
  }
}

function charged({ charged: party }: Verdict): DueParty {
  return { kind: party?.kind ?? 'unassigned', name: party?.to ?? '' };
}

/** With the roster's name for an employee's id. */
function titled(party: DueParty, { find, asOf }: Desk): DueParty {
  const match = party.kind === 'employee' ? find?.(party.name, asOf) : undefined;
  return match?.kind === 'one' ? { ...party, title: match.person.name } : party;
}

function line(verdict: Verdict, state: DueState, owner: DueParty, group: DueParty, asOf: Instant): DueLine {
  const { ticket, run, target, dueAt, over } = verdict;
  return {
    owner,
    group,
    ticket,
    clock: run.clock.id,
    title: run.clock.title,
    target: target?.id ?? '',
    cycle: run.cycle,
    startedAt: run.start === undefined ? null : formatInstant(run.start.at),
    dueAt: dueAt === undefined ? null : formatInstant(dueAt),
    left: dueAt === undefined ? null : left(dueAt - asOf, state),
    over: over === undefined ? null : seconds(over),
    state,
  };
}

/**
 * A target used up exactly at closing time shows the closing instant as due and is kept until the next opening (S5):
 * nothing is left of it, but it is not overdue.
 */
function left(remaining: Millis, state: DueState): number {
  return seconds(state === 'due' ? Math.max(0, remaining) : remaining);
}

function inOrder(a: DueLine, b: DueLine): number {
  return (
    Number(a.group.name === '') - Number(b.group.name === '') ||
    byCodeUnits(a.group.name, b.group.name) ||
    byCodeUnits(a.group.kind, b.group.kind) ||
    dueOf(a) - dueOf(b) ||
    byCodeUnits(a.ticket, b.ticket) ||
    byCodeUnits(a.clock, b.clock) ||
    a.cycle - b.cycle
  );
}

/** Paused runs have no due instant and come last; not Infinity, whose difference with itself is no number. */
function dueOf({ dueAt }: DueLine): number {
  return dueAt === null ? Number.MAX_VALUE : Date.parse(dueAt);
}
