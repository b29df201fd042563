import type { DueLine, DueList } from '../domain/due-list.ts';
import { byName, partyPlan, titlePlan } from './figure-plans.ts';
import type { Masks } from './masks.ts';
import { by, listed, open, type Plan } from './plan.ts';

/** What becomes of each text of a list of what is due where people are hidden. */
export function duePlan(masks: Masks): Plan<DueList> {
  return by((list: DueList) => {
    const division = list.by === 'owner' ? 'employee' : list.by;
    const line: Plan<DueLine> = {
      owner: partyPlan(masks, 'employee'),
      group: partyPlan(masks, division),
      ticket: masks.ticket,
      clock: open,
      title: titlePlan,
      target: open,
      startedAt: open,
      dueAt: open,
      state: open,
    };
    return {
      policy: { file: open, name: open },
      timezone: open,
      asOf: open,
      by: open,
      // Within a group they stand as they did.
      lines: listed(line, (one, other) => (masks.isHidden(division) ? byName(one.group, other.group) : 0)),
    };
  });
}
