import type { Ground, Proof, ProofRun } from '../domain/proof.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import { item, type Page, type Reader, text } from './page.ts';
import { placeText } from './place.ts';
import { holderName } from './proof-sentences.ts';
import { chargeText } from './rules/charging.ts';
import { partyName } from './views/names.ts';

/**
 * How it came to who answers: each charge rule that was asked, whom it names by which line of the export, and who held the
 * ticket too short (S25). One rule that names somebody at once is told in a line.
 */
export function groundsPage({ grounds, verdict }: ProofRun, records: Proof['records'], reader: Reader): Page {
  const { words } = reader;
  const [only, ...others] = grounds;
  if (only === undefined) return [];
  const vocabulary = { words, field: (name: string) => columnOf(name, records) };
  const rule = ({ rule: asked }: Ground) =>
    asked.kind === 'nobody' ? words.proof.figuresOnly : chargeText(asked, vocabulary);
  if (others.length === 0 && only.decides && only.tooShort.length === 0) {
    // The line before says since when the holder held it.
    const where = only.rule.kind === 'holder' ? [] : whereItStands(only, reader);
    return [text(words.clauses([words.proof.byRule(rule(only)), ...where, ...doubt(verdict, words)]))];
  }
  return [
    text(words.labelled(words.proof.grounds, '').trimEnd()),
    ...grounds.flatMap((ground, index): Page => {
      const mark = `(${index + 1})`;
      const answer = answerOf(ground, verdict, index === grounds.length - 1, reader);
      if (ground.tooShort.length === 0) return [item(mark, words.labelled(rule(ground), answer))];
      const lines = [...shortHoldings(ground, verdict, reader), answer];
      return [item(mark, rule(ground)), ...lines.map((line) => item('-', line, 1))];
    }),
  ];
}

function answerOf(ground: Ground, verdict: ProofRun['verdict'], isLast: boolean, reader: Reader): string {
  const { words } = reader;
  const { charged } = verdict;
  const { rule, named, tooShort, decides } = ground;
  if (!decides || charged === undefined) {
    const why =
      rule.kind === 'unit' && named !== undefined
        ? [words.proof.noUnit(holderName(named, words)), ...whereItStands(ground, reader)]
        : tooShort.length > 0
          ? [words.proof.queuedBefore]
          : [words.proof.ruleNamesNobody];
    return words.clauses([...why, isLast ? words.proof.noNextPerson : words.proof.nextRule]);
  }
  const party = partyName(charged.kind, charged.to, words, charged.name);
  const what =
    rule.kind === 'unit'
      ? [words.proof.ruleNames(party), ...(named === undefined ? [] : [words.proof.byUnitOf(holderName(named, words))])]
      : [tooShort.length > 0 ? words.proof.passedOn(party) : words.proof.ruleNames(party)];
  return words.clauses([...what, ...whereItStands(ground, reader), ...doubt(verdict, words)]);
}

function shortHoldings({ tooShort }: Ground, { run }: ProofRun['verdict'], { words, local }: Reader): string[] {
  const least = words.duration(run.clock.minHolding / 1000);
  return tooShort.map(({ by, since, place, held }) =>
    words.clauses([
      words.proof.heldTooShort(holderName(by, words), words.duration(held / 1000), least),
      words.proof.since(local(since)),
      placeText(place) ?? '',
    ]),
  );
}

/** The export's own header, which the reader knows. */
function columnOf(name: string, records: Proof['records']): string {
  return records?.fields.find(({ field }) => field === name)?.column ?? name;
}

function doubt({ charged }: ProofRun['verdict'], words: Catalogue): string[] {
  return charged?.kind === 'unmatched' ? [words.proof.unmatched] : [];
}

function whereItStands({ rule, named }: Ground, { words, local }: Reader): string[] {
  if (named === undefined) return [];
  const { since, place } = named;
  const when = since === undefined ? [] : [rule.kind === 'stopper' ? local(since) : words.proof.since(local(since))];
  return [...when, placeText(place) ?? ''];
}
