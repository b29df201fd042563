import { reachOf } from '../../calendar/spans.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Tally } from '../../domain/event-log.ts';
import type { ReadShare } from '../../domain/share.ts';

/**
 * What the shares have read, as one. A row of a known ticket that is set aside is told by the share that has the ticket; what is
 * told of no ticket (a line below the table, how a file is written) comes from each of them alike, and is told once. `undefined`
 * where they differ in that: then something hangs on all rows together, and what one share tells is not the whole.
 */
export function combinedReadings(shares: readonly ReadShare[]): ReadShare | undefined {
  const findings = combinedFindings(shares.map((share) => share.findings));
  const [first] = shares;
  if (first === undefined || findings === undefined) return undefined;
  const tallies: Tally[] = [];
  for (const [index, { file }] of first.tallies.entries()) {
    const tally = combinedTally(shares.map((share) => countOf(share, index)));
    if (tally?.file !== file) return undefined;
    tallies.push(tally);
  }
  return { extent: reachOf(shares.flatMap(({ extent }) => extent ?? [])), tallies, findings };
}

/** Told of a row of one ticket, and by one share alone. */
function isOwn({ ticket, place, count = 1 }: Diagnostic): boolean {
  return ticket !== undefined && place?.line !== undefined && count === 1;
}

/** In the order in which one thread would have told them: in each file that of its lines. */
function combinedFindings(lists: readonly (readonly Diagnostic[])[]): Diagnostic[] | undefined {
  const rest = lists.map((list) => [...list]);
  const combined: Diagnostic[] = [];
  for (;;) {
    const own = rest.filter(([head]) => head !== undefined && isOwn(head));
    if (own.length > 0) {
      const [next] = own.toSorted(([a], [b]) => (a?.place?.line ?? 0) - (b?.place?.line ?? 0));
      combined.push(...(next?.splice(0, 1) ?? []));
      continue;
    }
    const heads = rest.map((list) => list.shift());
    const [first] = heads;
    if (heads.some((head) => JSON.stringify(head) !== JSON.stringify(first))) return undefined;
    if (first === undefined) return combined;
    combined.push(first);
  }
}

/** What a share has seen of a file: rows that it used, rows that it alone has set aside, and those that all have. */
interface FileCount {
  readonly tally: Tally;
  readonly used: number;
  readonly own: ReadonlyMap<string, number>;
  readonly common: ReadonlyMap<string, number>;
}

function countOf({ tallies, findings }: ReadShare, index: number): FileCount | undefined {
  const tally = tallies[index];
  if (tally === undefined) return undefined;
  const own = new Map<string, number>();
  for (const finding of findings) {
    const isOfRow = isOwn(finding) && finding.place?.file === tally.file && tally.setAside.has(finding.code);
    if (isOfRow) own.set(finding.code, (own.get(finding.code) ?? 0) + 1);
  }
  const common = new Map<string, number>();
  for (const [reason, count] of tally.setAside) {
    const left = count - (own.get(reason) ?? 0);
    if (left !== 0) common.set(reason, left);
  }
  return { tally, used: tally.rows - rowsIn(tally.setAside), own, common };
}

function combinedTally(counts: readonly (FileCount | undefined)[]): Tally | undefined {
  const [first] = counts;
  if (first === undefined) return undefined;
  const { file, written } = first.tally;
  const alike = JSON.stringify([file, written, [...first.common]]);
  const setAside = new Map(first.common);
  let rows = rowsIn(first.common);
  for (const each of counts) {
    if (each === undefined) return undefined;
    const { tally, used, own, common } = each;
    if (JSON.stringify([tally.file, tally.written, [...common]]) !== alike) return undefined;
    for (const [reason, count] of own) setAside.set(reason, (setAside.get(reason) ?? 0) + count);
    rows += used + rowsIn(own);
  }
  return { ...first.tally, rows, setAside };
}

function rowsIn(setAside: ReadonlyMap<string, number>): number {
  let rows = 0;
  for (const count of setAside.values()) rows += count;
  return rows;
}
