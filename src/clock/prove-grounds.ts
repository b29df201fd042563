import type { Ground } from '../domain/proof.ts';
import type { Verdict } from '../domain/verdict.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** How a breach came to who answers for it: each charge rule that was asked, with the lines of the export it went by. */
export function proveGrounds({ charged }: Verdict, timeline: Timeline): Ground[] {
  const asked = charged?.grounds ?? [];
  return asked.map(({ rule, named, tooShort }, index) => ({
    rule,
    decides: index === asked.length - 1 && charged?.kind !== 'unassigned',
    ...(named !== undefined && { named: placed(named, timeline) }),
    tooShort: tooShort.map((holding) => placed(holding, timeline)),
  }));
}

function placed<Fact extends { readonly row: number }>({ row, ...fact }: Fact, timeline: Timeline) {
  return { ...fact, place: placeOf(timeline.log, row) };
}
