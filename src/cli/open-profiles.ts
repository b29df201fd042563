import { profileExports } from '../audit/inspecting.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { TableProfile } from '../domain/profile.ts';
import { parseFileOptions } from '../run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findExports } from './exports.ts';
import { isError, tellDiagnostics } from './findings.ts';
import { tellObstacles } from './open-audit.ts';
import { readWatched } from './read-watched.ts';
import type { FileRequest } from './reading-options.ts';
import { refuse, tell } from './tell.ts';
import type { World } from './world.ts';

/** The tables of exports, read without a policy. */
interface Profiles {
  /** At least one. */
  readonly profiles: readonly TableProfile[];
  /** The exports' names, those of folders and patterns one by one. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic<Code>[];
  /** 65 where a file could not be read, though others could. */
  readonly exit?: ExitCode;
}

/** From arguments to profiles; what is in their way is told, and gives the exit code. */
export async function openProfiles(
  world: World,
  given: readonly string[],
  request: FileRequest & { readonly output?: string; readonly quiet?: boolean },
): Promise<Profiles | { readonly exit: ExitCode }> {
  const quiet = request.quiet === true;
  const file = parseFileOptions(request);
  if ('fault' in file) return { exit: await refuse(world, file.fault.message, file.fault.hint) };
  const exports = await findExports(world, given);
  const obstacle = await tellObstacles(world, undefined, exports, request);
  if (obstacle !== undefined) return { exit: obstacle };
  const reading = await readWatched(world, exports.readable, quiet, (sources) => profileExports(sources, file.options));
  if ('exit' in reading) return reading;
  const { value: profiles, diagnostics: found } = reading.result;
  const files = exports.readable.map(({ name }) => name);
  const diagnostics = [...exports.notes, ...found];
  const isFaulty = diagnostics.some(isError);
  if (profiles.length > 0) return { profiles, files, diagnostics, ...(isFaulty && { exit: EXIT.unusableExport }) };
  await tellDiagnostics(world, diagnostics, { quiet });
  if (!isFaulty) await tell(world, withoutTable(files));
  return { exit: EXIT.unusableExport };
}

/** A list without elements, a log without events: nothing is wrong with it, and nothing is in it. */
function withoutTable(names: readonly string[]): string {
  return `slaudit: there is not one row in ${names.map((name) => `"${name}"`).join(', ')}\n  Export it again, or name another file.\n`;
}
