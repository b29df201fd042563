import type { EventLog } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Condition, Policy } from '../domain/policy.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Period } from '../domain/time.ts';
import { blockTickets } from './blocks/block-tickets.ts';
import { conditionIn } from './blocks/field-texts.ts';
import { type BreachPartyTotals, partiesOfBlocks } from './breach-parties.ts';
import { breachesOfBlocks, type DatedBreach } from './breaches.ts';
import { type ObjectivePart, type ObjectiveTotals, objectiveOfBlocks } from './objectives.ts';
import type { GroupTables } from './tables/group-tables.ts';
import type { Sections } from './ticket-sections.ts';
import type { Trend } from './trend.ts';

/** Blocks have no ratings, no dissatisfaction, no milestones, and one version of the policy. */
export function canBeInBlocks({ records, consequences, figures, objectives, earlier }: Policy): boolean {
  return (
    !records.fields.some(({ field }) => field === consequences.rating) &&
    figures?.dissatisfied === undefined &&
    objectives.every(({ within }) => within === undefined) &&
    earlier.length === 0
  );
}

/** What figures are gathered in. */
export interface Gathering {
  readonly tables: GroupTables;
  readonly sections: Sections;
  readonly trend: Trend | undefined;
  readonly objectives: readonly ObjectivePart[];
  readonly totals: {
    readonly objectives: readonly ObjectiveTotals[];
    readonly breaches: DatedBreach[];
    readonly breachParties: BreachPartyTotals;
  };
}

export interface BlockScope {
  readonly period?: Period;
  readonly asOf: Instant;
  readonly find?: FindPerson;
  readonly breachLines: boolean;
  readonly breachParties: boolean;
  readonly holds: (condition: Condition, values: readonly string[]) => boolean;
}

/** Adds the tickets of blocks of one log: the same that `add` of the collector does with their verdicts, by numbers. */
export function blockAdder(
  { clocks, records: { fields }, figures }: Policy,
  log: EventLog,
  { tables, sections, trend, objectives, totals }: Gathering,
  { period, asOf, find, breachLines, breachParties, holds }: BlockScope,
): (block: RunBlock) => void {
  const roster = find === undefined ? {} : { find };
  const texts = { log, clocks, ...roster };
  const holdsIn = (condition: Condition) => conditionIn(condition, fields, holds, log);
  const ticketsOf = blockTickets(clocks, figures?.firstContact && holdsIn(figures.firstContact));
  const addBreaches = [
    ...(breachLines ? [breachesOfBlocks(totals.breaches, texts)] : []),
    ...(breachParties ? [partiesOfBlocks(totals.breachParties, { fields, asOf, ...roster }, texts)] : []),
  ];
  const objectiveAdders = objectives.flatMap((part, index) => {
    const counted = totals.objectives[index];
    if (counted === undefined) return [];
    return [objectiveOfBlocks(counted, part, { texts, period, holds: holdsIn(part.objective.when) })];
  });
  return (block) => {
    const tickets = ticketsOf(block);
    sections.addBlock(block, log, tickets);
    trend?.addBlock(block, tickets);
    for (const addTo of objectiveAdders) addTo(block);
    const parts = tables.addBlock(block, texts, tickets.outcomes);
    for (const add of addBreaches) add(block, parts);
  };
}
