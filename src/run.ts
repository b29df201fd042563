import { type Audit, type AuditOptions, auditOf, hear, policyOf } from './audit/auditing.ts';
import { readCompanions } from './audit/companions.ts';
import { type Exhibits, exhibitsOf, exhibitsOfParts, type FileOrder } from './audit/exhibits.ts';
import type { AuditedPart } from './audit/parts.ts';
import type { Code } from './diagnostics/codes.ts';
import type { Diagnostic, Reading } from './domain/diagnostic.ts';
import type { Policy } from './domain/policy.ts';
import type { Share } from './domain/share.ts';
import type { Source } from './domain/source.ts';
import { presets } from './ingest/presets/presets.ts';
import { type Exports, readExports } from './ingest/read-exports.ts';
import { settleCommon } from './ingest/shares/settle-common.ts';
import { hasShape } from './policy/has-shape.ts';
import { type PolicyText, readPolicies as readPolicyTexts } from './policy/read-policy.ts';

export type { Audit, AuditOptions } from './audit/auditing.ts';
export { COMPANIONS, type CompanionSources, readCompanions } from './audit/companions.ts';
export type { AuditedPart } from './audit/parts.ts';
export type { ReportParts } from './audit/reporting.ts';
export { readTable } from './ingest/read-table.ts';
export { cutPoints } from './ingest/shares/cut-points.ts';
export { lineBreaksIn } from './ingest/shares/line-breaks-in.ts';
export { parseLength } from './policy/duration.ts';
export { parseFileOptions } from './policy/file-options.ts';
export { lintPolicy } from './policy/lint.ts';
export type { PolicyText } from './policy/read-policy.ts';
export { listedVersions } from './policy/version-files.ts';

/**
 * Reads a policy from the texts of its files; its records may name a preset. What its shape should be is asked of the grammar only
 * where it is not as it should be: the grammar takes longer to load than everything else.
 */
export async function readPolicies(texts: readonly PolicyText[]): Promise<Reading<Policy | undefined, Code>> {
  const known = new Map(Object.entries(presets).map(([name, { records }]) => [name, records]));
  let isInShape = true;
  const reading = readPolicyTexts(texts, known, (tree) => {
    isInShape &&= hasShape(tree);
  });
  return isInShape ? reading : (await import('./policy/read-by-grammar.ts')).readPolicies(texts, known);
}

/**
 * The program on one page: policy, the files beside the exports (`companions.ts`) and the exports → event log → verdicts
 * (`judging.ts`: timelines, runs, verdicts, who answers) → what follows (`consequences.ts`) → figures → report.
 *
 * Nothing depends on the order of files or rows, nor on the machine's zone, locale or clock. Without a value the
 * diagnostics say why the exports cannot be used.
 */
export async function audit(
  agreement: Policy,
  sources: readonly Source[],
  options: AuditOptions,
): Promise<Reading<Audit | undefined, Code>> {
  const policy = policyOf(agreement, options);
  const companions = await readCompanions(policy, options);
  const reading = await readExports(sources, policy, options.share?.beginnings);
  const before = [...(options.notes ?? []), ...(options.holidays?.diagnostics ?? [])];
  const diagnostics = [...before, ...companions.diagnostics, ...reading.diagnostics];
  const privacy = options.privacy && { ...options.privacy, ...(await import('./audit/hiding.ts')) };
  if (reading.value === undefined || companions.value === undefined) {
    return { value: undefined, diagnostics: privacy?.maskedFindings(diagnostics, privacy.words) ?? diagnostics };
  }

  const { log } = reading.value;
  const told = [...(options.notes ?? []), ...reading.diagnostics];
  const { exhibits, common } = await exhibitsFor(reading.value, told, policy, options.share);
  const hearing = await hear(agreement, policy, exhibits, companions.value, options);
  const { find, asOf } = hearing;
  const { people, excuses } = companions.value;
  const hider = privacy?.hiderFor({ ...privacy, policy, log, find, people, excuses, asOf });
  const open = auditOf(hearing, [...(hider?.notes ?? []), ...diagnostics]);
  if (common !== undefined) {
    const beside = auditOf(await hear(agreement, policy, common, companions.value, options), []);
    return { value: { ...open, common: beside }, diagnostics };
  }
  if (privacy === undefined || hider === undefined) return { value: open, diagnostics };
  const { masker } = hider;
  const value = {
    ...privacy.hide(open, masker),
    hidden: { open, nameOf: masker.person, argument: masker.argument, told: hider.told },
  };
  return { value, diagnostics: masker.findings(diagnostics) };
}

/** What the exports say; of a share of them what it alone has read, and what it judges of that which lies in several. */
async function exhibitsFor(
  { log, tallies, ...more }: Exports,
  findings: readonly Diagnostic<Code>[],
  { records }: Policy,
  share: Share | undefined,
): Promise<{ readonly exhibits: Exhibits; readonly common?: Exhibits }> {
  const exhibits = exhibitsOf(log, tallies, findings);
  if (share === undefined) return { exhibits };
  const read = { ...more, extent: exhibits.extent, tallies, findings };
  const { own, common, extent } = await settleCommon(log, read, records, share);
  return {
    exhibits: { ...exhibits, log: own, extent },
    ...(common !== undefined && { common: { ...exhibitsOf(common, [], []), extent } }),
  };
}

/**
 * The same of parts that were judged elsewhere: its report is, byte for byte, that of one run over all of their exports. There
 * are no tickets in it any more to be judged or listed.
 */
export async function auditParts(
  agreement: Policy,
  parts: readonly AuditedPart[],
  options: Omit<AuditOptions, 'privacy' | 'notes'> & { readonly inOrder: FileOrder },
): Promise<Reading<Audit | undefined, Code>> {
  const policy = policyOf(agreement, options);
  const companions = await readCompanions(policy, options);
  const before = [...(options.holidays?.diagnostics ?? []), ...companions.diagnostics];
  if (companions.value === undefined) return { value: undefined, diagnostics: before };
  const notes = parts.map(({ exhibits }) => exhibits);
  const exhibits = exhibitsOfParts(notes, policy, options.inOrder);
  const hearing = await hear(agreement, policy, exhibits, companions.value, options);
  const diagnostics = [...before, ...exhibits.findings];
  return { value: auditOf(hearing, diagnostics, parts), diagnostics };
}
