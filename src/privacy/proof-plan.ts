import type { Place } from '../domain/diagnostic.ts';
import type { Holder } from '../domain/person.ts';
import type { ColumnMapping, PauseRule, Records } from '../domain/policy.ts';
import type {
  FieldChange,
  Ground,
  HandOver,
  PassedOver,
  Proof,
  ProofEvent,
  ProofPause,
  ProofRun,
  ProofSpan,
  Reckoned,
  Reign,
  TargetTrial,
  Trial,
} from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { consequencePlan } from './consequence-plans.ts';
import type { Masks, PersonMask } from './masks.ts';
import { ABSENT, by, made, open, type Plan } from './plan.ts';
import type { RuleMasks } from './rules.ts';

const placePlan: Plan<Place> = { file: open };
const reckonedPlan: Plan<Reckoned> = { after: open, column: open };

/** What becomes of each text of a proof where people are hidden. */
export function proofPlan(masks: Masks, rules: RuleMasks, verdict: (verdict: Verdict) => Verdict): Plan<Proof> {
  return {
    ticket: masks.ticket,
    timezone: open,
    records: made((records: Records) => maskedRecords(masks, rules, records)),
    events: eventPlan(masks),
    runs: by((run: ProofRun) => runPlan(masks, rules, verdict, run)),
  };
}

function eventPlan(masks: Masks): Plan<ProofEvent> {
  return by((event: ProofEvent) => ({
    place: placePlan,
    event: open,
    reckoned: reckonedPlan,
    actor: (text: string) => masks.actor(text, event.at),
    role: open,
    changes: by((change: FieldChange) => {
      const mask = masks.field(change.field);
      return { field: open, value: (text: string) => mask(text, event.at) };
    }),
  }));
}

function runPlan(
  masks: Masks,
  rules: RuleMasks,
  verdict: (verdict: Verdict) => Verdict,
  proved: ProofRun,
): Plan<ProofRun> {
  const { verdict: judged } = proved;
  const at = judged.decidedAt;
  const isPauseQuoted = judged.run.clock.pause.some((rule) => rule.kind === 'while' && rules.isQuoted(rule.when));
  return {
    verdict: made(verdict),
    consequences: consequencePlan(masks),
    version: { name: open },
    start: placePlan,
    stop: placePlan,
    startReckoned: reckonedPlan,
    stopReckoned: reckonedPlan,
    passedOver: passedOverPlan(masks, rules),
    targets: { target: made(rules.all), tests: trialPlan(masks, rules, at) } satisfies Plan<TargetTrial>,
    reigns: { target: made(rules.all), place: placePlan, version: open } satisfies Plan<Reign>,
    spans: by((span: ProofSpan) => ({
      why: open,
      detail: span.why === 'pause' && isPauseQuoted ? masks.free : open,
      shift: open,
    })),
    pauses: { rules: made<PauseRule>(rules.all), began: placePlan, ended: placePlan } satisfies Plan<ProofPause>,
    holder: by((holder: NonNullable<ProofRun['holder']>) => ({
      ...holderMasks(masks.person, holder, at),
      place: placePlan,
    })),
    grounds: by((ground: Ground) => {
      const { rule } = ground;
      const mask = rule.kind === 'field' ? masks.party(rule.as, 'employee') : masks.person;
      return {
        rule: made(rules.all),
        named: by((named: NonNullable<Ground['named']>) => ({
          ...holderMasks(mask, named, named.since ?? at),
          place: placePlan,
        })),
        tooShort: by((short: Ground['tooShort'][number]) => ({
          by: holderPlan(masks, short.since),
          place: placePlan,
        })),
      };
    }),
    shares: { holder: holderPlan(masks, at) },
    handOvers: by((handOver: HandOver) => ({
      place: placePlan,
      from: holderPlan(masks, handOver.at),
      to: holderPlan(masks, handOver.at),
    })),
  };
}

function passedOverPlan(masks: Masks, rules: RuleMasks): Plan<PassedOver> {
  return by((event: PassedOver) => ({
    place: placePlan,
    event: open,
    actor: (text: string) => masks.actor(text, event.at),
    role: open,
    part: open,
    why: made((why: PassedOver['why']): PassedOver['why'] => {
      if (why.kind === 'actor') return { kind: why.kind, by: rules.actors(why.by) };
      if (why.kind !== 'condition') return why;
      return { kind: why.kind, tests: why.tests.map((trial) => maskedTrial(masks, rules, trial, event.at)) };
    }),
  }));
}

function trialPlan(masks: Masks, rules: RuleMasks, at: Instant | undefined): Plan<Trial> {
  return made((trial: Trial) => maskedTrial(masks, rules, trial, at));
}

function maskedTrial(masks: Masks, rules: RuleMasks, { test, value, holds }: Trial, at: Instant | undefined): Trial {
  return { test: rules.test(test), value: masks.field(test.field)(value, at), holds };
}

function holderPlan({ person }: Masks, at: Instant | undefined): Plan<Holder | undefined> {
  return by((holder: Holder) => holderMasks(person, holder, at));
}

/** An id says more than a name that two may bear. */
function holderMasks(mask: PersonMask, { name, id }: Holder, at: Instant | undefined) {
  return {
    name: (): string => (mask === open ? name : mask(id ?? name, at)),
    id: mask === open ? open : ABSENT,
  } as const;
}

/** The export's own words for values of ours, where they are no names. */
function maskedRecords({ field, person }: Masks, rules: RuleMasks, records: Records): Records {
  const { fields, actor } = records;
  const wordless = <Mapping extends ColumnMapping>(mapping: Mapping): Mapping => ({ ...mapping, values: new Map() });
  return {
    ...records,
    fields: fields.map((mapping) => {
      const mask = field(mapping.field);
      return [...mapping.values.values()].every((value) => mask(value) === value) ? mapping : wordless(mapping);
    }),
    ...(actor !== undefined && { actor: person === open ? actor : wordless(actor) }),
    include: rules.all(records.include),
  };
}
