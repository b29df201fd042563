import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Report } from '../domain/report.ts';
import type { FormatName } from '../report/formats/formats.ts';
import { type ViewName, views } from '../report/views/views.ts';
import type { Audit } from '../run.ts';
import { type AppearanceRequest, appearance, isLanguage, languageOf } from './appearance.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { tellPassed } from './fail-on.ts';
import { tellFindings } from './findings.ts';
import { type OutputRequest, planOutputs } from './outputs.ts';
import { registries } from './registries.ts';
import {
  crowdedOutput,
  nameOfShowing,
  optionsOfShowing,
  type ReportWish,
  renderShowing,
  showingsOf,
  tellsProvenance,
  wishesOf,
} from './report-plan.ts';
import { type Result, writeResults } from './results.ts';
import type { Session } from './session.ts';
import { refuse } from './tell.ts';
import { refuseUnknownName } from './unknown-name.ts';

/** What is to be seen of a report and where it goes, as it was written on the command line. */
export interface ShowingRequest extends OutputRequest, AppearanceRequest {
  readonly view?: readonly string[];
  readonly quiet?: boolean;
  readonly sourceOf?: (file: string) => string | undefined;
}

/**
 * What each output is to show, or the exit code where that cannot be.
 *
 * @param usual the views where none is named; absent: the format's own
 */
export async function planReport(
  session: Session,
  request: ShowingRequest,
  usual?: readonly ViewName[],
): Promise<{ readonly wishes: readonly ReportWish[] } | { readonly exit: ExitCode }> {
  const { formats, catalogues } = await registries();
  const isView = (name: string): name is ViewName => Object.hasOwn(views, name);
  const named = request.view ?? usual;
  const strangeView = named?.find((name) => !isView(name));
  if (strangeView !== undefined) {
    return { exit: await refuseUnknownName(session, '--view', strangeView, Object.keys(views)) };
  }
  const plan = await planOutputs<FormatName>(session, request, formats, 'table');
  if ('exit' in plan) return plan;
  const wishes = wishesOf(plan.outputs, named && [...new Set(named.filter(isView))]);
  const crowded = crowdedOutput(wishes);
  if (crowded !== undefined) {
    const { path, format } = crowded.output;
    const hint = `Put {view} in its name, -o '{view}.${formats[format].ending}': each view becomes a file.`;
    return { exit: await refuse(session, `-o "${path}": ${format} holds one view at a time`, hint) };
  }
  const { lang } = request;
  if (lang !== undefined && !isLanguage(lang)) {
    return { exit: await refuseUnknownName(session, '--lang', lang, Object.keys(catalogues)) };
  }
  return { wishes };
}

/** A report with what was found on its way. */
export interface Reported {
  readonly audit: Audit;
  readonly figures: Report;
  readonly findings: readonly Diagnostic<Code>[];
  /** @param showing the view and the format of a result, where they are not the usual ones */
  readonly provenanceOf: (showing: { readonly format?: string; readonly view?: string }) => Promise<Provenance>;
}

/** Writes a report in all its outputs, tells what was found, and says whether it passed a threshold. */
export async function writeReported(
  session: Session,
  { audit, figures, findings, provenanceOf }: Reported,
  wishes: readonly ReportWish[],
  request: ShowingRequest,
  thresholds: Parameters<typeof tellPassed>[2],
): Promise<ExitCode> {
  const { formats } = await registries();
  session.knowledge.report = figures;
  const results: Result[] = [];
  const withoutProvenance = { report: figures, findings, proofOf: audit.prove };
  for (const showing of wishes.flatMap((wish) => showingsOf(wish, withoutProvenance))) {
    const isAsked = tellsProvenance(showing) || request.manifest === true;
    const provenance = isAsked ? await provenanceOf(optionsOfShowing(showing)) : undefined;
    const report = { ...figures, ...(provenance !== undefined && { provenance }) };
    const shown = { ...withoutProvenance, report };
    const { output } = showing;
    results.push({
      output,
      ending: formats[output.format].ending,
      view: nameOfShowing(showing),
      pieces: () => renderShowing(shown, showing, appearance(session, audit.policy, request, output.path)),
      ...(provenance !== undefined && { provenance }),
    });
  }
  const failure = await writeResults(session, audit, results, {
    ...request,
    language: languageOf(audit.policy, request),
  });
  if (failure !== undefined) return failure;
  // The view `quality` has told them already, in full.
  const isTold = wishes.some(({ views: shown }) => shown.includes('quality'));
  if (!isTold) await tellFindings(session, audit.policy, findings, request);
  return (await tellPassed(session, figures, thresholds)) ?? EXIT.done;
}
