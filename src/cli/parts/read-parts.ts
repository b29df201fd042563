import type { Code } from '../../diagnostics/codes.ts';
import { say } from '../../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../../domain/diagnostic.ts';
import { byCodeUnits } from '../../figures/order.ts';
import { digest } from '../digest.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { lost } from '../exports.ts';
import { tellDiagnostics } from '../findings.ts';
import type { Session } from '../session.ts';
import { tell } from '../tell.ts';
import { isSystemError } from '../world.ts';
import { type PartFile, readPart, THIS_TOOL } from './part-file.ts';

/** A part and the file it stands in. */
interface ReadPart {
  readonly file: string;
  readonly sha256: string;
  readonly part: PartFile;
}

/** Reads parts and holds them against each other, or tells what is in the way of making one whole of them. */
export async function readParts(
  session: Session,
  files: readonly string[],
): Promise<{ readonly parts: readonly PartFile[] } | { readonly exit: ExitCode }> {
  const read: ReadPart[] = [];
  const faults: Diagnostic<Code>[] = [];
  for (const file of files) {
    let content: Uint8Array;
    try {
      content = await session.files.read(file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== 'ENOENT') {
        faults.push(noPart(file));
        continue;
      }
      await tell(session, await lost(session, file));
      return { exit: EXIT.fileNotFound };
    }
    const part = readPart(new TextDecoder().decode(content));
    if (part === undefined) faults.push(noPart(file));
    else read.push({ file, sha256: digest(content).sha256, part });
  }
  if (faults.length === 0) faults.push(...disagreements(read));
  if (faults.length > 0) {
    await tellDiagnostics(session, faults, { quiet: false });
    return { exit: EXIT.unusableExport };
  }
  // In whatever order they were named, the whole is the same.
  read.sort((a, b) => byCodeUnits(a.sha256, b.sha256));
  return { parts: read.map(({ part }) => part) };
}

function noPart(file: string): Diagnostic<Code> {
  return {
    code: 'bad-part',
    place: { file },
    message: say`the file holds no part that this version of slaudit has written`,
    hint: say`A part is made by slaudit evaluate --partial, and merged by the same version.`,
  };
}

function disagreements(read: readonly ReadPart[]): Diagnostic<Code>[] {
  const [first, ...others] = read;
  if (first === undefined) return [];
  const twice = repeated(read);
  if (twice.length > 0) return twice;
  const different = others.flatMap((other) => differences(first, other));
  if (different.length > 0) return different;
  const shared = sharedTickets(read);
  if (shared.length > 0) return shared;
  const { version, build } = first.part.tool;
  if (version === THIS_TOOL.version && build === THIS_TOOL.build) return [];
  return [
    {
      code: 'other-part',
      place: { file: first.file },
      message: say`the parts were made by another slaudit than this one, ${version}`,
      hint: say`Merge them by the one that made them, or make them again by this one.`,
    },
  ];
}

function repeated(read: readonly ReadPart[]): Diagnostic<Code>[] {
  const seen = new Map<string, string>();
  return read.flatMap(({ file, sha256 }): Diagnostic<Code>[] => {
    const earlier = seen.get(sha256);
    seen.set(sha256, earlier ?? file);
    if (earlier === undefined) return [];
    const message = say`the same part as ${earlier}`;
    return [{ code: 'repeated-part', place: { file }, message, hint: say`Name each part once.` }];
  });
}

/** In what parts of one whole are alike. */
const ALIKE: readonly { readonly what: Sentence; readonly of: (part: PartFile) => unknown }[] = [
  { what: say`the version of slaudit`, of: ({ tool, timeZoneData }) => [tool.version, tool.build, timeZoneData] },
  {
    what: say`the policy or a file that it names`,
    of: ({ agreement }) => agreement.map(({ role, file, sha256 }) => [role, file, sha256]),
  },
  { what: say`the period`, of: ({ scope }) => scope.period ?? null },
  { what: say`the as-of instant`, of: ({ scope }) => [scope.asOf, scope.isAsOfSaid] },
  { what: say`by what it is divided`, of: ({ scope }) => scope.by ?? null },
  { what: say`whether every reading was judged (--sensitivity)`, of: ({ scope }) => scope.sensitivity },
];

function differences(first: ReadPart, other: ReadPart): Diagnostic<Code>[] {
  const what = ALIKE.filter(({ of }) => JSON.stringify(of(first.part)) !== JSON.stringify(of(other.part)));
  if (what.length === 0) return [];
  const names = what.map((each) => each.what);
  return [
    {
      code: 'other-part',
      place: { file: other.file },
      message: say`not a part of the same whole as ${first.file}; different: ${names}`,
      hint: say`All parts are judged by the same files and options.`,
    },
  ];
}

/** So many are named; one is reason enough. */
const NAMED = 3;

function sharedTickets(read: readonly ReadPart[]): Diagnostic<Code>[] {
  const holder = new Map<string, string>();
  return read.flatMap(({ file, part }): Diagnostic<Code>[] => {
    const shared = part.tickets.filter((ticket) => holder.has(ticket));
    for (const ticket of part.tickets) holder.set(ticket, holder.get(ticket) ?? file);
    const [ticket] = shared;
    if (ticket === undefined) return [];
    const named = shared.slice(0, NAMED).map((each) => `"${each}"`);
    const other = holder.get(ticket) ?? '';
    const message =
      shared.length === 1
        ? say`ticket ${named} is also in ${other}`
        : say`${shared.length} tickets are also in other parts, ${named} in ${other}`;
    const hint = say`All rows of a ticket belong in one part: divide the exports by ticket, not by date.`;
    return [{ code: 'shared-ticket', place: { file }, message, hint }];
  });
}
