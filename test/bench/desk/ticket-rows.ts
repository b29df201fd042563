import { localStamp } from './local-time.ts';
import { randomness } from './randomness.ts';
import type { EventName, Story } from './story.ts';
import { SUBJECTS, WORDS } from './texts.ts';

export const TICKET_COLUMNS =
  'id,subject,description,channel,type,priority,status,requester,assignee,team,created,first_response,resolved,closed,updated,reopens,csat,tags'.split(
    ',',
  );

const CHANNELS = ['email', 'chat', 'phone', 'web', 'wechat'];
const TYPES = ['incident', 'request', 'question', 'problem'];

/** One row a ticket, as the desk's screen would show it at the as-of instant. */
export function* ticketRows(stories: Iterable<Story>, seed: number): Generator<readonly string[]> {
  for (const story of stories) yield cells(story, seed);
}

function cells({ id, number, priority, customer, events }: Story, seed: number): readonly string[] {
  const { below, chance, pick } = randomness(seed + 2, number);
  const last = events.at(-1);
  const isOver = last?.status === 'resolved' || last?.status === 'closed';
  const at = (name: EventName) => localStamp(events.find((event) => event.name === name)?.at);
  const latest = (name: EventName) => localStamp(events.findLast((event) => event.name === name)?.at);
  const holder = last?.holder ?? '';
  return [
    id,
    pick(SUBJECTS),
    description(4 + below(14), chance, pick),
    pick(CHANNELS),
    pick(TYPES),
    priority,
    last?.status ?? '',
    customer,
    holder,
    holder && `team-${Number(holder.slice(-3)) % 12}`,
    at('created'),
    at('agent_reply'),
    isOver ? latest('resolved') : '',
    latest('closed'),
    localStamp(last?.at),
    String(events.filter(({ name }) => name === 'reopened').length),
    chance(0.2) ? String(1 + below(5)) : '',
    chance(0.3) ? 'vip,后台' : 'std',
  ];
}

function description(
  length: number,
  chance: (share: number) => boolean,
  pick: (from: readonly string[]) => string,
): string {
  let text = pick(WORDS);
  for (let word = 1; word < length; word++) text += (chance(0.08) ? ', ' : chance(0.03) ? '\n' : ' ') + pick(WORDS);
  return text;
}
