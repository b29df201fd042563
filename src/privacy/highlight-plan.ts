import type { Highlight, PeopleHighlight, WeakestHighlight } from '../domain/highlights.ts';
import { partyMasks, partyPlan, reordered, titlePlan } from './figure-plans.ts';
import type { Masks } from './masks.ts';
import { by, kinds, open, type Plan } from './plan.ts';

export function highlightPlan(masks: Masks): Plan<Highlight> {
  type Somebody = PeopleHighlight['people'][number];
  return kinds<Highlight>({
    whole: { kind: open },
    objective: { kind: open, id: open, title: titlePlan },
    'other-objectives': { kind: open, missed: { id: open, title: titlePlan } },
    change: { kind: open, clock: open, title: titlePlan, month: open, before: { month: open } },
    weakest: by((weakest: WeakestHighlight) => ({ kind: open, by: open, group: partyPlan(masks, weakest.by) })),
    people: {
      kind: open,
      people: reordered<Somebody>(
        by((person: Somebody) => partyMasks(masks, person, 'employee')),
        masks,
        'employee',
        (one, other) => other.breached - one.breached,
      ),
    },
    consequences: { kind: open, sums: { family: open, consequence: open, currency: open, of: open } },
    undecided: { kind: open, reasons: { reason: open } },
    'set-aside': { kind: open, reasons: { reason: open } },
    'data-ends': { kind: open, at: open, asOf: open },
  });
}
