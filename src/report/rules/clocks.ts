import type { Clock, PauseRule, Policy, Trigger } from '../../domain/policy.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { type Item, item, type Section } from './chapter.ts';
import { chargeItems } from './charging.ts';
import { columnsOf, conditionText } from './conditions.ts';
import { limitItems } from './limits.ts';
import { isConditional, namesWho, triggersText } from './triggers.ts';
import { AGENT, type Vocabulary } from './vocabulary.ts';

type Paragraph = (clock: Clock, policy: Policy, vocabulary: Vocabulary) => readonly Item[];

/** What is told of a clock, in reading order. */
const paragraphs: readonly Paragraph[] = [
  applies,
  stays,
  starts,
  stops,
  responses,
  pauses,
  cancels,
  resets,
  reopens,
  limitItems,
  stillOpen,
  grades,
  chargeItems,
  month,
  objective,
];

export function clockSections(policy: Policy, vocabulary: Vocabulary): Section[] {
  return policy.clocks.map((clock) => ({
    key: `clock:${clock.id}`,
    title: clockTitle(clock, vocabulary),
    items: paragraphs.flatMap((paragraph) => paragraph(clock, policy, vocabulary)),
  }));
}

export function clockTitle({ title, id }: Pick<Clock, 'title' | 'id'>, { words }: Vocabulary): string {
  const name = titleOf(title, id, words);
  return name === id ? id : words.rules.withId(name, id);
}

function applies({ when }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { clock: words } = vocabulary.words.rules;
  return [item(when.length === 0 ? words.everyTicket : words.tickets(conditionText(when, vocabulary)))];
}

/** A run for each stretch in which something holds, in the place of start, stop and reopening. */
function stays({ during, stop }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { clock: words, or } = vocabulary.words.rules;
  if (during.length === 0) return [];
  const stay = words.stay(conditionText(during, vocabulary), or(columnsOf([during], vocabulary)));
  const others = namesWho(stop) ? [words.notByOthers] : [];
  const early = stop.length === 0 ? [] : [words.stayStop(triggersText(stop, vocabulary)), ...others];
  return [sentence(vocabulary, [stay, ...early])];
}

function starts({ start, during }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  if (during.length > 0) return [];
  const { clock: words } = vocabulary.words.rules;
  return [
    sentence(vocabulary, [
      words.start(triggersText(start, vocabulary)),
      ...(isConditional(start) ? [words.fromTheOutset] : []),
      ...(namesWho(start) ? [words.notByOthers] : []),
    ]),
  ];
}

function stops({ kind, stop, during }: Clock, { records }: Policy, vocabulary: Vocabulary): Item[] {
  if (during.length > 0) return [];
  const { clock: words } = vocabulary.words.rules;
  const isResponse = kind === 'response' || kind === 'next_response';
  const isAnybodys = isResponse && records.actor !== undefined && !namesWho(stop);
  return [
    sentence(vocabulary, [
      words.stop(triggersText(stop, vocabulary)),
      ...(namesWho(stop) ? [words.notByOthers] : []),
      ...(isAnybodys ? [words.byAnybody] : []),
    ]),
  ];
}

/** S17 to S20. */
function responses(clock: Clock, policy: Policy, vocabulary: Vocabulary): Item[] {
  const { rules } = vocabulary.words;
  const { clock: words } = rules;
  if (clock.kind === 'next_response') {
    const anew = clock.reopen === undefined ? [words.nextResponseAnew] : [];
    return [sentence(vocabulary, [words.nextResponse, ...anew])];
  }
  if (clock.kind !== 'response') return [];
  const unanswered =
    clock.unanswered === 'none'
      ? words.resolutionIsNoAnswer
      : words.resolutionAnswers(triggersText(resolutionTriggers(policy), vocabulary));
  const agent = rules.or(vocabulary.roles(AGENT));
  return [item(unanswered), ...(knowsAgents(policy) ? [item(words.createdByAgent[clock.createdByAgent](agent))] : [])];
}

/** The export says who acted, and it or a roster that somebody is an agent. */
function knowsAgents({ records: { actor }, people }: Policy): boolean {
  return actor !== undefined && (actor.role !== undefined || people !== undefined);
}

/** What resolves a ticket: the stops of the clocks of kind resolution, else the event of that name. */
function resolutionTriggers({ clocks, file }: Policy): readonly Trigger[] {
  const stops = clocks.filter(({ kind }) => kind === 'resolution').flatMap(({ stop }) => stop);
  return stops.length > 0 ? stops : [{ kind: 'event', event: 'resolved', when: [], place: { file } }];
}

function pauses(clock: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { pause, pauseTotals = [], totalsWaitingFor, maxPause } = clock;
  const { clock: words, length, and, quoted } = vocabulary.words.rules;
  if (pause.length === 0 && pauseTotals.length === 0) return [item(words.neverRests)];
  const totals = pauseTotals.map((name) => quoted(vocabulary.total(name)));
  const waits = Array.from(totalsWaitingFor ?? [], ([name, whom]) =>
    words.totalWaitsFor(quoted(vocabulary.total(name)), waitedFor(whom, vocabulary)),
  );
  return [
    ...pause.map((rule) => sentence(vocabulary, [pauseText(rule, vocabulary), ...waitText(rule, vocabulary)])),
    ...(totals.length === 0 ? [] : [sentence(vocabulary, [words.pauseTotals(and(totals)), ...waits])]),
    ...(maxPause === undefined ? [] : [item(words.maxPause(length(maxPause, true)))]),
  ];
}

function pauseText(rule: PauseRule, vocabulary: Vocabulary): string {
  const { pause } = vocabulary.words.rules.clock;
  if (rule.kind === 'while') return pause.while(conditionText(rule.when, vocabulary));
  return pause.between(triggersText(rule.from, vocabulary), triggersText(rule.until, vocabulary));
}

/** Whose time that is in the figures; no verdict hangs on it. */
function waitText({ waitingFor }: PauseRule, vocabulary: Vocabulary): string[] {
  if (waitingFor === undefined) return [];
  return [vocabulary.words.rules.clock.waitsFor(waitedFor(waitingFor, vocabulary))];
}

function waitedFor(whom: string, { words }: Vocabulary): string {
  return wordFor(words.time.waitingFor, whom);
}

function cancels({ cancel }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { clock: words } = vocabulary.words.rules;
  if (cancel.length === 0) return [];
  const outset = isConditional(cancel) ? [words.cancelFromTheOutset] : [];
  return [sentence(vocabulary, [words.cancel(triggersText(cancel, vocabulary)), ...outset, words.cancelAfterBreach])];
}

function resets({ reset }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  if (reset.length === 0) return [];
  return [item(vocabulary.words.rules.clock.reset(triggersText(reset, vocabulary)))];
}

/** S15. */
function reopens({ kind, reopen, during }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  if (during.length > 0) return [];
  const { clock: words, length } = vocabulary.words.rules;
  if (reopen === undefined) return kind === 'next_response' ? [] : [item(words.final)];
  const grace = reopen.grace === undefined ? [] : [words.grace(length(reopen.grace, true))];
  return [sentence(vocabulary, [words.reopen[reopen.rule](triggersText(reopen.on, vocabulary)), ...grace])];
}

/** S26; the usual is told once for all clocks. */
function stillOpen({ stillOpen: rule }: Clock, _: Policy, { words }: Vocabulary): Item[] {
  return rule === 'closed-only' ? [item(words.rules.clock.closedOnly)] : [];
}

/** S27; likewise. */
function month({ month: rule }: Clock, _: Policy, { words }: Vocabulary): Item[] {
  return rule === 'decided' ? [] : [item(words.rules.clock.month[rule])];
}

/** Bands by how far over (S26: as of the date of the report for what is still open). */
function grades({ kind, severity }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { clauses, rules } = vocabulary.words;
  const { severity: words, length } = rules;
  if (severity.length === 0) return [];
  const bands = severity.map(({ name, operator, over }) => words.band(name, words.over(operator, length(over, false))));
  return [sentence(vocabulary, [words.bands(clauses(bands)), ...(kind === 'duty' ? [words.missed] : [])])];
}

function objective({ attain }: Clock, _: Policy, vocabulary: Vocabulary): Item[] {
  const { clock: words, percent } = vocabulary.words.rules;
  return attain === undefined ? [] : [item(words.objective(percent(attain)))];
}

function sentence({ words }: Vocabulary, sentences: readonly string[]): Item {
  return item(words.rules.sentences(sentences));
}
