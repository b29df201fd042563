import { reachOf } from '../../calendar/spans.ts';
import { KEPT } from '../../diagnostics/finding-list.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Tally } from '../../domain/event-log.ts';
import type { ReadShare } from '../../domain/share.ts';
import { movedFindings, movedLines } from './moved-lines.ts';

/** What all shares have read. */
export type WholeReading = Pick<ReadShare, 'extent' | 'tallies' | 'findings'>;

type Reading = WholeReading & Pick<ReadShare, 'standsAlone' | 'again' | 'lines'>;

/**
 * What the shares have read, in the order of the files and of the lines in them, as one. `undefined` where what one tells may hang on rows
 * of another.
 */
export function combinedReadings(shares: readonly Reading[]): WholeReading | undefined {
  if (!shares.every(({ standsAlone }) => standsAlone)) return undefined;
  const moved = movedLines(shares);
  const findings = combinedFindings(shares.map((share, index) => movedFindings(share.findings, moved[index]!)));
  const tallies = combinedTallies(shares.flatMap((share) => share.tallies));
  if (findings === undefined || tallies === undefined) return undefined;
  if (!shares.every((share) => isToldAlike(findings, share))) return undefined;
  return { extent: reachOf(shares.flatMap(({ extent }) => extent ?? [])), tallies, findings };
}

/** Whether of the beginnings that a share has read a second time, and of their files, just that is told which it would tell. */
function isToldAlike(whole: readonly Diagnostic[], { findings, again, lines }: Reading): boolean {
  const told = asTexts(whole);
  const own = asTexts([...again, ...findings]);
  const isOfItsFiles = ({ place }: Diagnostic) =>
    place !== undefined && place.line === undefined && (lines.get(place.file)?.beginning ?? 0) > 0;
  return (
    again.every((finding) => told.has(JSON.stringify(finding))) &&
    whole.filter(isOfItsFiles).every((finding) => own.has(JSON.stringify(finding)))
  );
}

/** The first tells what is told of the exports and files as a whole; others may tell no more than the same, and what is to be said of rows. */
function combinedFindings([first = [], ...others]: readonly (readonly Diagnostic[])[]): Diagnostic[] | undefined {
  const known = asTexts(first);
  const combined = [...first];
  for (const finding of others.flat()) {
    if (finding.place?.line !== undefined) combined.push(finding);
    else if (!known.has(JSON.stringify(finding))) return undefined;
  }
  // Of very many of a kind the rest is counted.
  const isCounted = combined.some(({ count }) => count !== undefined);
  return isCounted || combined.length > KEPT ? undefined : combined;
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

function asTexts(findings: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(findings.map((finding) => JSON.stringify(finding)));
}
