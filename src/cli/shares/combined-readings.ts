import { reachOf } from '../../calendar/spans.ts';
import { KEPT } from '../../diagnostics/finding-list.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Tally } from '../../domain/event-log.ts';
import type { ReadShare } from '../../domain/share.ts';

/** What all shares have read. */
export type WholeReading = Pick<ReadShare, 'extent' | 'tallies' | 'findings'>;

type Reading = WholeReading & Pick<ReadShare, 'standsAlone'>;

/**
 * What the shares have read, in the order of the files and of the lines in them, as one. `undefined` where what one tells may hang on rows
 * of another.
 */
export function combinedReadings(shares: readonly Reading[]): WholeReading | undefined {
  if (!shares.every(({ standsAlone }) => standsAlone)) return undefined;
  const findings = combinedFindings(shares.map((share) => share.findings));
  const tallies = combinedTallies(shares.flatMap((share) => share.tallies));
  if (findings === undefined || tallies === undefined) return undefined;
  return { extent: reachOf(shares.flatMap(({ extent }) => extent ?? [])), tallies, findings };
}

/** The first tells what is told of the exports and files as a whole; others may tell no more than the same, and what is to be said of rows. */
function combinedFindings([first = [], ...others]: readonly (readonly Diagnostic[])[]): Diagnostic[] | undefined {
  const known = new Set(first.map((finding) => JSON.stringify(finding)));
  const combined = [...first];
  for (const finding of others.flat()) {
    if (finding.place?.line !== undefined) combined.push(finding);
    else if (!known.has(JSON.stringify(finding))) return undefined;
  }
  // Of very many of a kind the rest is counted, and a header in between is one for what follows in other pieces, too.
  const hangsTogether = combined.some(({ code, count }) => count !== undefined || code === 'header-changed');
  return hangsTogether || combined.length > KEPT ? undefined : combined;
}

/** Pieces of one file stand one behind the other. */
function combinedTallies(tallies: readonly Tally[]): Tally[] | undefined {
  const combined: Tally[] = [];
  for (const tally of tallies) {
    const last = combined.at(-1);
    if (last?.file !== tally.file) {
      combined.push(tally);
      continue;
    }
    if (JSON.stringify(last.written) !== JSON.stringify(tally.written)) return undefined;
    combined[combined.length - 1] = { ...tally, rows: last.rows + tally.rows, setAside: summed(last, tally) };
  }
  return combined;
}

/** In the order in which one thread would have met them. */
function summed(one: Tally, other: Tally): ReadonlyMap<string, number> {
  const setAside = new Map(one.setAside);
  for (const [reason, count] of other.setAside) setAside.set(reason, (setAside.get(reason) ?? 0) + count);
  return setAside;
}
