import { formatInstant } from '../calendar/stamps.ts';
import type { ExcuseLine } from '../domain/breach-line.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { FindPerson } from '../domain/person.ts';
import type { BreachLine } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { textOf } from './blocks/field-texts.ts';
import { isBreachIn } from './contribution.ts';
import { isCounted } from './counted.ts';
import type { BlockTexts } from './dimension.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { employee, UNASSIGNED } from './party.ts';

export interface DatedBreach {
  readonly decidedAt: Instant;
  readonly line: BreachLine;
}

/** Set aside or not: both stay on record. */
export function isBreach({ outcome }: Verdict): boolean {
  return outcome === 'breached' || outcome === 'excused';
}

/** The breach behind a number; `undefined` for what is no breach of the period. */
export function breach(verdict: Verdict, period: Period | undefined): DatedBreach | undefined {
  if (!isBreach(verdict) || !isCounted(verdict, period)) return undefined;
  return datedBreach(verdict);
}

/** A breach, whenever it was. */
export function datedBreach(verdict: Verdict): DatedBreach {
  const { run, charged, excuse } = verdict;
  const decidedAt = verdict.decidedAt ?? verdict.dueAt ?? Number.NaN;
  const line = {
    ticket: verdict.ticket,
    clock: run.clock.id,
    target: verdict.target?.id ?? '',
    cycle: run.cycle,
    startedAt: stamp(run.start?.at) ?? '',
    dueAt: stamp(verdict.dueAt) ?? '',
    stoppedAt: stamp(run.stop?.at) ?? null,
    cancelledAt: stamp(run.cancelledAt) ?? null,
    elapsed: length(verdict.elapsed),
    within: length(verdict.within),
    over: length(verdict.over),
    severity: verdict.severity ?? null,
    chargedTo: charged?.to ?? '',
    ...(charged?.name !== undefined && { chargedName: charged.name }),
    chargedKind: charged?.kind ?? 'unassigned',
    offDuty: charged?.offDuty ?? null,
    outcome: verdict.outcome === 'excused' ? verdict.outcome : ('breached' as const),
    excuse: excuse === undefined ? null : excuseLine(excuse),
  };
  return { decidedAt, line };
}

/** The same of a run of a block, who is never off duty there and of which no decision speaks. */
export function datedBreachIn(block: RunBlock, ticket: number, run: number, scope: BlockBreaches): DatedBreach {
  const { log, clocks, find } = scope;
  const clock = clocks[block.clock[run]!];
  const dueAt = block.dueAt[run]!;
  const name = textOf(log, block.charged[run]!);
  const match = name === '' ? undefined : find?.(name, dueAt);
  const chargedName = match?.kind === 'one' ? match.person.name : undefined;
  const { kind, name: chargedTo } = name === '' ? UNASSIGNED : employee({ ...(find && { find }) }, name, dueAt);
  const line = {
    ticket: log.tickets.text(block.ticket[ticket]!),
    clock: clock?.id ?? '',
    target: clock?.targets[block.target[run]!]?.id ?? '',
    cycle: block.cycle[run]!,
    startedAt: stampIn(block.startAt[run]!) ?? '',
    dueAt: stampIn(dueAt) ?? '',
    stoppedAt: stampIn(block.stopAt[run]!) ?? null,
    cancelledAt: null,
    elapsed: lengthIn(block.elapsed[run]!),
    within: lengthIn(block.within[run]!),
    over: lengthIn(block.over[run]!),
    severity: clock?.severity[block.band[run]!]?.name ?? null,
    chargedTo,
    ...(chargedName !== undefined && { chargedName }),
    chargedKind: kind,
    offDuty: null,
    outcome: 'breached' as const,
    excuse: null,
  };
  return { decidedAt: block.decidedAt[run]!, line };
}

/** Tells each breach of blocks: of the runs that add one to the figures of the period. */
export function breachesOfBlocks(
  breaches: DatedBreach[],
  scope: BlockBreaches,
): (block: RunBlock, parts: Uint8Array) => void {
  return (block, parts) => {
    for (let ticket = 0; ticket < block.tickets; ticket++) {
      for (let run = block.firstRun[ticket]!; run < block.firstRun[ticket + 1]!; run++) {
        if (isBreachIn(parts[run]!)) breaches.push(datedBreachIn(block, ticket, run, scope));
      }
    }
  };
}

/** By what breaches in blocks are told. */
export interface BlockBreaches extends BlockTexts {
  /** Absent: no roster. */
  readonly find?: FindPerson;
}

function stampIn(at: Instant): string | undefined {
  return Number.isNaN(at) ? undefined : formatInstant(at);
}

function lengthIn(length: Millis): number | null {
  return Number.isNaN(length) ? null : seconds(length);
}

/** Without its place: nothing in a report depends on where a row stands. */
function excuseLine({ decision, by, at, reason, evidence }: Excuse): ExcuseLine {
  return { decision, by, at: formatInstant(at), reason, evidence };
}

function stamp(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : formatInstant(at);
}

function length(millis: number | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}

/** By decision, ticket, clock, cycle: no two breaches are equal in all four. */
export function byDecision(a: DatedBreach, b: DatedBreach): number {
  return (
    a.decidedAt - b.decidedAt ||
    byCodeUnits(a.line.ticket, b.line.ticket) ||
    byCodeUnits(a.line.clock, b.line.clock) ||
    a.line.cycle - b.line.cycle
  );
}
