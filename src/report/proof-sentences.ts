import type { Excuse } from '../domain/excuse.ts';
import type { HandOver, Holder, ProofRun } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import { OUTCOMES, type Verdict } from '../domain/verdict.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import { iso } from './iso.ts';
import { type Reader, wordFor } from './page.ts';
import { placeText } from './place.ts';
import { partyName } from './views/names.ts';
import { decisionText } from './views/remarks.ts';

/** The record's `reason` in words: what its kind means, and its detail in the reader's language where we know how. */
export function reasonLines(verdict: Verdict, words: Catalogue): string[] {
  // Of an excused breach the decision itself is told, at the end.
  if (verdict.reason === '' || verdict.outcome === 'excused') return [];
  const [, kind = '', detail = ''] = /^([^:]*)(?:: (.*))?$/s.exec(verdict.reason) ?? [];
  const sentence = wordFor(words.remarks, kind);
  const more = detailText(verdict, detail, words);
  return [words.proof.reason(more === '' ? sentence : words.inBrackets(sentence, more))];
}

function detailText({ bounds, reason }: Verdict, detail: string, words: Catalogue): string {
  if (bounds !== undefined && reason.startsWith('imprecise')) {
    return words.between(words.duration(bounds.best / 1000), words.duration(bounds.worst / 1000));
  }
  const [, rounds, first] = /^(\d+) rounds, first stop (.*)$/.exec(detail) ?? [];
  const outcome = OUTCOMES.find((each) => each === first);
  return rounds !== undefined && outcome !== undefined ? words.rounds(Number(rounds), outcome) : detail;
}

/** The sum, the instant at which the time ran out, and who answers. */
export function outcomeLines({ verdict, holder }: ProofRun, reader: Reader): string[] {
  const { words, local } = reader;
  const breached = verdict.outcome === 'breached' || verdict.outcome === 'excused';
  const at = (instant: Instant) => words.inBrackets(local(instant), iso(instant));
  const lines = sum(verdict, words);
  if (verdict.dueAt !== undefined) {
    lines.push(words.labelled(breached ? words.proof.ranOut : words.proof.wouldRunOut, at(verdict.dueAt)));
  }
  if (!breached) return lines;
  lines.push(heldBy(holder, reader));
  if (verdict.charged !== undefined) {
    const { kind, to, name, offDuty } = verdict.charged;
    const away = offDuty === undefined ? [] : [words.breachList.offDuty[offDuty]];
    lines.push(words.proof.charged(words.clauses([partyName(kind, to, words, name), ...away])));
  }
  if (verdict.severity !== undefined) lines.push(words.proof.severity(wordFor(words.titles, verdict.severity)));
  if (verdict.excuse !== undefined) lines.push(decided(verdict.excuse, reader));
  return lines;
}

/** The decision on the breach, with the line of the file that says so. */
function decided(excuse: Excuse, reader: Reader): string {
  const place = placeText(excuse.place);
  const sentence = decisionText({ ...excuse, at: iso(excuse.at) }, reader);
  return place === null ? sentence : reader.words.clauses([sentence, place]);
}

function sum(verdict: Verdict, words: Catalogue): string[] {
  const { elapsed, within, over, paused, excluded, wall, outcome, run } = verdict;
  if (elapsed === undefined) return [];
  const length = (millis: number) => words.duration(millis / 1000);
  const lines = [];
  if (within === undefined) {
    lines.push(words.proof.sumWithout(length(elapsed)));
  } else {
    const beyond = over ?? elapsed - within;
    const isOver = outcome === 'breached' || outcome === 'excused';
    const isMissed = isOver && run.clock.kind === 'duty';
    const rest = isMissed
      ? words.proof.missed
      : isOver
        ? words.proof.over(length(beyond))
        : words.proof.left(length(within - elapsed));
    lines.push(words.labelled(words.proof.sum(length(elapsed), length(within)), rest));
  }
  if (paused !== undefined && excluded !== undefined && wall !== undefined) {
    lines.push(words.proof.takenOut(length(paused), length(excluded), length(wall)));
  }
  return lines;
}

/** Who had the ticket at that instant, since when, by which line of the export. */
export function heldBy(holder: ProofRun['holder'], { words, local }: Reader): string {
  if (holder === undefined) return words.proof.heldByNobody;
  const since = holder.since === undefined ? [] : [words.proof.since(local(holder.since))];
  const place = placeText(holder.place);
  return words.clauses([words.proof.heldBy(holderName(holder, words)), ...since, ...(place === null ? [] : [place])]);
}

/** By the roster's name with the id, or as the export has it. */
export function holderName(holder: Holder | undefined, words: Catalogue): string {
  if (holder === undefined) return words.proof.nobody;
  return partyName('employee', holder.id ?? holder.name, words, holder.id === undefined ? undefined : holder.name);
}

/** Each hand-over with the time that was left then (S25). */
export function handOverLines(handOvers: readonly HandOver[], { words, local }: Reader): string[] {
  return handOvers.map(({ at, place, from, to, left }) => {
    const what =
      from === undefined
        ? words.proof.handedTo(holderName(to, words))
        : words.proof.handedOver(holderName(from, words), holderName(to, words));
    const length = left === undefined ? undefined : words.duration(Math.abs(left) / 1000);
    const rest =
      length === undefined || left === undefined
        ? []
        : [left < 0 ? words.proof.overThen(length) : words.proof.leftThen(length)];
    const line = placeText(place);
    return words.labelled(local(at), words.clauses([what, ...rest, ...(line === null ? [] : [line])]));
  });
}
