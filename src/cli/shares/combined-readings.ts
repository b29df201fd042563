import { reachOf } from '../../calendar/spans.ts';
import { KEPT } from '../../diagnostics/finding-list.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Tally } from '../../domain/event-log.ts';
import type { Met, ReadShare } from '../../domain/share.ts';
import { movedFindings, movedLines } from './moved-lines.ts';

/** What all shares have read. */
export interface WholeReading extends Pick<ReadShare, 'extent' | 'tallies' | 'findings'> {
  /** Of each share. */
  readonly moved: readonly Met['moved'][];
}

type Reading = Omit<ReadShare, 'doubtful' | 'hashes'>;

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
  if (!isToldAlike(findings, shares)) return undefined;
  return { extent: reachOf(shares.flatMap(({ extent }) => extent ?? [])), tallies, findings, moved };
}

/** Whether of the beginnings that shares have read a second time, and of their files, just that is told which each of them would tell. */
function isToldAlike(whole: readonly Diagnostic[], shares: readonly Reading[]): boolean {
  const told = asTexts(whole);
  return shares.every(({ findings, again, lines }) => {
    const own = asTexts([...again, ...findings.filter(isOfFile)]);
    const isAgain = ({ place }: Diagnostic) => (lines.get(place?.file ?? '')?.beginning ?? 0) > 0;
    return (
      again.every((finding) => told.has(JSON.stringify(finding))) &&
      whole
        .filter((finding) => isOfFile(finding) && isAgain(finding))
        .every((finding) => own.has(JSON.stringify(finding)))
    );
  });
}

function isOfFile({ place }: Diagnostic): boolean {
  return place !== undefined && place.line === undefined;
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
