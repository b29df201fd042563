import type { BreachParty } from '../domain/breach-line.ts';
import type { RunBlock } from '../domain/run-block.ts';
import { answeringOfBlocks } from './blocks/answering-numbers.ts';
import { type BlockBreaches, byDecision, type DatedBreach, datedBreachIn } from './breaches.ts';
import { isBreachIn } from './contribution.ts';
import { keyOf } from './hand.ts';
import { byCodeUnits } from './order.ts';
import type { Desk, Party } from './party.ts';
import { partyCoder } from './tables/group-codes.ts';

/** Who answers for breaches, by kind and name. Plain values. */
export type BreachPartyTotals = Map<string, CountedParty>;

interface CountedParty {
  /** By decision. It says what the party is called. */
  first: DatedBreach;
  tickets: number;
  breached: number;
  excused: number;
  /** By severity. */
  readonly bands: Map<string | null, number>;
}

/** All breaches of one ticket, once. */
export function addToParties(totals: BreachPartyTotals, breaches: readonly DatedBreach[]): void {
  const seen = new Set<CountedParty>();
  for (const found of breaches) {
    const { chargedKind, chargedTo, outcome, severity } = found.line;
    const party = partyOf(totals, keyOf({ kind: chargedKind as Party['kind'], name: chargedTo }), found);
    if (!seen.has(party)) party.tickets += 1;
    seen.add(party);
    if (outcome === 'excused') party.excused += 1;
    else countBreach(party, severity);
  }
}

/** @param found a breach of it, which may be its first */
function partyOf(totals: BreachPartyTotals, key: string, found: DatedBreach): CountedParty {
  const party = totals.get(key) ?? { first: found, tickets: 0, breached: 0, excused: 0, bands: new Map() };
  if (byDecision(found, party.first) < 0) party.first = found;
  totals.set(key, party);
  return party;
}

function countBreach(party: CountedParty, severity: string | null): void {
  party.breached += 1;
  party.bands.set(severity, (party.bands.get(severity) ?? 0) + 1);
}

/** The same of blocks of one log. A breach is told in words only where it may be the first of its party. */
export function partiesOfBlocks(
  totals: BreachPartyTotals,
  desk: Desk,
  scope: BlockBreaches,
): (block: RunBlock, parts: Uint8Array) => void {
  const { log, clocks } = scope;
  const coder = partyCoder();
  const keys: string[] = [];
  const numberOf = (party: Party) => {
    const number = coder.codeOf(party);
    keys[number] ??= keyOf(party);
    return number;
  };
  const answering = answeringOfBlocks(desk, { log, clocks, numberOf });
  const parties: (CountedParty | undefined)[] = [];
  /** Of each party the last ticket that it was met on, by its place among all of them. */
  const lastTicket: number[] = [];
  let tickets = 0;

  return (block, parts) => {
    for (let ticket = 0; ticket < block.tickets; ticket++, tickets++) {
      for (let run = block.firstRun[ticket]!; run < block.firstRun[ticket + 1]!; run++) {
        if (!isBreachIn(parts[run]!)) continue;
        const number = answering.ofRun(block, run);
        let party = parties[number];
        if (party === undefined || block.decidedAt[run]! <= party.first.decidedAt) {
          party = partyOf(totals, keys[number] ?? '', datedBreachIn(block, ticket, run, scope));
          parties[number] = party;
        }
        if (lastTicket[number] !== tickets) party.tickets += 1;
        lastTicket[number] = tickets;
        countBreach(party, clocks[block.clock[run]!]?.severity[block.band[run]!]?.name ?? null);
      }
    }
  };
}

export function mergeParties(totals: BreachPartyTotals, other: BreachPartyTotals): void {
  for (const [key, more] of other) {
    const party = partyOf(totals, key, more.first);
    for (const count of ['tickets', 'breached', 'excused'] as const) party[count] += more[count];
    for (const [band, runs] of more.bands) party.bands.set(band, (party.bands.get(band) ?? 0) + runs);
  }
}

/** In the order of their first breaches. */
export function listParties(totals: BreachPartyTotals): BreachParty[] {
  return [...totals.values()]
    .sort((a, b) => byDecision(a.first, b.first))
    .map(({ first: { line }, tickets, breached, excused, bands }) => ({
      chargedTo: line.chargedTo,
      ...(line.chargedName !== undefined && { chargedName: line.chargedName }),
      chargedKind: line.chargedKind,
      ...{ tickets, breached, excused },
      bands: [...bands].map(([band, runs]) => ({ band, runs })).sort((a, b) => byCodeUnits(a.band ?? '', b.band ?? '')),
    }));
}
