import type { ConsequenceLine } from '../domain/consequence-figures.ts';
import type { ProofRun } from '../domain/proof.ts';
import { type Catalogue, titleOf } from '../locale/catalogue.ts';
import { conditionTexts, consequenceName, reachedText, stepText, worthText } from './consequence-words.ts';
import { heading, type Page, type Reader, text } from './page.ts';
import { bearerName } from './views/names.ts';

/** From a breach to what follows from it: what it reached itself, and what later breaches reached with it. */
export function followingPage({ verdict, consequences }: ProofRun, reader: Reader): Page {
  const { following } = reader.words.consequences;
  if (consequences === undefined) return [];
  const { ticket, run } = verdict;
  const isReached = ({ breach }: ConsequenceLine) =>
    breach?.ticket === ticket && breach.clock === run.clock.id && breach.cycle === run.cycle;
  const isExcused = verdict.outcome === 'excused';
  return [
    heading(following.title),
    ...(consequences.length > 0 ? [] : [text(isExcused ? following.excused : following.none)]),
    ...consequences.filter(isReached).map((line) => text(reachedLine(line, reader))),
    ...alsoIn(
      consequences.filter((line) => !isReached(line)),
      reader,
    ).map(text),
  ];
}

/** `Counted as the 3rd breach in 2026-10: fine CNY 200.00 (Fine per breach, tier 3), for 李娜 (E1)`. */
function reachedLine(line: ConsequenceLine, reader: Reader): string {
  const { words } = reader;
  const { following } = words.consequences;
  const what = words.clauses([
    words.inBrackets(worded(line, words), stepText(line, words)),
    // Without a customer the record names the ticket.
    ...(line.who === line.breach?.ticket ? [] : [following.for(bearerName(line, words))]),
    ...conditionTexts(line, reader),
  ]);
  const reached = reachedText(line, words);
  return reached === '' ? words.asTitle(what) : words.labelled(following.countedAs(reached), what);
}

/** So many later steps of a ladder are told. */
const TOLD = 4;

/** A line for each ladder whose later steps counted it, too. */
function alsoIn(lines: readonly ConsequenceLine[], { words }: Reader): string[] {
  const { following } = words.consequences;
  const ladders = [...new Set(lines.map(({ ladder, kind, who }) => JSON.stringify([ladder, kind, who])))];
  return ladders.flatMap((ladder) => {
    const steps = lines.filter((line) => JSON.stringify([line.ladder, line.kind, line.who]) === ladder);
    const [first] = steps;
    if (first === undefined) return [];
    const told = steps
      .slice(0, TOLD)
      .map((line) => following.with(worded(line, words), line.breach?.ticket ?? words.unknown));
    const more = steps.length > TOLD ? [following.more(steps.length - TOLD)] : [];
    const title = titleOf(first.title, first.ladder, words);
    return [words.labelled(following.countedIn(title, bearerName(first, words)), words.list([...told, ...more]))];
  });
}

function worded(line: ConsequenceLine, words: Catalogue): string {
  const worth = worthText(line, words);
  const name = consequenceName(line, words);
  return worth === '' ? name : `${name} ${worth}`;
}
