import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Met, ReadShare } from '../../domain/share.ts';

type Moved = Met['moved'];

/** Of each share how much further down its rows stand in their files than it has met them: by what the shares before it have read. */
export function movedLines(shares: readonly Pick<ReadShare, 'lines'>[]): readonly Moved[] {
  const above = new Map<string, number>();
  return shares.map(({ lines }) => {
    const moved = new Map<string, number>();
    for (const [file, { beginning, all }] of lines) {
      const before = above.get(file) ?? 0;
      // The first has read the beginning, too.
      if (before > 0) moved.set(file, before - beginning);
      above.set(file, before + all - beginning);
    }
    return moved;
  });
}

/** The findings with the lines on which they stand in the files. */
export function movedFindings(findings: readonly Diagnostic[], moved: Moved): readonly Diagnostic[] {
  if (moved.size === 0) return findings;
  return findings.map((finding) => {
    const { place } = finding;
    if (place?.line === undefined) return finding;
    return { ...finding, place: { ...place, line: place.line + (moved.get(place.file) ?? 0) } };
  });
}
