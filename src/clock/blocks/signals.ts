import { BLANK } from '../../domain/event-log.ts';
import { holdsAt } from '../../timeline/condition.ts';
import type { TicketSteps } from '../../timeline/ticket-steps.ts';
import type { CompiledTrigger, CompiledTriggers } from '../trigger.ts';

/** A list of triggers as one bit of a number; 0: nothing pulls it. */
export type Signal = number;

/** So many bits has a number; the sign is left alone. */
const MOST = 31;

/** A trigger that asks for more than an event. */
interface AskedTrigger {
  readonly bit: Signal;
  readonly trigger: CompiledTrigger;
  /** A condition counts from its first step on, not only where it begins to hold. */
  readonly whileItHolds: boolean;
}

/** Which lists of triggers each step of a ticket pulls: found out once, for all clocks together. */
export class Signals {
  /** Of each step the signals that it gives. */
  of = new Int32Array(64);
  /** Those that any step of the ticket gives. */
  all = 0;
  private readonly bits = new Map<string, Signal>();
  private readonly asked: AskedTrigger[] = [];
  /** By code of an event + 1: the signals of triggers that ask for nothing but the event. */
  private byEvent = new Int32Array(2);

  /**
   * The signal of a list of triggers; lists of the same plain events share one. `undefined`: there are too many different ones.
   *
   * @param whileItHolds a condition among them pulls at each step at which it holds
   */
  add({ each }: CompiledTriggers, whileItHolds = false): Signal | undefined {
    if (each.length === 0) return 0;
    const isPlain = each.every(asksOnlyForEvent);
    const key = isPlain ? each.map(({ event }) => event).join() : `list ${this.bits.size}`;
    const known = this.bits.get(key);
    if (known !== undefined) return known;
    if (this.bits.size === MOST) return undefined;
    const bit = 1 << this.bits.size;
    this.bits.set(key, bit);
    for (const trigger of each) {
      if (asksOnlyForEvent(trigger)) this.wait(trigger.event, bit);
      else this.asked.push({ bit, trigger, whileItHolds });
    }
    return bit;
  }

  private wait(event: number, bit: Signal): void {
    // An event that no row has.
    if (event < 0) return;
    if (event + 1 >= this.byEvent.length) {
      const larger = new Int32Array(event + 2);
      larger.set(this.byEvent);
      this.byEvent = larger;
    }
    this.byEvent[event + 1]! |= bit;
  }

  read(steps: TicketSteps): void {
    const { count, event } = steps;
    const { asked, byEvent } = this;
    if (count > this.of.length) this.of = new Int32Array(2 * count);
    const { of } = this;
    let all = 0;
    for (let step = 0; step < count; step++) {
      const code = event[step]! + 1;
      let signals = code < byEvent.length ? byEvent[code]! : 0;
      for (let index = 0; index < asked.length; index++) {
        const each = asked[index]!;
        if ((signals & each.bit) === 0 && isPulled(each, steps, step)) signals |= each.bit;
      }
      of[step] = signals;
      all |= signals;
    }
    this.all = all;
  }
}

function asksOnlyForEvent({ kind, when, roles, actors }: CompiledTrigger): boolean {
  return kind === 'event' && when.length === 0 && roles === undefined && actors === undefined;
}

/** As `findFact` tells of a step with a single fact, whose row says of each field what the step does. */
function isPulled({ trigger, whileItHolds }: AskedTrigger, steps: TicketSteps, step: number): boolean {
  const { kind, event, when, actors, roles } = trigger;
  if (kind === 'event') {
    return (
      steps.event[step] === event &&
      (actors === undefined || actors.has(steps.actor[step]!)) &&
      (roles === undefined || (steps.role[step] !== BLANK && roles.codes.has(steps.role[step]!))) &&
      holdsAt(when, steps, step)
    );
  }
  if (kind === 'first') return step === 0 && holdsAt(when, steps, step);
  return holdsAt(when, steps, step) && (whileItHolds || step === 0 || !holdsAt(when, steps, step - 1));
}
