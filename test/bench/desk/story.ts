import { AS_OF, type LocalSeconds } from './local-time.ts';
import type { Randomness } from './randomness.ts';

export type EventName =
  | 'created'
  | 'assigned'
  | 'agent_reply'
  | 'customer_reply'
  | 'status_change'
  | 'resolved'
  | 'reopened'
  | 'closed';
type Status = 'new' | 'open' | 'pending' | 'on_hold' | 'resolved' | 'closed';

export interface StoryEvent {
  readonly at: LocalSeconds;
  readonly name: EventName;
  readonly status: Status;
  readonly actor: string;
  /** Who holds the ticket after it; '' for nobody yet. */
  readonly holder: string;
}

export interface Story {
  readonly id: string;
  readonly number: number;
  readonly priority: string;
  readonly customer: string;
  /** In order of time, no two at one instant; at least the creation. */
  readonly events: readonly StoryEvent[];
}

const AGENTS = 400;

/** A fifth high, one in twenty urgent, most of them normal. */
function priority({ unit }: Randomness): string {
  const drawn = unit();
  return drawn < 0.05 ? 'urgent' : drawn < 0.25 ? 'high' : drawn < 0.8 ? 'normal' : 'low';
}

/**
 * What becomes of one ticket: assigned, answered, handed over, waited for, resolved, sometimes reopened. Some are never
 * answered, some never resolved, and what would happen at the as-of instant or later has not happened.
 */
export function tellStory(number: number, createdAt: LocalSeconds, customers: number, random: Randomness): Story {
  const { below, chance, unit } = random;
  const events: StoryEvent[] = [];
  const customer = `cust${100_000 + below(customers)}@example.com`;
  const agent = () => `agent_${String(below(AGENTS)).padStart(3, '0')}`;
  let at = createdAt;
  let holder = '';

  const note = (name: EventName, status: Status, actor: string) => {
    if (at < AS_OF) events.push({ at, name, status, actor, holder });
  };
  /** Most waits are near the usual one, a few many times as long. */
  const wait = (least: number, usual: number) => {
    at += Math.max(least, Math.floor(usual * Math.exp((unit() + unit() + unit() - 1.5) * 2.2)));
  };
  const byAgent = (name: EventName, status: Status) => {
    if (holder === '') holder = agent();
    note(name, status, holder);
  };
  const reply = (waitingShare: number) => byAgent('agent_reply', chance(waitingShare) ? 'pending' : 'open');

  note('created', 'new', customer);
  if (chance(0.85)) {
    wait(20, 900);
    byAgent('assigned', 'open');
  }
  const isAnswered = chance(0.97);
  if (isAnswered) {
    wait(60, 4_000);
    reply(0.4);
  }
  for (let exchanges = chance(0.55) ? 0 : 1 + below(2); exchanges > 0; exchanges--) {
    if (chance(0.4)) {
      wait(60, 5_000);
      byAgent('status_change', chance(0.6) ? 'pending' : 'on_hold');
    }
    wait(60, 20_000);
    note('customer_reply', 'open', customer);
    if (chance(0.15)) {
      wait(30, 2_000);
      note('customer_reply', 'open', customer);
    }
    if (chance(0.1)) {
      wait(60, 3_000);
      holder = agent();
      note('assigned', 'open', holder);
    }
    if (isAnswered && chance(0.9)) {
      wait(60, 8_000);
      reply(0.35);
    }
  }
  if (chance(0.95)) {
    wait(120, 30_000);
    byAgent('resolved', 'resolved');
    if (isAnswered && chance(0.06)) {
      wait(600, 90_000);
      note('reopened', 'open', customer);
      wait(60, 8_000);
      reply(0);
      wait(60, 30_000);
      byAgent('resolved', 'resolved');
    }
    if (chance(0.55)) {
      wait(3_600, 200_000);
      byAgent('closed', 'closed');
    }
  }
  return { id: `T${1_000_001 + number}`, number, priority: priority(random), customer, events };
}
