import { formatInstant } from '../calendar/stamps.ts';
import type { RunAccount, RunPause, TicketAccount } from '../domain/account.ts';
import type { Lateness } from '../domain/figure-rules.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { LatePause, LatePauseFigures, PersonPauses, RunReference } from '../domain/time-figures.ts';
import type { Outcome } from '../domain/verdict.ts';
import { isWithin } from './counted.ts';
import { byName, handOf, keyOf, partyKeyed, partyOf, type Roll } from './hand.ts';
import {
  byInstant,
  type Dated,
  emptyLines,
  type KeptLines,
  keepLine,
  listed,
  mergeLines,
  type PlaceOf,
  referenceTo,
} from './kept-lines.ts';
import { isLittle, ruleOf } from './late-rule.ts';
import { seconds } from './lengths.ts';
import { ratio } from './ratio.ts';

export interface PauseScope extends Roll {
  readonly period?: Period;
  readonly placeOf: PlaceOf;
  readonly lateness: Lateness;
}

/** Plain values. */
export interface PauseTotals {
  readonly people: Map<string, PersonTotals>;
  late: KeptLines<LateLine>;
}

interface PersonTotals {
  pauses: number;
  late: number;
  saved: number;
  savedSoFar: number;
}

interface LateLine extends RunReference, Dated {
  /** A key of `people`. */
  readonly by: string;
  readonly isByActor: boolean;
  readonly within: Millis;
  readonly left: Millis;
  readonly until: Instant | undefined;
  readonly spared: Millis;
  readonly outcome: Outcome;
  readonly isDecisive: boolean;
}

export interface PauseCollector {
  readonly totals: PauseTotals;
  /** One ticket, once; tickets may come in any order. */
  add(account: TicketAccount): void;
  /** Takes over what another collector of the same scope has seen; the parts share no ticket. */
  merge(other: Pick<PauseCollector, 'totals'>): void;
  finish(): LatePauseFigures;
}

/** A pause that was set while a run went on and was in time. */
interface SetPause {
  readonly account: RunAccount;
  readonly pause: RunPause & { readonly within: Millis; readonly left: Millis };
  readonly isLate: boolean;
}

/**
 * Pauses that began when little of a target was left: a reason to look, no accusation. A row that pauses several runs of its
 * ticket is one pause, late if it was late for one of them; the lists are of runs. Pauses are of the period in which they began.
 */
export function collectLatePauses(scope: PauseScope): PauseCollector {
  const totals: PauseTotals = { people: new Map(), late: emptyLines() };

  function personOf(key: string): PersonTotals {
    const known = totals.people.get(key);
    if (known !== undefined) return known;
    const person = { pauses: 0, late: 0, saved: 0, savedSoFar: 0 };
    totals.people.set(key, person);
    return person;
  }

  /** Of one row: of one instant and one setter. */
  function addSetting(settings: readonly SetPause[]): void {
    const person = personOf(setterOf(settings[0]));
    person.pauses += 1;
    if (settings.some(({ isLate }) => isLate)) person.late += 1;
  }

  function setterOf(setting: SetPause | undefined): string {
    return keyOf(partyOf(setting?.pause.by, scope));
  }

  function addRun(settings: readonly SetPause[]): void {
    const decisive = settings.filter(({ isLate, pause }) => isLate && pause.isDecisive);
    // Two pauses of one run may each have saved it: it is one run, and each setter's.
    for (const key of new Set(decisive.map(setterOf))) {
      const person = personOf(key);
      if (decisive[0]?.account.verdict.outcome === 'met') person.saved += 1;
      else person.savedSoFar += 1;
    }
    for (const setting of settings) if (setting.isLate) keepLine(totals.late, lineOf(setting), byInstant);
  }

  function lineOf(setting: SetPause): LateLine {
    const { verdict } = setting.account;
    const { start, end, row, isByActor, within, left, spared, isDecisive } = setting.pause;
    return {
      ...referenceTo(verdict, [row], scope.placeOf),
      ...{ atMillis: start, by: setterOf(setting), isByActor, within, left, until: end, spared },
      ...{ outcome: verdict.outcome, isDecisive },
    };
  }

  return {
    totals,
    add({ runs }) {
      const settings = runs.flatMap((account) => setIn(account, scope));
      for (const row of Map.groupBy(settings, ({ pause }) => `${pause.row} ${pause.start}`).values()) addSetting(row);
      for (const run of Map.groupBy(settings, ({ account }) => account).values()) addRun(run);
    },
    merge({ totals: other }) {
      for (const [key, more] of other.people) {
        const person = personOf(key);
        for (const count of ['pauses', 'late', 'saved', 'savedSoFar'] as const) person[count] += more[count];
      }
      mergeLines(totals.late, other.late, byInstant);
    },
    finish() {
      const people = [...totals.people].map(([key, person]) => ({ party: partyKeyed(key), person }));
      const sum = (count: keyof PersonTotals) => people.reduce((all, { person }) => all + person[count], 0);
      return {
        rule: ruleOf(scope.lateness),
        pauses: ratio(sum('late'), sum('pauses')),
        ...{ saved: sum('saved'), savedSoFar: sum('savedSoFar') },
        people: people
          .map(
            ({ party, person: { pauses, late, saved, savedSoFar } }): PersonPauses => ({
              ...handOf(party, scope),
              ...{ pauses: ratio(late, pauses), saved, savedSoFar },
            }),
          )
          .sort((a, b) => byLate(a, b) || byName(a, b)),
        late: listed(totals.late, byInstant, (line) => tell(line, scope)),
      };
    },
  };
}

/** Before the start nobody set it for the run, and once the time had run out it could save nothing. */
function setIn(account: RunAccount, { period, lateness }: PauseScope): SetPause[] {
  return account.pauses.flatMap((pause): SetPause[] => {
    const { within, left } = pause;
    if (within === undefined || left === undefined || left < 0 || !isWithin(period, pause.start)) return [];
    return [{ account, pause: { ...pause, within, left }, isLate: isLittle(left, within, lateness) }];
  });
}

function byLate(a: PersonPauses, b: PersonPauses): number {
  return b.pauses.numerator - a.pauses.numerator || b.saved - a.saved || b.pauses.denominator - a.pauses.denominator;
}

function tell({ atMillis, until, by, within, left, spared, ...line }: LateLine, roll: Roll): LatePause {
  return {
    ...line,
    by: handOf(partyKeyed(by), roll),
    at: formatInstant(atMillis),
    ...{ within: seconds(within), left: seconds(left), spared: seconds(spared) },
    until: until === undefined ? null : formatInstant(until),
    lasted: seconds(Math.max(0, (until ?? roll.asOf) - atMillis)),
  };
}
