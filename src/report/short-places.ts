import type { Place } from '../domain/diagnostic.ts';
import type { ProofRun } from '../domain/proof.ts';

/** Where something stands in the exports, in a proof's short form. */
function placesOf({ start, stop, holder, grounds }: ProofRun): Place[] {
  const named = grounds.flatMap((ground) => [ground.named?.place, ...ground.tooShort.map(({ place }) => place)]);
  return [start, stop, holder?.place, ...named].filter((place) => place !== undefined);
}

/** The files that proofs point to, in the order of their names. */
export function filesOf(runs: readonly ProofRun[]): string[] {
  return [...new Set(runs.flatMap((run) => placesOf(run).map(({ file }) => file)))].sort();
}

/** The same proof with the last part of each path, unless two files share it: the whole path is told once, above. */
export function withShortPlaces(run: ProofRun, files: readonly string[]): ProofRun {
  const short = <Given extends Place | undefined>(place: Given): Given =>
    place === undefined ? place : { ...place, file: lastPart(place.file, files) };
  const { start, stop, holder } = run;
  return {
    ...run,
    ...(start !== undefined && { start: short(start) }),
    ...(stop !== undefined && { stop: short(stop) }),
    ...(holder?.place !== undefined && { holder: { ...holder, place: short(holder.place) } }),
    grounds: run.grounds.map(({ named, tooShort, ...ground }) => ({
      ...ground,
      ...(named !== undefined && { named: { ...named, place: short(named.place) } }),
      tooShort: tooShort.map((holding) => ({ ...holding, place: short(holding.place) })),
    })),
  };
}

/** The last part of a path, unless another of the files has the same one. */
export function lastPart(file: string, files: readonly string[]): string {
  const last = (path: string) => path.split(/[/\\]/).at(-1) ?? path;
  return files.filter((other) => last(other) === last(file)).length > 1 ? file : last(file);
}
