import type { BreachLine } from '../domain/breach-line.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Proof, ProofRun, Reckoned } from '../domain/proof.ts';
import { breachText, type ClockTitles } from './consequence-words.ts';
import { type Reader, wordFor } from './page.ts';
import { placeText } from './place.ts';
import { groundsPage } from './proof-grounds.ts';
import { reckonedText } from './proof-reckoned.ts';
import { heldBy } from './proof-sentences.ts';
import { decisionText } from './views/remarks.ts';

/** What stands behind a breach. */
export interface BreachProof {
  readonly run: ProofRun;
  /** How the export was read: its reader knows the words of the export. */
  readonly records: Proof['records'];
}

/**
 * A breach as the one who answers for it is told: which promise, how late, from which lines of the export, and who held it
 * then; the decision on it, if there is one.
 */
export function breachParagraph(
  line: BreachLine,
  proof: BreachProof | undefined,
  clocks: ClockTitles,
  reader: Reader,
): string[] {
  const { words, local } = reader;
  const say = words.statement;
  const at = (instant: string) => local(Date.parse(instant));
  const moment = (label: string, instant: string | null, place?: Place, reckoned?: Reckoned) => {
    const where = placeText(place);
    if (instant === null || instant === '') return [];
    const how = reckoned === undefined ? [] : [reckonedText(reckoned, proof?.records, words)];
    return [words.labelled(label, words.clauses([at(instant), ...how, ...(where === null ? [] : [where])]))];
  };
  const severity = line.severity === null ? [] : [wordFor(words.titles, line.severity)];
  return [
    words.clauses([breachText(line, clocks, words), ...severity]),
    ...lengths(line, proof, reader),
    say.ranOut(at(line.dueAt)),
    ...moment(words.proof.started, line.startedAt, proof?.run.start, proof?.run.startReckoned),
    ...(line.stoppedAt === null && line.cancelledAt === null && !isDuty(proof) ? [words.proof.notStopped] : []),
    ...moment(words.proof.stopped, line.stoppedAt, proof?.run.stop, proof?.run.stopReckoned),
    ...moment(words.proof.cancelled, line.cancelledAt),
    ...(proof === undefined ? [] : [heldBy(proof.run.holder, reader), ...grounds(proof, reader)]),
    ...(line.offDuty === null ? [] : [words.breachList.offDuty[line.offDuty]]),
    ...decision(line, reader),
  ];
}

/** A duty's missed interval has no stop and yet is over. */
function isDuty(proof: BreachProof | undefined): boolean {
  return proof?.run.verdict.run.clock.kind === 'duty';
}

function lengths({ within, elapsed, over }: BreachLine, proof: BreachProof | undefined, { words }: Reader): string[] {
  if (within === null) return [];
  if (isDuty(proof)) return [words.statement.interval(words.duration(within))];
  if (elapsed === null || over === null) return [];
  const { paused = 0, excluded = 0, wall } = proof?.run.verdict ?? {};
  const inWords = (millis: number) => words.duration(millis / 1000);
  return [
    words.statement.promised(words.duration(within), words.duration(elapsed), words.duration(over)),
    ...(paused + excluded > 0 && wall !== undefined
      ? [words.proof.takenOut(inWords(paused), inWords(excluded), inWords(wall))]
      : []),
  ];
}

/** Why somebody is charged, where it is not simply that they held the ticket then. */
function grounds({ run, records }: BreachProof, reader: Reader): string[] {
  const [first, ...others] = run.grounds;
  if (first === undefined) return [];
  if (first.rule.kind === 'holder' && first.tooShort.length === 0 && others.length === 0) return [];
  return groundsPage(run, records, reader).flatMap((block) => {
    if (block.kind === 'item') return [`${'  '.repeat(block.level + 1)}${block.mark} ${block.text}`];
    return block.kind === 'text' ? [block.text] : [];
  });
}

function decision({ excuse, outcome }: BreachLine, reader: Reader): string[] {
  const { words } = reader;
  if (excuse === null) return [];
  const counts = outcome === 'excused' ? words.statement.notCounted : words.statement.counts;
  return [words.clauses([decisionText(excuse, reader), counts])];
}
