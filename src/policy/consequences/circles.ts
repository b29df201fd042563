import type { Countable, Ladder } from '../../domain/consequence-rules.ts';
import type { Complaints } from '../complaints.ts';
import { broughtBy } from './brought.ts';

/** A ladder that waits for others: what it looks at, and what it brings. */
interface Link {
  readonly ladder: Ladder;
  readonly looksAt: readonly Countable[];
  readonly brings: ReadonlySet<Countable>;
}

/**
 * Ladders that count each other's consequences in a circle have no order in which they can be climbed. What a ladder needs
 * or resets after may be its own: that is known as it goes.
 */
export function complainOfCircles(ladders: readonly Ladder[], found: Complaints): void {
  let waiting = withoutFree(ladders.map(linkOf));
  while (waiting.length > 0) {
    const circle = circleIn(waiting);
    const [first] = circle.toSorted((a, b) => ladders.indexOf(a.link.ladder) - ladders.indexOf(b.link.ladder));
    if (first === undefined) return;
    const begin = circle.indexOf(first);
    const steps = [...circle.slice(begin), ...circle.slice(0, begin)];
    const names = steps.map(({ link }) => `"${link.ladder.id}"`).join(', ');
    const told = steps.map(
      ({ link, what, from }) => `"${link.ladder.id}" looks at ${what}, which "${from.ladder.id}" brings`,
    );
    found.add(
      'circular-count',
      first.link.ladder.place,
      `the ladders ${names} count each other's consequences in a circle`,
      `${told.join('; ')}. None of them could be counted first: break the circle.`,
    );
    const members = new Set(circle.map(({ link }) => link));
    waiting = withoutFree(waiting.filter((link) => !members.has(link)));
  }
}

function linkOf(ladder: Ladder): Link {
  return {
    ladder,
    looksAt: countablesOf(ladder),
    brings: new Set(ladder.tiers.flatMap(({ awards }) => awards.map(broughtBy))),
  };
}

/** What a ladder must know of other ladders. */
export function countablesOf({ count, reset, tiers }: Ladder): Countable[] {
  const own =
    count.kind === 'consequences'
      ? count.of
      : count.kind === 'breaches' && count.after !== undefined
        ? [count.after]
        : [];
  return [...own, ...reset.after, ...tiers.flatMap(({ needs }) => needs.map(({ of }) => of))];
}

/** Takes out, as long as there are any, the ladders that wait for no other one. */
function withoutFree(links: readonly Link[]): readonly Link[] {
  const givers = new Map<Countable, number>();
  for (const { brings } of links) for (const what of brings) givers.set(what, (givers.get(what) ?? 0) + 1);
  const waiting = links.filter(({ looksAt, brings }) =>
    looksAt.some((what) => (givers.get(what) ?? 0) > (brings.has(what) ? 1 : 0)),
  );
  return waiting.length === links.length ? links : withoutFree(waiting);
}

interface Step {
  readonly link: Link;
  readonly what: Countable;
  readonly from: Link;
}

/** Where each waits for another, walking from one to the next comes back somewhere: that is the circle. */
function circleIn(waiting: readonly Link[]): Step[] {
  const walked = new Map<Link, Step>();
  let link = waiting[0];
  while (link !== undefined && !walked.has(link)) {
    const step = nextOf(link, waiting);
    if (step === undefined) return [];
    walked.set(link, step);
    link = step.from;
  }
  const steps = [...walked.values()];
  return steps.slice(steps.findIndex((step) => step.link === link));
}

function nextOf(link: Link, waiting: readonly Link[]): Step | undefined {
  for (const what of link.looksAt) {
    const from = waiting.find((other) => other !== link && other.brings.has(what));
    if (from !== undefined) return { link, what, from };
  }
  return undefined;
}
