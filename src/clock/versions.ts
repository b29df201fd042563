import type { HolidayTables } from '../calendar/holidays/holidays.ts';
import { openTime } from '../calendar/open-time.ts';
import type { OpenTime } from '../domain/calendar.ts';
import type { EventLog } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import { type CompiledClock, compileClocks } from './compile.ts';
import type { Circumstances } from './judge-ticket.ts';

/** What versions are made ready for. */
export interface Hearing {
  /** The newest version; its earlier ones judge what started under them (S32). */
  readonly policy: Policy;
  readonly log: EventLog;
  readonly asOf: Instant;
  readonly holidays: HolidayTables;
  /** Absent: no roster. */
  readonly find: FindPerson | undefined;
  /** As `Circumstances.isThorough`: tests hold the short way against the long one. */
  readonly isThorough?: boolean;
}

/** A version of the policy, made ready for the log. */
export interface Version {
  readonly policy: Policy;
  readonly clocks: ReadonlyMap<string, CompiledClock>;
  readonly openTimes: ReadonlyMap<string, OpenTime>;
  readonly circumstances: Circumstances;
}

/** Each version is in force until the next one; the earliest judges what began before it, too. */
export function versionsOf({ policy, log, asOf, holidays, find, isThorough = false }: Hearing): Version[] {
  const all = [...policy.earlier, policy];
  const versions = all.map((version, index): Version => {
    // A shift of the roster that an earlier version does not know is as the newest has it.
    const calendars = new Map([...policy.calendars, ...version.calendars]);
    const openTimes = new Map([...calendars].map(([id, definition]) => [id, openTime(definition, holidays)]));
    return {
      policy: version,
      openTimes,
      clocks: new Map(
        compileClocks(version, log, openTimes, policy.objectives, find).map((clock) => [clock.clock.id, clock]),
      ),
      circumstances: {
        asOf,
        effective: version.effective,
        until: version.until,
        inForce: {
          start: index === 0 ? -Infinity : (version.effective ?? -Infinity),
          end: all[index + 1]?.effective ?? Infinity,
        },
        incomplete: log.incomplete,
        isThorough,
      },
    };
  });
  return policy.version === 'at-breach' ? versions.map((_, index) => withSuccessors(versions, index)) : versions;
}

/** Each clock knows what the later versions promise in its place. */
function withSuccessors(versions: readonly Version[], index: number): Version {
  const version = versions[index]!;
  const succeeded = (clock: CompiledClock): CompiledClock => ({
    ...clock,
    successors: versions.slice(index + 1).flatMap(({ clocks, circumstances: { inForce } }) => {
      const successor = clocks.get(clock.clock.id);
      return successor === undefined ? [] : [{ from: inForce.start, clock: successor }];
    }),
  });
  return { ...version, clocks: new Map([...version.clocks].map(([id, clock]) => [id, succeeded(clock)])) };
}

/** Clocks of the newest version, then those that only earlier versions have. */
export function clocksOfAllVersions({ clocks, earlier }: Policy): Policy['clocks'] {
  const known = new Map(clocks.map((clock) => [clock.id, clock]));
  for (const version of earlier.toReversed()) {
    for (const clock of version.clocks) if (!known.has(clock.id)) known.set(clock.id, clock);
  }
  return [...known.values()];
}
