import { DAY, type LocalSeconds, stampWithOffset } from './local-time.ts';
import { randomness } from './randomness.ts';
import type { Story, StoryEvent } from './story.ts';
import { AWKWARD_NOTES, PLAIN_NOTES } from './texts.ts';

export const EVENT_COLUMNS = ['ticket_id', 'time', 'event', 'status', 'actor', 'assignee', 'priority', 'note'];

interface Written {
  readonly story: Story;
  readonly event: StoryEvent;
  /** When the system put it into the log: one in a hundred is late by up to two hours. */
  readonly writtenAt: LocalSeconds;
  readonly note: string;
}

/**
 * The rows of an event log in the order in which the system wrote them. `stories` come by day of creation, so whatever
 * was written on days before the newest ticket's is complete: memory holds what is still to come of open tickets.
 */
export function* eventRows(stories: Iterable<Story>, seed: number): Generator<readonly string[]> {
  const days = new Map<number, Written[]>();
  let today = 0;
  for (const story of stories) {
    const createdOn = Math.floor((story.events[0]?.at ?? 0) / DAY);
    if (createdOn > today) {
      yield* rowsBefore(days, createdOn);
      today = createdOn;
    }
    const { unit, below, pick } = randomness(seed + 1, story.number);
    for (const event of story.events) {
      const drawn = unit();
      const note = drawn < 0.04 ? pick(PLAIN_NOTES) : drawn < 0.1 ? pick(AWKWARD_NOTES) : '';
      const writtenAt = event.at + (unit() < 0.01 ? below(7_200) : 0);
      const day = Math.floor(writtenAt / DAY);
      const ofDay = days.get(day);
      if (ofDay === undefined) days.set(day, [{ story, event, writtenAt, note }]);
      else ofDay.push({ story, event, writtenAt, note });
    }
  }
  yield* rowsBefore(days, Number.POSITIVE_INFINITY);
}

function* rowsBefore(days: Map<number, Written[]>, day: number): Generator<readonly string[]> {
  const over = [...days.keys()].filter((each) => each < day).sort((a, b) => a - b);
  for (const each of over) {
    const rows = days.get(each) ?? [];
    days.delete(each);
    rows.sort((a, b) => a.writtenAt - b.writtenAt || a.story.number - b.story.number);
    for (const row of rows) yield cells(row);
  }
}

function cells({ story, event, note }: Written): readonly string[] {
  const { name, status, actor, holder } = event;
  return [story.id, stampWithOffset(event.at), name, status, actor, holder, story.priority, note];
}
