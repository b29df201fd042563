/** Something that the program must be able to do, and that a case must show. */
export interface Clause {
  /** In a few words. */
  readonly says: string;
  /** Semantics: what holds unless the policy says otherwise; a case that names the number alone shows this. */
  readonly unlessSaid?: string;
  /** Other readings, by the word behind the number: a case shows one as `S4 later`. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface Chapter {
  readonly title: string;
  readonly clauses: Readonly<Record<string, Clause>>;
}

/** Only what is built: a new clause or option is a line here and a case that names it. */
export const chapters: readonly Chapter[] = [
  {
    title: 'What is promised',
    clauses: {
      A1: { says: 'targets by channel: phone, chat, e-mail, social media, web form, on site' },
      A2: { says: 'targets by type of request' },
      A3: { says: 'targets by urgency, and by how grave a fault is' },
      A4: { says: 'targets by audience, contract and grade of the customer' },
      A5: { says: 'lengths from seconds to a day' },
      A6: { says: 'lengths in working days' },
      A7: { says: 'a general question: answered by the first line, or handed over, first solution, finished' },
      A8: { says: 'an important problem: reported, work started, result fed back after completion' },
      A9: { says: 'an urgent problem: notified, answered, solved' },
      A10: { says: 'recurring duties: every missed interval counts' },
      A11: { says: 'escalation: reported upward, contingency plan started' },
      A12: { says: 'a promise made for each ticket, itself at most so far away' },
      A13: { says: 'dispatch from the call on, arrival as required' },
      A14: { says: 'suppliers and other departments have promises, too' },
      A15: { says: 'a call after a repair or recall; satisfaction asked for after feedback' },
      A16: { says: 'an objective over all requests: 90 % within 24 h' },
    },
  },
  {
    title: 'What the clock does',
    clauses: {
      B1: { says: 'the whole timeline is rebuilt, and the step found that eats the time' },
      B2: { says: 'working hours, lunch breaks, shifts, hotlines, holidays and make-up days, time zones side by side' },
      B3: { says: "waiting for the customer is nobody's; waiting for a supplier can be the supplier's" },
      B4: { says: 'an unsatisfied customer starts a new round: each is timed, and the whole as well' },
      B5: { says: 'force majeure and outages are left out for the regions and clocks they touch' },
      B6: { says: 'urgency, type, owner or department change midway' },
      B7: { says: 'a breach belongs to who held the step when its time ran out' },
      B8: { says: 'open tickets: overdue or soon due, as of a stated moment' },
    },
  },
  {
    title: 'What is counted',
    clauses: {
      C1: { says: 'mean, median, 90th and 95th percentile and longest of every step, in all and by group' },
      C2: { says: 'resolution rate, first-contact resolution, reopen rate, backlog and its age' },
      C3: { says: 'attainment against each target and objective; breaches, how far over, in which band' },
      C4: { says: 'satisfaction: mean score, low scores, dissatisfied after feedback' },
      C5: { says: 'breaches per employee, with every ticket behind the number' },
      C6: { says: 'trend over months; the weakest step, channel, hour and weekday; volume against breaches' },
    },
  },
  {
    title: 'What follows from a breach, or from good work',
    clauses: {
      D1: { says: 'a fine for each breach, more with each repetition' },
      D2: { says: "a share of the month's bonus withheld, more with the number of breaches" },
      D3: { says: 'an oral warning for a slight delay; a written one after several, or for a severe one' },
      D4: { says: 'training after breaches; after a failed exam suspension and a further deduction' },
      D5: { says: 'promotion: breaches and warnings of the past year stand against it' },
      D6: { says: 'reassignment after several warnings and a training that changed nothing' },
      D7: { says: 'points off for repeated breaches or poor ratings; a self-review at the first warning' },
      D8: { says: 'dismissal review for a grave breach with heavy loss, or after repeated warnings' },
      D9: { says: 'a department or team answers instead of a person' },
      D10: { says: 'what the customer gets, by type and by how late' },
      D11: { says: 'rewards for people and teams who meet or beat the line' },
      D12: { says: 'suppliers answer for their own breaches' },
      D13: { says: 'a breach excused or an appeal upheld: the count follows, the record stays' },
    },
  },
  {
    title: 'What is kept on record',
    clauses: {
      E1: { says: 'every contact and handling step, by time, can be looked up with its place in the export' },
      E2: { says: 'a report for a wide audience names nobody: numbers, or codes under a key; free text is left out' },
      E3: { says: 'what goes on the personnel file can be made again from the files it names, and stands a challenge' },
      E4: { says: 'the report of every month without hand work' },
    },
  },
  {
    title: 'How it is counted',
    clauses: {
      S1: { says: 'opening hours', unlessSaid: 'the end is out; 24:00, spans over midnight; adjoining spans merge' },
      S2: { says: 'daylight saving inside an open span', unlessSaid: 'real seconds' },
      S3: {
        says: 'opening hours in a gap or overlap of daylight saving',
        unlessSaid: 'no time in the gap; from the first opening to the last close in the overlap',
      },
      S4: {
        says: 'a local event time that occurred twice, or never',
        unlessSaid: 'the earlier; moved forward by the gap; told',
        options: { later: 'the later of the two', reject: 'not used' },
      },
      S5: { says: 'used up exactly at closing', unlessSaid: 'closing and next opening are one verdict' },
      S6: { says: 'exactly on target', unlessSaid: 'met', options: { exclusive: 'a breach' } },
      S7: { says: 'precision', unlessSaid: 'milliseconds; no length is rounded down to its target' },
      S8: {
        says: 'a stamp without seconds or time of day',
        unlessSaid: 'undecided where the missing digits decide',
        options: {
          start: 'the first instant it can be',
          end: 'the last second it can be, of a promise the last millisecond',
        },
      },
      S9: {
        says: 'what “one day” is',
        unlessSaid: 'refused where the calendar closes',
        options: {
          '8h': 'open time',
          '1wd': 'closing time of the next working day',
          '1wd same-time': 'the same hour of the next working day',
          '1d': '24 hours, where the calendar never closes',
        },
      },
      S10: { says: 'a start outside opening hours', unlessSaid: 'waits for the next opening' },
      S11: {
        says: 'which rule of a date counts',
        unlessSaid: "the date's own hours, then holiday or make-up day, then the week; breaks come off last",
      },
      S12: { says: 'which clocks a pause stops', unlessSaid: 'those that name it' },
      S13: { says: 'a pause outside opening hours', unlessSaid: 'takes nothing out' },
      S14: {
        says: 'nested, repeated and unclosed pauses',
        unlessSaid: 'their union; one still open runs to the as-of instant, and is told',
        options: { max_pause: 'beyond that length the clock runs again' },
      },
      S15: {
        says: 'a reopened ticket',
        unlessSaid: 'the count continues without the closed time',
        options: {
          first: 'the first stop stands',
          cycle: 'each round is a run of its own',
          reset: 'the count begins anew',
          grace: 'after that time it is a new promise',
        },
      },
      S16: { says: 'a breach, and what happens to the ticket later', unlessSaid: 'the breach stays' },
      S17: {
        says: 'who gives a first response',
        unlessSaid: 'a human agent, in public, after creation',
      },
      S18: {
        says: 'a ticket that the agent created',
        unlessSaid: 'like any other',
        options: { met: 'its creation is the response', 'not-applicable': 'no record' },
      },
      S19: {
        says: 'resolved without any reply',
        unlessSaid: 'the resolution is the response, flagged',
        options: { none: 'still unanswered' },
      },
      S20: { says: 'the next response', unlessSaid: 'from the oldest unanswered message; each exchange is kept' },
      S21: {
        says: 'a change of the target midway',
        unlessSaid: 'one clock from its start; the target in force, from the change on',
        options: {
          'at-start': 'the target at the start',
          'at-stop': 'the target at the stop',
          restart: 'a new count from the change on',
          retroactive: 'as if it had always been so',
        },
      },
      S22: {
        says: 'priority lowered after the breach, or just before it',
        unlessSaid: 'a breach stays; lowered with less than a tenth of the time left, or none, it is told',
      },
      S23: { says: 'which target applies', unlessSaid: 'the first that matches; none is “no target”, counted apart' },
      S24: {
        says: 'who answers for a breach',
        unlessSaid: 'the holder when the time ran out; else nobody, never the next person',
        options: {
          current: 'who holds it last',
          first: 'who held it first',
          stopper: 'who stopped the clock',
          field: 'whom a field names',
          list: 'the first of several that is known',
          nobody: 'nobody: the clock is kept for its figures only',
        },
      },
      S25: {
        says: 'received with no time left',
        unlessSaid: 'the time that was left is shown',
        options: { min_holding: 'who held it for less does not answer' },
      },
      S26: {
        says: 'still open past its target',
        unlessSaid: 'breached as of the instant, stated apart',
        options: { 'closed-only': 'goes on; a breach when it has stopped' },
      },
      S27: {
        says: 'which month',
        unlessSaid: 'a run by its decision, a length by its stop, a volume by creation',
        options: { created: 'a run by its start', stopped: 'a run by its stop' },
      },
      S28: {
        says: 'events of one instant',
        unlessSaid: 'stop, pause, resume, start; then the content of the row, never its place',
        options: { sequence: 'the order of a column' },
      },
      S29: { says: 'denominators', unlessSaid: 'without cancelled and still running; both numbers are printed' },
      S30: { says: 'a stop before its start, a missing start', unlessSaid: 'told and undecided' },
      S31: { says: 'stamps without a zone', unlessSaid: "the policy's zone, on whatever machine" },
      S32: {
        says: 'a policy that changed',
        unlessSaid: 'the version in force when the run started',
        options: { 'at-breach': 'the targets in force at each instant' },
      },
    },
  },
];

/** Every name that a case can show, options included (`S4 later`), in the order of the chapters. */
export const showable: readonly string[] = chapters.flatMap(({ clauses }) =>
  Object.entries(clauses).flatMap(([id, { options = {} }]) => [
    id,
    ...Object.keys(options).map((option) => `${id} ${option}`),
  ]),
);
