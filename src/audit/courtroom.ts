import { openTimeFor } from '../clock/compile.ts';
import { type Judgements, judgeTicket } from '../clock/judge-ticket.ts';
import { asOfStay } from '../clock/measure-reading.ts';
import type { Judged } from '../clock/prove.ts';
import type { Rereading } from '../clock/readings.ts';
import type { Version } from '../clock/versions.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Contrast } from '../figures/sensitivity.ts';
import { chargeFor } from '../people/charge.ts';
import type { ExcuseDesk } from '../people/excuses.ts';
import type { NameLedger } from '../people/name-ledger.ts';
import type { NoteAbsence } from '../people/off-duty.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Walk } from './walk.ts';

/** One clock under one version of the policy on one ticket. */
export interface JudgedClock extends Judged {
  /** Index of the version. */
  readonly version: number;
}

/** A rereading of the policy, made ready for the log. */
export interface Reread extends Pick<Rereading, 'clocks'> {
  readonly versions: readonly Version[];
  /** Nobody reads it. */
  readonly names: NameLedger;
}

/** Who has a say in a verdict. */
export interface Parties {
  readonly versions: readonly Version[];
  /** Of all versions, in the order in which they are judged. */
  readonly clockIds: readonly string[];
  /** Absent: no roster. */
  readonly find: FindPerson | undefined;
  readonly excuses: ExcuseDesk;
  readonly noteAbsence: NoteAbsence;
}

/** Judges a ticket by what its timeline says. */
export interface Courtroom {
  /** All verdicts on a ticket: each clock's under the version in force when the run started. */
  judge(timeline: Timeline, walk: Walk): JudgedClock[];
  /** The same clocks read otherwise. Of that nothing is a finding: it is not what the policy says. */
  reread(judged: readonly JudgedClock[], timeline: Timeline, rereadings: readonly Reread[]): Contrast[];
}

export function courtroom({ versions, clockIds, find, excuses, noteAbsence }: Parties): Courtroom {
  const seats = clockIds.map((id) =>
    versions.flatMap(({ clocks, circumstances }, version) => {
      const clock = clocks.get(id);
      return clock === undefined ? [] : [{ clock, circumstances, version }];
    }),
  );

  const count = seats.flat().length;

  /** Says who answers for each breach. */
  function charge({ clock, judgements }: Judgements, timeline: Timeline, ledger: NameLedger): readonly Verdict[] {
    if (!judgements.some(isBreach)) return judgements;
    return judgements.map((judgement) => {
      const { run, dueAt } = judgement;
      if (!isBreach(judgement)) return judgement;
      if (dueAt === undefined) return excuses.settle(judgement);
      const charging = {
        assignee: clock.assignee,
        openTime: openTimeFor(clock, judgement.target),
        roster: find && { find, ledger },
      };
      const charged = noteAbsence(chargeFor(run, timeline, asOfStay(run, dueAt), charging), dueAt);
      return excuses.settle({ ...judgement, charged });
    });
  }

  return {
    judge(timeline, walk) {
      const judged = new Array<JudgedClock>(count);
      let index = 0;
      for (const versionsOfClock of seats) {
        let written: number | undefined;
        for (const { clock, circumstances, version } of versionsOfClock) {
          const judgements = judgeTicket(clock, timeline, circumstances, written);
          written = (written ?? 0) + judgements.judgements.length;
          const verdicts = charge(judgements, timeline, walk.names);
          if (judgements.findings.length > 0) walk.tell(judgements.findings);
          if (verdicts.length > 0) walk.holidays[version]?.note(verdicts);
          judged[index++] = { judgements, verdicts, version };
        }
      }
      return judged;
    },

    reread(judged, timeline, rereadings) {
      return rereadings.flatMap(({ clocks, versions: others, names }, reading) => {
        const written = new Map<string, number>();
        return judged.flatMap(({ judgements, verdicts, version }) => {
          const { id } = judgements.clock.clock;
          const other = others[version];
          const clock = other?.clocks.get(id);
          if (other === undefined || clock === undefined || !clocks.includes(id)) return [];
          const otherwise = judgeTicket(clock, timeline, other.circumstances, written.get(id));
          written.set(id, (written.get(id) ?? 0) + otherwise.judgements.length);
          return [{ reading, written: verdicts, reread: charge(otherwise, timeline, names) }];
        });
      });
    },
  };
}

function isBreach({ outcome }: Verdict): boolean {
  return outcome === 'breached';
}
