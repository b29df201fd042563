import { absolutePeriod, parsePeriod, RELATIVE_PERIODS } from '../calendar/periods.ts';
import { parseInstant } from '../calendar/stamps.ts';
import { trustTable } from '../calendar/zone-table.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileOptions, Policy } from '../domain/policy.ts';
import { byCodeUnits } from '../figures/order.ts';
import { type AuditOptions, audit, parseFileOptions, type ReportParts, readPolicies } from '../run.ts';
import type { AuditRequest } from './audit-request.ts';
import { type CompanionFiles, findCompanions } from './companion.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { bytesOf, type Exports, findExports, without } from './exports.ts';
import { isError, tellDiagnostics } from './findings.ts';
import { type HolidayFiles, readHolidayFiles } from './holiday-files.ts';
import type { Input } from './knowledge.ts';
import type { Opening, Sharing } from './opening.ts';
import { type PolicyFile, readPolicyFile, sourceOf } from './policy-file.ts';
import { readPrivacy } from './privacy.ts';
import { demandQuality } from './quality-gate.ts';
import { readWatched } from './read-watched.ts';
import type { Session } from './session.ts';
import { threadsFor } from './shares/threads-for.ts';
import { refuse, tell } from './tell.ts';
import type { World } from './world.ts';
import { zoneNamed } from './zone-named.ts';

/** From arguments to an audit. What is in its way is told, all that can be found out at once. */
export async function openAudit(
  world: Session,
  files: readonly string[],
  request: AuditRequest,
  sharing: Sharing = {},
): Promise<Opening> {
  const wrong = wrongTime(request);
  if (wrong !== undefined) return { exit: await refuse(world, wrong.message, wrong.hint) };

  const file = parseFileOptions(request);
  if ('fault' in file) return { exit: await refuse(world, file.fault.message, file.fault.hint) };

  const policyFile = await readPolicyFile(world, request.policy);
  const exports = await findExports(world, files);
  const { knowledge } = world;
  knowledge.identities = new Set([
    ...(knowledge.identities ?? []),
    ...exports.readable.map(({ identity }) => identity),
    ...(policyFile.kind === 'texts' ? policyFile.identities : []),
  ]);
  const obstacle = await tellObstacles(world, policyFile, exports, request);
  if (obstacle !== undefined) return { exit: obstacle };

  const policy = await openPolicy(world, policyFile);
  if (policy === undefined) return { exit: EXIT.badPolicy };
  knowledge.policy = { file: request.policy, name: policy.name };
  const companions = await findCompanions(world, policy);
  if ('exit' in companions) return companions;
  const calendars = await readHolidayFiles(world, policy);
  if ('exit' in calendars) return calendars;
  const privacy = await readPrivacy(world, policy, request);
  if ('exit' in privacy) return privacy;
  const keys = privacy.identity === undefined ? [] : [privacy.identity];
  const others = new Set([...companions.identities, ...calendars.identities, ...keys]);
  const policies = policyFile.kind === 'texts' ? policyFile.identities : [];
  const readable = without(exports.readable, new Set([...others, ...policies])).filter(
    ({ name }) => sharing.only?.has(name) !== false,
  );
  knowledge.identities = new Set([
    ...knowledge.identities,
    ...others,
    ...policies,
    ...readable.map(({ identity }) => identity),
  ]);
  const overwriting = await tellOverwriting(world, request, others);
  if (overwriting !== undefined) return { exit: overwriting };
  const inputs = [
    // In the order in which they are read.
    ...readable.map(({ name }): Input => ({ role: 'export', file: name })).sort((a, b) => byCodeUnits(a.file, b.file)),
    ...policyPaths(request.policy, policyFile).map((file): Input => ({ role: 'policy', file })),
    ...companions.inputs,
    ...calendars.names.map((file): Input => ({ role: 'calendar', file })),
  ];
  // A comparison opens two audits.
  knowledge.inputs = [
    ...new Map([...knowledge.inputs, ...inputs].map((each) => [`${each.role} ${each.file}`, each])).values(),
  ];
  const beside = { companions, holidays: calendars.holidays, file: file.options, ...privacy, sharing, files };
  const opening = await readAndJudge(world, policy, { ...exports, readable }, beside, request);
  if ('exit' in opening) return opening;
  knowledge.audit = opening.audit;
  const refused = await demandQuality(world, opening.audit, request);
  return refused === undefined ? opening : { exit: refused };
}

/** The policy of a file that is there; `undefined` when it has faults, which are told. */
export async function openPolicy(world: World, file: PolicyFile): Promise<Policy | undefined> {
  trustTable(world.timeZoneData);
  const { value, diagnostics } =
    file.kind === 'texts' ? await readPolicies(file.texts) : { value: undefined, diagnostics: faultsOf(file) };
  await tellDiagnostics(world, diagnostics, { quiet: false, sourceOf: sourceOf(file) });
  return diagnostics.some(isError) ? undefined : value;
}

/** A list of versions is a file of its own. */
function policyPaths(path: string, file: PolicyFile): string[] {
  const texts = file.kind === 'texts' ? file.texts.map((text) => text.file) : [];
  return [...new Set([path, ...texts])];
}

function faultsOf(file: PolicyFile): readonly Diagnostic<Code>[] {
  return file.kind === 'faulty' ? file.diagnostics : [];
}

/** What is needed beside the policy and the exports. */
interface Beside {
  readonly companions: CompanionFiles;
  readonly holidays: HolidayFiles['holidays'];
  readonly file: FileOptions;
  readonly privacy?: AuditOptions['privacy'];
  readonly sharing: Sharing;
  /** As they were named. */
  readonly files: readonly string[];
}

async function readAndJudge(
  world: Session,
  policy: Policy,
  exports: Exports,
  { companions, holidays, file, privacy, sharing, files }: Beside,
  request: AuditRequest,
): Promise<Opening> {
  const quiet = request.quiet === true;
  const { readable, notes } = exports;
  const { share, wanted } = sharing;
  const reading = await readWatched(world, readable, quiet, async (sources, onFailure, onBytes) => {
    const times = timesOf(world, policy, request);
    const options = { ...times, ...companions.sources(onFailure), holidays, file, notes };
    const canShare = privacy === undefined && request.strict !== true;
    const records = { ...policy.records, file: { ...policy.records.file, ...file } };
    const parts = await wanted?.(policy);
    const isCounted = parts !== undefined && asksForFigures(parts);
    if (isCounted && (bytesOf(readable) ?? 0) >= LARGE) world.expectFewObjects?.();
    const pace = records.file.parser !== undefined ? 'slow' : isCounted ? 'counted' : 'listed';
    const crew = canShare && parts !== undefined ? await threadsFor(world, readable, records, pace) : undefined;
    if (crew !== undefined && parts !== undefined) {
      const task = { files, request, wanted: parts, now: world.now() };
      const { auditInShares } = await import('./shares/audit-in-shares.ts');
      // While others work this thread takes the hashes that a report says it was made from.
      const told = world.digests.isOnDemand ? [] : readable;
      const hashed = Promise.allSettled(told.map(({ name }) => world.digests.digestOf(name)));
      const value = await auditInShares(world, crew, task, policy, { options, open: openAudit, onBytes });
      await hashed;
      if (value !== undefined) return { value, diagnostics: [] };
    }
    return audit(policy, sources, {
      ...options,
      ...(privacy !== undefined && { privacy }),
      ...(share !== undefined && { share }),
    });
  });
  if ('exit' in reading) return reading;
  const { value, diagnostics } = reading.result;
  if (value !== undefined) return { audit: value };
  await tellDiagnostics(world, diagnostics, { quiet, zone: policy.timezone });
  return { exit: EXIT.unusableExport };
}

/** With fewer bytes most objects are those that every run begins with: in little room they take twice the time. */
const LARGE = 1 << 26;

/** Nothing but figures, of which hardly an object is made. */
function asksForFigures({ by: _, trend: _trend, backlog: _open, breachParties: _who, ...lists }: ReportParts): boolean {
  return Object.values(lists).every((isAsked) => isAsked === false);
}

/** Files that are not there, not readable, named twice or about to be overwritten. */
export async function tellObstacles(
  world: World,
  policyFile: PolicyFile | undefined,
  exports: Exports,
  written: Written,
): Promise<ExitCode | undefined> {
  const missing = [...(policyFile?.kind === 'missing' ? [policyFile.complaint] : []), ...exports.missing];
  await tell(world, missing.join(''));
  await tellDiagnostics(world, exports.unreadable, { quiet: false });
  for (const name of exports.repeated) {
    await refuse(world, `"${name}" is named twice`, 'Its rows would be read twice. Name each file once.');
  }
  if (missing.length > 0) return EXIT.fileNotFound;
  if (exports.unreadable.length > 0) return EXIT.unusableExport;
  if (exports.repeated.length > 0) return EXIT.wrongUsage;
  const inputs = new Set([
    ...exports.readable.map(({ identity }) => identity),
    ...(policyFile?.kind === 'texts' ? policyFile.identities : []),
  ]);
  return tellOverwriting(world, written, inputs);
}

/** Names after which something is written, as on the command line. */
export interface Written {
  readonly output?: string | readonly string[];
  readonly log?: string;
  readonly statusFile?: string;
}

/** Refuses a result that would take the place of an input: 64, or nothing where it would not. */
export async function tellOverwriting(
  world: World,
  written: Written,
  inputs: ReadonlySet<string>,
): Promise<ExitCode | undefined> {
  const named = [
    ...[written.output ?? []].flat().map((path) => ['-o', path] as const),
    ...[written.log ?? []].flat().map((path) => ['--log', path] as const),
    ...[written.statusFile ?? []].flat().map((path) => ['--status-file', path] as const),
  ];
  for (const [option, path] of named) {
    if (path === '-') continue;
    const target = await world.files.look(path).catch(() => undefined);
    if (target?.kind !== 'file' || !inputs.has(target.identity)) continue;
    return refuse(world, `${option} "${path}" would overwrite what is read`, 'Name another file for the result.');
  }
  return undefined;
}

const PERIODS =
  'Write a month 2026-10, a quarter 2026-Q4, a year 2026, a range 2026-10-01..2026-10-15, or last-month, this-quarter ….';
const INSTANTS = 'Write 2026-10-31, 2026-10-31T18:00 (in the policy’s zone), 2026-10-31T18:00+08:00, or now.';

/** Whether a time can be read does not depend on the zone, so it is told before any file is opened. */
function wrongTime({ period, asOf }: AuditRequest): { readonly message: string; readonly hint: string } | undefined {
  const utc = zoneNamed('UTC');
  if (period !== undefined && !RELATIVE_PERIODS.includes(period) && parsePeriod(period, utc) === undefined) {
    return { message: `--period "${period}" is not a period`, hint: PERIODS };
  }
  if (asOf !== undefined && asOf !== 'now' && parseInstant(asOf, utc) === undefined) {
    return { message: `--as-of "${asOf}" is not an instant`, hint: INSTANTS };
  }
  return undefined;
}

function timesOf(world: World, policy: Policy, { period, asOf }: AuditRequest): AuditOptions {
  const there = zoneNamed(policy.timezone);
  const span = period === undefined ? undefined : parsePeriod(absolutePeriod(period, world.now(), there), there);
  const at = asOf === undefined ? undefined : asOf === 'now' ? world.now() : parseInstant(asOf, there);
  return { ...(span !== undefined && { period: span }), ...(at !== undefined && { asOf: at }) };
}
