import type { Proof } from '../../../domain/proof.ts';
import type { Report } from '../../../domain/report.ts';
import { MOST_PROOFS } from '../../../domain/run-line.ts';
import { titleOf } from '../../../locale/catalogue.ts';
import { byCodeUnits } from '../../order.ts';
import { proofPage } from '../../proof-page.ts';
import type { Shown } from '../../views/view.ts';
import { renderBlocks } from './blocks.ts';
import { explainCommand } from './commands.ts';
import { asId, escaped } from './escape.ts';
import { fold, foldTitle } from './fold.ts';
import { idsOf, type Rendering } from './rendering.ts';
import { isNotable, listedRuns } from './run-list.ts';

/** The proofs of a page, `MOST_PROOFS` of them, are in about so many characters, so that it can be sent by mail. */
const MOST_SIGNS = 4_000_000;

export interface Proofs {
  /** Tickets whose proof is on the page. */
  readonly tickets: ReadonlySet<string>;
  readonly chapter: string;
}

/** The chapter of all proofs. */
export const PROOFS = 'proofs';

/** The place of a ticket's proof. */
export function proofLink(ticket: string): string {
  return `#${proofId(ticket)}`;
}

function proofId(ticket: string): string {
  return `ticket-${asId(ticket)}`;
}

/**
 * The proofs of the tickets behind a report, each closed until it is opened: breached, excused and undecided ones first, then the
 * others, as long as there is room; in the page they stand by ticket. What is left out is told with the command that shows it.
 */
export function proofsOf(shown: Shown, rendering: Rendering): Proofs {
  const { report, proofOf } = shown;
  const runs = report.details === undefined ? [] : listedRuns(report.details);
  const all = [...new Set([...runs.filter(isNotable), ...runs].map(({ ticket }) => ticket))];
  const proofs = new Map<string, string>();
  let signs = 0;
  for (const ticket of all) {
    if (proofOf === undefined || proofs.size >= MOST_PROOFS || signs >= MOST_SIGNS) break;
    const proof = proofOf(ticket);
    if (proof === undefined) continue;
    // Ids of its own, whatever other proofs there are.
    const inside = { ...rendering, proofOf: () => undefined, freshId: idsOf(`${proofId(ticket)}-`) };
    const [, ...page] = proofPage(proof, rendering.options);
    const text = wrapped(
      proof,
      renderBlocks(page, { level: 5, name: rendering.options.words.proof.title(ticket) }, inside),
      rendering,
    );
    proofs.set(ticket, text);
    signs += text.length;
  }
  if (proofs.size === 0) return { tickets: new Set(), chapter: '' };
  const left = all.length - proofs.size;
  return { tickets: new Set(proofs.keys()), chapter: chapterOf(proofs, left, report, rendering) };
}

/** Closed it says what became of the ticket's runs. */
function wrapped({ ticket, runs }: Proof, body: string, { options }: Rendering): string {
  const { words } = options;
  const outcomes = runs.map(({ verdict }) => {
    const { clock } = verdict.run;
    return words.labelled(titleOf(clock.title, clock.id, words), words.outcomes[verdict.outcome]);
  });
  const said = `<span>${escaped(words.clauses([...new Set(outcomes)]))}</span>`;
  const summary = `${foldTitle(words.proof.title(ticket), 4)} ${said}`;
  return fold({ look: 'proof', id: proofId(ticket), summary, body });
}

function chapterOf(proofs: ReadonlyMap<string, string>, left: number, report: Report, { options }: Rendering): string {
  const { words } = options;
  const say = words.page.proofs;
  const command = `<code>${escaped(explainCommand({ report, words }))}</code>`;
  const texts = [...proofs].sort(([a], [b]) => byCodeUnits(a, b)).map(([, text]) => text);
  const body = [
    `<p>${escaped(say.about)}</p>\n`,
    left === 0 ? '' : `<p>${escaped(say.leftOut(left))} ${command}</p>\n`,
    ...texts,
  ].join('');
  return fold({ look: 'chapter folded', id: PROOFS, summary: foldTitle(say.title, 3), body });
}
