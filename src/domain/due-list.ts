import type { Policy, Title } from './policy.ts';
import type { Group } from './report.ts';

/** Overdue: the time ran out and the run still goes on. Due: it goes on within its time. Paused: it waits. */
export type DueState = 'overdue' | 'due' | 'paused';

/**
 * What is open and has a time to keep, as of an instant, as plain JSON: lengths are seconds, instants ISO 8601 in UTC,
 * `null` means not known.
 */
export interface DueList {
  readonly policy: Pick<Policy, 'file' | 'name'>;
  readonly timezone: string;
  readonly asOf: string;
  /** How far away, by the clock on the wall, the end of what is due may lie, itself included; `null`: however far. */
  readonly within: number | null;
  /** By what the lines are grouped: `owner`, or the name of a field. */
  readonly by: string;
  /** By group (those without a name last), due instant (not known: last), ticket, clock, cycle. */
  readonly lines: readonly DueLine[];
  /** Runs that are open, too. */
  readonly notListed: {
    /** Due later than `within`, or never. */
    readonly later: number;
    readonly undecided: number;
    readonly noTarget: number;
  };
}

export type DueParty = Pick<Group, 'kind' | 'name' | 'title'>;

export interface DueLine {
  /** Who answers for it when it is overdue, else who holds the ticket at the as-of instant. */
  readonly owner: DueParty;
  readonly group: DueParty;
  readonly ticket: string;
  readonly clock: string;
  readonly title: Title;
  readonly target: string;
  readonly cycle: number;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  /** Wall time from the as-of instant to the due instant; negative when overdue. */
  readonly left: number | null;
  /** Service time beyond the target; `null` unless overdue. */
  readonly over: number | null;
  readonly state: DueState;
}
