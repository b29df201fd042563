/**
 * The known word that was probably meant, or `undefined` when none is near.
 *
 * Near: at most one slip (a letter wrong, missing, too many, or two swapped) per four letters, at least one for
 * words of two letters or more, and never more than `slips`. Case, spaces, `-` and `_` do not count. Of equally
 * near words the earlier one.
 */
export function suggest(
  word: string,
  known: readonly string[],
  slips: number = Number.POSITIVE_INFINITY,
): string | undefined {
  const meant = normalize(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (candidate === word) continue;
    const letters = normalize(candidate);
    const longer = Math.max(meant.length, letters.length);
    const allowed = Math.min(longer < 2 ? 0 : Math.max(1, Math.floor(longer / 4)), slips, bestDistance - 1);
    // The difference in length is a lower bound: most candidates of a long list end here.
    if (Math.abs(meant.length - letters.length) > allowed) continue;
    const found = distance(meant, letters);
    if (found > allowed || found === longer) continue;
    best = candidate;
    bestDistance = found;
  }
  return best;
}

function normalize(word: string): string[] {
  return [
    ...word
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s_-]/g, ''),
  ];
}

/** Damerau-Levenshtein distance in which no letter is touched twice (optimal string alignment). */
function distance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
