import type { Tally } from '../../domain/event-log.ts';
import type { FileDigest, Provenance } from '../../domain/provenance.ts';
import { byCodeUnits } from '../../figures/order.ts';
import { type Audit, auditParts } from '../../run.ts';
import { cutArguments } from '../command-line.ts';
import { findCompanions } from '../companion.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isError, tellDiagnostics } from '../findings.ts';
import { readHolidayFiles } from '../holiday-files.ts';
import { openPolicy } from '../open-audit.ts';
import { readPolicyFile } from '../policy-file.ts';
import { versionsOf } from '../provenance.ts';
import type { Session } from '../session.ts';
import type { Files } from '../world.ts';
import type { KeptFile, PartFile } from './part-file.ts';

/** Parts made one, as if all of their exports had been read here. */
export interface Merged {
  readonly audit: Audit;
  /** Of a report, as the run over all exports would say it. */
  readonly provenanceOf: (result: { readonly format?: string; readonly view?: string }) => Promise<Provenance>;
}

/** @param parts that fit together, one at least */
export async function mergeParts(
  session: Session,
  parts: readonly PartFile[],
): Promise<Merged | { readonly exit: ExitCode }> {
  const [first] = parts;
  if (first === undefined) throw new RangeError('no parts');
  const { agreement, scope } = first;
  const world = { ...session, files: keptFiles(session.files, agreement) };
  const policy = await openPolicy(world, await readPolicyFile(world, agreement[0]?.file ?? ''));
  if (policy === undefined) return { exit: EXIT.badPolicy };
  session.knowledge.policy = { file: policy.file, name: policy.name };
  const companions = await findCompanions(world, policy);
  if ('exit' in companions) return companions;
  const calendars = await readHolidayFiles(world, policy);
  if ('exit' in calendars) return calendars;
  const exports = exportsOf(parts);
  const { period, asOf, isAsOfSaid } = scope;
  const { value: audit, diagnostics } = await auditParts(
    policy,
    parts.map(({ part }) => part),
    {
      ...companions.sources(() => {}),
      holidays: calendars.holidays,
      ...(period !== undefined && { period }),
      ...(isAsOfSaid && { asOf }),
      inOrder: (tallies) => inOrderOf(tallies, exports),
    },
  );
  if (audit === undefined || diagnostics.some(isError)) {
    await tellDiagnostics(session, diagnostics, { quiet: false, zone: policy.timezone });
    return { exit: EXIT.unusableExport };
  }
  session.knowledge.audit = audit;
  const { tool, timeZoneData, holidayData } = versionsOf(session, audit);
  const beside = agreement.map(({ content: _, ...told }): FileDigest => told);
  return {
    audit,
    provenanceOf: async (result) => ({
      ...{ tool, command: commandFor(session, parts, result), files: [...exports, ...beside] },
      ...{ timeZoneData, holidayData },
    }),
  };
}

/** Those that the parts hold in place of what now lies under their names. */
function keptFiles(files: Files, kept: readonly KeptFile[]): Files {
  const contents = new Map(kept.map(({ file, content }) => [file, Buffer.from(content, 'base64')]));
  return {
    ...files,
    async look(path) {
      const content = contents.get(path);
      if (content === undefined) return files.look(path);
      return { kind: 'file', bytes: content.length, identity: `in the parts: ${path}` };
    },
    read: async (path) => contents.get(path) ?? files.read(path),
    async *chunks(path) {
      const content = contents.get(path);
      if (content === undefined) yield* files.chunks(path);
      else yield content;
    },
  };
}

/** Each once, in the order in which one run reads them. */
function exportsOf(parts: readonly PartFile[]): FileDigest[] {
  const exports = new Map(parts.flatMap((part) => part.exports.map((each) => [`${each.file} ${each.sha256}`, each])));
  return [...exports.values()].sort((a, b) => byCodeUnits(a.file, b.file));
}

/** By their exports; the members of an archive, and the sheets of a workbook, stay in their order. */
function inOrderOf(tallies: readonly Tally[], exports: readonly FileDigest[]): Tally[] {
  const place = ({ file }: Tally) =>
    exports.findIndex(
      (each) => each.file === file || file.startsWith(`${each.file}/`) || file.startsWith(`${each.file}#`),
    );
  return tallies.toSorted((a, b) => place(a) - place(b));
}

/** Options of a merge that a result depends on. */
const OWN: readonly string[] = ['--lang', '--width'];

/** The command that makes the same of all exports at once: options first, as those of a part were written, then files. */
function commandFor(
  session: Session,
  parts: readonly PartFile[],
  { view, format }: { readonly format?: string; readonly view?: string },
): string[] {
  const commands = parts.map(({ command }) => command);
  // Written differently they all say the same, or the parts would not fit together.
  const [first] = commands.toSorted((a, b) => byCodeUnits(a.options.join(' '), b.options.join(' ')));
  const files = [...new Set(commands.flatMap(({ paths }) => paths))].sort(byCodeUnits);
  const own = cutArguments(session.argv, session.options).flatMap((each) =>
    each.kind === 'option' && OWN.includes(each.name) ? each.words : [],
  );
  const hasOddName = files.some((word) => word.startsWith('-') && word !== '-');
  return [
    ...['slaudit', 'report', ...(first?.options ?? []), ...own],
    ...(view === undefined ? [] : ['--view', view]),
    ...(format === undefined ? [] : ['-f', format]),
    ...(hasOddName ? ['--'] : []),
    ...files,
  ];
}
