import type { Place } from '../domain/diagnostic.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { Trigger, Within } from '../domain/policy.ts';
import type {
  Ground,
  HandOver,
  Holder,
  HolderShare,
  PassedOver,
  Proof,
  ProofEvent,
  ProofPause,
  ProofRun,
  ProofSpan,
  Reckoned,
  Reign,
  TargetTrial,
} from '../domain/proof.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Instant } from '../domain/time.ts';
import { iso } from './iso.ts';
import { seconds, verdictObject } from './records.ts';

/**
 * The proof as plain JSON, with two-space indents: instants in UTC, lengths in seconds, places as file and line. Each run opens with the
 * fields of the verdict record, but for the ticket's own fields.
 */
export function proofJson(proof: Proof, provenance?: Provenance): string {
  const whole = {
    schemaVersion: 1,
    ticket: proof.ticket,
    timezone: proof.timezone,
    asOf: iso(proof.asOf),
    included: proof.isIncluded,
    events: proof.events.map(eventJson),
    runs: proof.runs.map(runJson),
    ...(provenance !== undefined && { provenance }),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function eventJson({ at, earliest, latest, place, event, reckoned, actor, role, changes }: ProofEvent): object {
  return {
    at: iso(at),
    earliest: iso(earliest ?? at),
    latest: iso(latest),
    place: placeJson(place),
    event: event ?? null,
    ...(reckoned !== undefined && { reckoned: reckonedJson(reckoned) }),
    actor: actor ?? null,
    role: role ?? null,
    changes: changes.map(({ field, value }) => ({ field, value })),
  };
}

function runJson(run: ProofRun): object {
  const { verdict, version, start, stop, targets, spans, holder, grounds, shares, handOvers } = run;
  return {
    verdict: verdictObject({ records: { fields: [] } }, verdict),
    ...(verdict.charged?.offDuty !== undefined && { offDuty: verdict.charged.offDuty }),
    ...(verdict.excuse !== undefined && { excuse: excuseJson(verdict.excuse) }),
    ...(version !== undefined && {
      policy: { name: version.name, effective: instantJson(version.effective) },
    }),
    start: placeJson(start),
    stop: placeJson(stop),
    ...(run.startReckoned !== undefined && { startReckoned: reckonedJson(run.startReckoned) }),
    ...(run.stopReckoned !== undefined && { stopReckoned: reckonedJson(run.stopReckoned) }),
    passedOver: run.passedOver.map(passedOverJson),
    morePassedOver: run.morePassedOver,
    targets: targets.map(trialJson),
    reigns: run.reigns.map(reignJson),
    spans: spans.map(spanJson),
    pauses: run.pauses.map(pauseJson),
    ...(verdict.run.unplacedPause !== undefined && {
      unplacedPause: {
        totals: verdict.run.clock.pauseTotals,
        least: seconds(verdict.run.unplacedPause.least),
        most: seconds(verdict.run.unplacedPause.most),
      },
    }),
    holder:
      holder === undefined
        ? null
        : {
            ...holderJson(holder),
            since: instantJson(holder.since),
            place: placeJson(holder.place),
          },
    charge: grounds.map((ground) => groundJson(ground, run)),
    shares: shares.map(shareJson),
    handOvers: handOvers.map(handOverJson),
    ...(run.consequences !== undefined && { consequences: run.consequences }),
  };
}

function reckonedJson({ after, column, length }: Reckoned): object {
  return { after, column, length: seconds(length) };
}

function groundJson({ rule, decides, named, tooShort }: Ground, { verdict }: ProofRun): object {
  return {
    rule,
    decides,
    named:
      named === undefined
        ? null
        : { ...holderJson(named), since: instantJson(named.since), place: placeJson(named.place) },
    tooShort: tooShort.map(({ by, since, place, held }) => ({
      ...{ holder: holderJson(by), since: iso(since), place: placeJson(place) },
      ...{ held: seconds(held), least: seconds(verdict.run.clock.minHolding) },
    })),
  };
}

function excuseJson({ decision, by, at, reason, evidence, place }: Excuse): object {
  return { decision, by, at: iso(at), reason, evidence, place: placeJson(place) };
}

function shareJson({ holder, counted }: HolderShare): object {
  return { holder: holderJson(holder), counted: seconds(counted) };
}

function handOverJson({ at, place, from, to, left }: HandOver): object {
  return { at: iso(at), place: placeJson(place), from: holderJson(from), to: holderJson(to), left: seconds(left) };
}

function holderJson(holder: Holder | undefined): object | null {
  return holder === undefined ? null : { name: holder.name, id: holder.id ?? null };
}

function passedOverJson({ at, place, actor, role, ...rest }: PassedOver): object {
  return { at: iso(at), place: placeJson(place), actor: actor ?? null, role: role ?? null, ...rest };
}

function reignJson({ target, applies, from, promised, place, version, used }: Reign): object {
  return {
    target: target?.id ?? null,
    within: target === undefined ? null : withinJson(target.within),
    applies,
    from: iso(from),
    promised: promised === undefined ? null : { at: iso(promised.at), latest: iso(promised.latest) },
    place: placeJson(place),
    version: version ?? null,
    used: seconds(used),
  };
}

function pauseJson({ rules, start, end, began, ended, isCut }: ProofPause): object {
  const said = rules.map((rule) =>
    rule.kind === 'while'
      ? { while: rule.when }
      : { from: rule.from.map(plainTrigger), until: rule.until.map(plainTrigger) },
  );
  return {
    ...{ start: iso(start), end: instantJson(end), began: placeJson(began), ended: placeJson(ended) },
    ...{ cut: isCut, rules: said },
  };
}

function plainTrigger({ place: _, ...trigger }: Trigger): object {
  return trigger;
}

function withinJson(within: Within): object {
  return within.kind === 'duration' ? { kind: within.kind, length: seconds(within.length) } : within;
}

function trialJson({ target, matched, tests }: TargetTrial): object {
  const { id, within } = target;
  return {
    target: id,
    within: withinJson(within),
    matched,
    tests,
  };
}

function spanJson({ start, end, counts, why, detail, shift, total, ranOutAt }: ProofSpan): object {
  return {
    start: iso(start),
    end: iso(end),
    counts,
    why,
    detail: detail ?? null,
    shift: shift ?? null,
    length: seconds(end - start),
    total: seconds(total),
    ranOutAt: instantJson(ranOutAt),
  };
}

function instantJson(at: Instant | undefined): string | null {
  return at === undefined ? null : iso(at);
}

function placeJson(place: Place | undefined): object | null {
  return place === undefined ? null : { file: place.file, line: place.line ?? null };
}
