import type { PauseRule } from '../domain/policy.ts';
import type { PassedOver, Proof, ProofPause, ProofRun } from '../domain/proof.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import { type Reader, roleWord } from './page.ts';
import { placeText } from './place.ts';
import { type BothWords, bothWords } from './proof-conditions.ts';

/** What could have started or stopped the clock and did not, and why. */
export function passedOverLines(run: ProofRun, { records }: Proof, { words, local }: Reader): string[] {
  const both = bothWords(records, words);
  const lines = run.passedOver.map(({ at, event, actor, role, place, part, why }) => {
    const named = [actor, role && roleWord(role, words)].filter((text) => text !== undefined);
    const who =
      named.length === 0
        ? []
        : [named.length === 1 ? (named[0] ?? '') : words.inBrackets(named[0] ?? '', named[1] ?? '')];
    const what = words.clauses([`${local(at)} ${both.event(event)}`, ...who, placeText(place) ?? '']);
    return words.labelled(words.proof.passedOver[part], words.labelled(what, reasonOf(why, both, words)));
  });
  return run.morePassedOver === 0 ? lines : [...lines, words.proof.morePassedOver(run.morePassedOver)];
}

function reasonOf(why: PassedOver['why'], both: BothWords, words: Catalogue): string {
  switch (why.kind) {
    case 'actor':
      return words.clauses([
        ...(why.by.roles === undefined ? [] : [words.proof.notInRole(words.list(why.by.roles.map(both.role)))]),
        ...(why.by.actors === undefined ? [] : [words.proof.notAmong(words.list(why.by.actors))]),
      ]);
    case 'condition':
      return words.proof.notWhile(both.condition(why.tests.map(({ test }) => test)));
    case 'before-start':
      return words.proof.beforeStart;
  }
}

/** Each pause: its rule, from which row to which, and whether it was cut. */
export function pauseLines({ pauses, verdict }: ProofRun, { records }: Proof, { words, local }: Reader): string[] {
  const both = bothWords(records, words);
  const most = verdict.run.clock.maxPause;
  const placed = pauses.map(({ rules, start, end, began, ended, isCut }: ProofPause) => {
    const from = words.proof.pausedFrom(words.inBrackets(local(start), placeText(began) ?? ''));
    const until =
      end === undefined
        ? words.proof.pausedOn
        : words.proof.pausedUntil(
            ended === undefined || isCut ? local(end) : words.inBrackets(local(end), placeText(ended) ?? ''),
          );
    const whole = isCut && ended !== undefined ? [words.proof.wentOn(placeText(ended) ?? '')] : [];
    const cut = isCut && most !== undefined ? [words.proof.pauseCut(words.duration(most / 1000)), ...whole] : [];
    const what = words.list(rules.map((rule) => pauseText(rule, both, words)));
    return words.labelled(words.asTitle(words.spans.pause), words.clauses([what, from, until, ...cut]));
  });
  const { unplacedPause: unplaced, clock } = verdict.run;
  if (unplaced === undefined) return placed;
  const columnOf = (name: string) => records?.durations.find((each) => each.name === name)?.column ?? name;
  const lengths = [...new Set([unplaced.least, unplaced.most])].map((length) => words.duration(length / 1000));
  const told = words.proof.unplacedPause(words.list((clock.pauseTotals ?? []).map(columnOf)), lengths);
  return [...placed, words.labelled(words.asTitle(words.spans.pause), told)];
}

function pauseText(rule: PauseRule, both: BothWords, words: Catalogue): string {
  if (rule.kind === 'while') return both.condition(rule.when);
  return words.proof.betweenEvents(both.triggers(rule.from), both.triggers(rule.until));
}
