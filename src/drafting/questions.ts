import type { InspectedTable } from '../domain/profile.ts';
import type { Language } from '../domain/title.ts';
import type { DraftGround } from './draft.ts';
import { planPolicy } from './plan.ts';
import type { Wishes } from './wishes.ts';

/** Something only a person knows. */
export interface Question {
  readonly key:
    | 'ticket'
    | 'created'
    | 'responded'
    | 'resolved'
    | 'dates'
    | 'timezone'
    | 'hours'
    | 'holidays'
    | 'target';
  /** Of `target`: the clock. */
  readonly clock?: string;
  readonly text: string;
  /** What an empty answer means, as it would be typed; '' for nothing. */
  readonly standard: string;
  /** The answers there are; absent: any, to be checked by whoever asks. */
  readonly choices?: readonly string[];
}

interface Wording {
  readonly ticket: string;
  readonly created: string;
  readonly responded: string;
  readonly resolved: string;
  readonly dates: string;
  readonly timezone: string;
  readonly hours: string;
  readonly holidays: string;
  readonly target: (clock: string) => string;
}

const WORDINGS: Readonly<Record<Language, Wording>> = {
  zh: {
    ticket: '哪一列是工单号？',
    created: '哪一列（或哪个动作）是工单的创建？',
    responded: '哪一列（或哪个动作）是首次响应？没有就填 -',
    resolved: '哪一列（或哪个动作）是解决？没有就填 -',
    dates: '05/03/2026 是 3 月 5 日（day-first）还是 5 月 3 日（month-first）？',
    timezone: '时间没有写时区时，按哪个时区读？',
    hours: '工作时间？全天候填 24x7，否则填周一至周五的起止，例如 09:00-12:00,13:30-18:00',
    holidays: '哪个国家或地区的法定节假日休息？例如 CN，没有就填 -',
    target: (clock) => `${clock} 的时限是多久？例如 30m、4h、1wd（次一工作日下班前），暂时不知道就直接回车`,
  },
  en: {
    ticket: 'Which column is the ticket?',
    created: 'Which column (or what event) is the creation of a ticket?',
    responded: 'Which column (or what event) is the first response? - for none',
    resolved: 'Which column (or what event) is the resolution? - for none',
    dates: 'Is 05/03/2026 the 5th of March (day-first) or May the 3rd (month-first)?',
    timezone: 'In which time zone are stamps that name none?',
    hours: 'Opening hours? 24x7, or those of Monday to Friday, such as 09:00-12:00,13:00-17:30',
    holidays: 'Whose public holidays are closed? A country or region such as DE or US-CA, - for none',
    target: (clock) =>
      `How long may ${clock} take? Such as 30m, 4h, 1wd (closing time of the next working day); Enter where it is not known`,
  },
};

/** Answers that mean "none". */
export const NONE = '-';

/**
 * The next thing to ask, as far as it is known; `undefined` when all is. What was said already is not asked again: what the
 * answer is stands among the wishes when this is asked anew, '' for none.
 */
export function nextQuestion(table: InspectedTable, wishes: Wishes, ground: DraftGround): Question | undefined {
  const plan = planPolicy(table, wishes, ground.presets, ground.reserved);
  if (plan === undefined) return undefined;
  const words = WORDINGS[plan.language];
  const { profile, guess } = table;
  const columnOf = (role: string): string | undefined => guess.roles.find((each) => each.role === role)?.column;
  const isOwn = plan.preset === undefined;
  if (isOwn && wishes.ticket === undefined) {
    const choices = profile.columns
      .filter(({ kind }) => !['empty', 'instant', 'time-of-day'].includes(kind))
      .map(({ name }) => name);
    return { key: 'ticket', text: words.ticket, standard: columnOf('ticket') ?? choices[0] ?? '', choices };
  }
  if (isOwn && guess.form !== 'changes') {
    const choices =
      guess.form === 'tickets' ? instantsOf(table) : (plan.event?.profile.values ?? []).map(({ value }) => value);
    for (const key of ['created', 'responded', 'resolved'] as const) {
      if (wishes[key] !== undefined || choices.length === 0) continue;
      const known = guess.form === 'tickets' ? eventColumn(key, columnOf) : eventValue(key, plan.event?.values);
      const some = key === 'created' && guess.form === 'tickets' ? choices : [...choices, NONE];
      return { key, text: words[key], standard: known ?? NONE, choices: some };
    }
  }
  if (wishes.dates === undefined && plan.doubts.some(({ kind }) => kind === 'day-order')) {
    const standard = plan.zone.timezone.startsWith('America/') ? 'month-first' : 'day-first';
    return { key: 'dates', text: words.dates, standard, choices: ['day-first', 'month-first'] };
  }
  if (wishes.timezone === undefined) return { key: 'timezone', text: words.timezone, standard: plan.zone.timezone };
  if (wishes.hours === undefined) return { key: 'hours', text: words.hours, standard: '24x7' };
  if (wishes.holidays === undefined && wishes.hours !== '24x7') {
    return { key: 'holidays', text: words.holidays, standard: plan.language === 'zh' ? 'CN' : NONE };
  }
  const clock = plan.clocks.find(({ id, isPromise }) => !isPromise && wishes.targets?.has(id) !== true);
  if (clock === undefined) return undefined;
  const called = clock.title[plan.language] ?? clock.id;
  return { key: 'target', clock: clock.id, text: words.target(called), standard: '' };
}

function instantsOf({ profile }: InspectedTable): string[] {
  return profile.columns.filter(({ kind }) => kind === 'instant').map(({ name }) => name);
}

const STAND_INS = {
  created: ['created'],
  responded: ['responded', 'accepted'],
  resolved: ['resolved', 'closed'],
} as const;

function eventColumn(key: keyof typeof STAND_INS, columnOf: (role: string) => string | undefined): string | undefined {
  return STAND_INS[key].map(columnOf).find((column) => column !== undefined);
}

function eventValue(key: keyof typeof STAND_INS, values: ReadonlyMap<string, string> = new Map()): string | undefined {
  const names: readonly string[] = STAND_INS[key];
  return [...values].find(([, event]) => names.includes(event))?.[0];
}
