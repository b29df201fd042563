import type { Form } from '../domain/policy.ts';
import type { ColumnProfile } from '../domain/profile.ts';
import type { Title } from '../domain/title.ts';
import { isWord } from './match-words.ts';
import { type PlannedClock, type PlannedColumn, PROMISED } from './planned.ts';
import type { Wishes } from './wishes.ts';
import { STATUS_WORDS } from './words/statuses.ts';
import { yamlList, yamlText } from './yaml-words.ts';

interface Ground {
  readonly form: Form;
  /** Names of events that there are. */
  readonly events: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, PlannedColumn>;
  /** Fields that a preset brings. */
  readonly presetFields: ReadonlySet<string>;
  readonly eventColumn: ColumnProfile | undefined;
  /** Form changes: which field, and its new value. */
  readonly changed: ColumnProfile | undefined;
  readonly changedTo: ColumnProfile | undefined;
  /** Lengths of paused time. */
  readonly totals: readonly string[];
  readonly wishes: Wishes;
}

const RESPONSE: Title = { zh: '首次响应', en: 'First response' };
const RESOLUTION: Title = { zh: '解决', en: 'Resolution' };

/** The clocks that the events and statuses of a table allow; at least one. */
export function planClocks(ground: Ground): PlannedClock[] {
  const { form, fields, wishes } = ground;
  const start = startOf(ground);
  const clocks: PlannedClock[] = [];
  const within = (id: string) => {
    const target = wishes.targets?.get(id);
    return target === undefined || target === '' ? {} : { within: target };
  };
  const plain = { isPromise: false, isEndless: false } as const;

  const response = responseOf(ground);
  if (response !== undefined) {
    const id = 'first_response';
    const cancel = cancelOf(ground);
    clocks.push({
      id,
      title: RESPONSE,
      kind: 'response',
      start,
      stop: response,
      rules: cancel,
      ...within(id),
      ...plain,
    });
  }
  const end = endOf(ground);
  if (end !== undefined || response === undefined) {
    const id = 'resolution';
    const [stop, isEndless] = end === undefined ? [standIn(ground), true] : [end, false];
    const rules = [...pauseOf(ground), ...reopenOf(ground), ...cancelOf(ground)];
    clocks.push({ id, title: RESOLUTION, kind: 'resolution', start, stop, rules, ...within(id), ...plain, isEndless });
    if (form === 'tickets' && fields.has(PROMISED) && end !== undefined) {
      clocks.push({
        id: 'promise',
        title: { zh: '约定时间', en: 'Promised time' },
        start,
        stop,
        rules: [['due', PROMISED]],
        isPromise: true,
        isEndless: false,
      });
    }
  }
  return clocks;
}

function startOf({ events, form }: Ground): string {
  if (events.has('created')) return 'created';
  const opening = ['opened', 'submitted', 'reported', 'received'].find((event) => events.has(event));
  if (opening !== undefined) return opening;
  return form === 'tickets' ? ([...events][0] ?? 'created') : '{first: true}';
}

const RESPONDED = ['responded', 'first_response', 'first_responded', 'replied', 'answered', 'accepted', 'acknowledged'];
const RESOLVED = ['resolved', 'solved', 'completed', 'finished', 'closed'];

function responseOf({ events, changed, wishes }: Ground): string | undefined {
  if (wishes.responded === '') return undefined;
  const known = RESPONDED.find((event) => events.has(event));
  if (known !== undefined) return known;
  // In form changes a field that is not listed is an act.
  const act = changed?.values?.find(({ value }) =>
    isWord(value, ['公开回复', '客服回复', '回复', '首次响应', 'public reply', 'reply']),
  );
  return act && yamlText(act.value);
}

function endOf(ground: Ground): string | undefined {
  const { events, form, wishes } = ground;
  if (wishes.resolved === '') return undefined;
  const found = RESOLVED.filter((event) => events.has(event));
  const [first] = found;
  // A ticket that is closed without being resolved is done, too; of both the first that happens counts.
  if (form === 'events' && found.includes('closed') && first !== 'closed') return `[${first}, closed]`;
  if (first !== undefined) return first;
  const done = statusesIn(ground, STATUS_WORDS.done);
  return form === 'tickets' || done === undefined ? undefined : `{when: {status: ${yamlList(done)}}}`;
}

/** Valid, and never true: to be replaced. */
function standIn({ form, events, eventColumn, changed }: Ground): string {
  if (form === 'tickets') return [...events][0] ?? 'created';
  const [first] = (eventColumn ?? changed)?.values ?? [];
  return yamlText(first?.value ?? 'resolved');
}

/** Those values of the status that are among the words; `undefined` where there is no status, or none of them. */
function statusesIn({ fields, presetFields, form, changedTo }: Ground, words: readonly string[]): string[] | undefined {
  const status = fields.get('status');
  if (status === undefined && !presetFields.has('status')) return undefined;
  const values = form === 'changes' ? changedTo?.values : status?.profile?.values;
  const found = (values ?? []).map(({ value }) => value).filter((value) => isWord(value, words));
  return found.length === 0 ? undefined : found.sort();
}

function pauseOf(ground: Ground): [string, string][] {
  const { events, form, totals } = ground;
  if (events.has('paused') && events.has('resumed')) return [['pause', '{from: paused, until: resumed}']];
  if (totals.length > 0) return [['pause', `[${totals.map((total) => `{total: ${total}}`).join(', ')}]`]];
  const waiting = form === 'tickets' ? undefined : statusesIn(ground, STATUS_WORDS.waiting);
  return waiting === undefined ? [] : [['pause', `{while: {status: ${yamlList(waiting)}}}`]];
}

function reopenOf({ events, form }: Ground): [string, string][] {
  return events.has('reopened') && form !== 'tickets' ? [['reopen', '{on: reopened, rule: continue}']] : [];
}

function cancelOf(ground: Ground): [string, string][] {
  if (ground.events.has('cancelled')) return [['cancel', 'cancelled']];
  const empty = statusesIn(ground, STATUS_WORDS.void);
  return empty === undefined ? [] : [['cancel', `{while: {status: ${yamlList(empty)}}}`]];
}
