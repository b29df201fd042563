import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic, Place, Sentence } from '../domain/diagnostic.ts';
import { BLANK } from '../domain/event-log.ts';
import type { FindPerson, Person, PersonMatch } from '../domain/person.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Puts down which names the roster does not settle, and who is named when they were not employed. */
export interface NameLedger {
  note(name: string, match: PersonMatch, timeline: Timeline, row: number): void;
  /** One for each name and kind, at its first place, with the number of tickets that have it. */
  findings(): Diagnostic<Code>[];
  readonly totals: NameTotals;
  /** Takes over what another has put down of other tickets. */
  merge(other: NameTotals): void;
}

/** Plain values. */
export type NameTotals = Map<string, Entry>;

interface Entry {
  readonly name: string;
  tickets: number;
  lastTicket: number;
  place: Place;
  match: PersonMatch;
}

/** Tickets must come one after the other, not in turns. */
export function nameLedger(rosterFile = 'the roster'): NameLedger {
  const entries: NameTotals = new Map();
  return {
    totals: entries,
    merge(other) {
      for (const [key, more] of other) {
        const entry = entries.get(key);
        if (entry === undefined) {
          entries.set(key, { ...more, lastTicket: NO_TICKET });
          continue;
        }
        entry.tickets += more.tickets;
        if (!isBefore(more.place, entry.place)) continue;
        entry.place = more.place;
        entry.match = more.match;
      }
    },
    note(name, match, timeline, row) {
      if (match.kind === 'one' && match.absence === undefined) return;
      const key = `${match.kind === 'one' ? match.absence : 'unknown'} ${name}`;
      const place = placeOf(timeline.log, row);
      const entry = entries.get(key);
      if (entry === undefined) {
        entries.set(key, { name, tickets: 1, lastTicket: timeline.ticketCode, place, match });
        return;
      }
      if (entry.lastTicket !== timeline.ticketCode) entry.tickets++;
      entry.lastTicket = timeline.ticketCode;
      if (!isBefore(place, entry.place)) return;
      entry.place = place;
      entry.match = match;
    },
    findings: () => [...entries.values()].map((entry) => finding(entry, rosterFile)),
  };
}

/** Codes are of one log; those of another mean other tickets. */
const NO_TICKET = -1;

/** Every name that ever held the ticket, at the instant it was handed to them. */
export function noteHolders(timeline: Timeline, assignee: number, find: FindPerson, ledger: NameLedger): void {
  let before = BLANK;
  for (let step = 0; step < timeline.stepCount; step++) {
    const code = timeline.value(step, assignee);
    if (code !== before && code !== BLANK) {
      const name = timeline.text(code);
      ledger.note(name, find(name, timeline.stepAt(step)), timeline, timeline.factRow[timeline.stepStart[step]!]!);
    }
    before = code;
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.file === b.file ? (a.line ?? 0) < (b.line ?? 0) : a.file < b.file;
}

function finding({ name, tickets, place, match }: Entry, rosterFile: string): Diagnostic<Code> {
  if (match.kind === 'one') {
    const { person, absence } = match;
    const who = called(name, person);
    return {
      code: 'not-employed',
      place,
      message:
        absence === 'left'
          ? say`${named(who, tickets)}, had left by then`
          : say`${named(who, tickets)}, had not begun by then`,
      hint: say`Nobody else bears the name, so it was taken for theirs. The days are in ${rosterFile}, line ${person.place.line ?? 0}.`,
    };
  }
  const who = named(say`"${name}"`, tickets);
  if (match.kind === 'none') {
    return {
      code: 'unknown-person',
      place,
      message: say`${who}, is not in ${rosterFile}`,
      hint: say`What is charged to the name stays unmatched. Add the person, or the name to somebody’s aliases.`,
    };
  }
  return {
    code: 'unknown-person',
    place,
    message: say`${who}, is ${match.persons.length} people in ${rosterFile}: ${match.persons.map(({ id }) => id)}`,
    hint: say`What is charged to the name stays unmatched. Have the id exported, or a name that tells them apart.`,
  };
}

function named(who: Sentence, tickets: number): Sentence {
  return tickets === 1 ? say`${who}, named in one ticket` : say`${who}, named in ${tickets} tickets, here first`;
}

/** As the export names them, and what the roster adds. */
function called(name: string, person: Person): Sentence {
  const more = person.id === name ? person.name : person.id;
  return more === name ? say`"${name}"` : say`"${name}" (${more})`;
}
