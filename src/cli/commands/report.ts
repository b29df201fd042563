import { dimensionNames } from '../../figures/dimensions.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import type { ViewName } from '../../report/views/views.ts';
import type { AppearanceRequest } from '../appearance.ts';
import { isRefusal, readBreakdowns, titledDimensions } from '../breakdowns.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFailOn, tellPassed } from '../fail-on.ts';
import type { AuditRequest } from '../open-audit.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import type { Result } from '../results.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE = 'FILES... -p POLICY [--period PERIOD] [--by FIELDS] [--view VIEW] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit report -p policy.yaml 2026-10.csv                                     # tables in the terminal
  slaudit report -p policy.yaml --period 2026-10 --by employee,channel *.csv    # October by employee, and each by channel
  slaudit report -p policy.yaml --view breaches -f csv -o breaches.csv *.csv    # each breach behind the numbers
  slaudit report -p policy.yaml --period 2026-10 --view consequences -f csv *.csv    # fines, warnings and the rest, as HR imports them
  slaudit report -p policy.yaml --sensitivity *.csv                             # whose breaches hang on how a rule is read`;

interface Request extends AuditRequest, AppearanceRequest {
  readonly by?: readonly string[];
  readonly view?: readonly string[];
  readonly sensitivity?: boolean;
  readonly failOn?: readonly string[];
}

export const report: CommandDefinition = {
  declare: async (command, choose) => {
    const { views, formats, catalogues } = await viewsAndRegistries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.by())
      .option(
        '--view <views>',
        `what to show, separated by commas: ${Object.keys(views).join(', ')}; else the summary, and in documents all`,
        option.list,
      )
      .option('--sensitivity', 'also judge by every other reading of the policy’s rules: the view sensitivity')
      .addOption(option.failOn())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((session) => writeReport(session, files, request)));
  },
};

async function viewsAndRegistries() {
  const [{ views }, others] = await Promise.all([import('../../report/views/views.ts'), registries()]);
  return { views, ...others };
}

async function writeReport(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ openAudit }, { tellFindings }, looks, { planOutputs }, { writeResults }, plans, { provenanceOf }] =
    await Promise.all([
      import('../open-audit.ts'),
      import('../findings.ts'),
      import('../appearance.ts'),
      import('../outputs.ts'),
      import('../results.ts'),
      import('../report-plan.ts'),
      import('../provenance.ts'),
    ]);
  const { appearance, isLanguage, languageOf } = looks;
  const { views, formats, catalogues } = await viewsAndRegistries();
  const isView = (name: string): name is ViewName => Object.hasOwn(views, name);
  const { sensitivity = false, lang } = request;
  const named = request.view ?? (sensitivity ? ['sensitivity'] : undefined);
  const strangeView = named?.find((name) => !isView(name));
  if (strangeView !== undefined) {
    return refuseUnknownName(session, '--view', strangeView, Object.keys(views));
  }
  if (sensitivity && named?.includes('sensitivity') !== true) {
    return refuse(session, '--sensitivity is a view of its own', 'Add it to the others: --view summary,sensitivity.');
  }
  const plan = await planOutputs<FormatName>(session, request, formats, 'table');
  if ('exit' in plan) return plan.exit;
  const wishes = plans.wishesOf(plan.outputs, named && [...new Set(named.filter(isView))]);
  const crowdedOutput = plans.crowdedOutput(wishes);
  if (crowdedOutput !== undefined) {
    const { path, format } = crowdedOutput.output;
    const hint = `Put {view} in its name, -o '{view}.${formats[format].ending}': each view becomes a file.`;
    return refuse(session, `-o "${path}": ${format} holds one view at a time`, hint);
  }
  if (lang !== undefined && !isLanguage(lang)) {
    return refuseUnknownName(session, '--lang', lang, Object.keys(catalogues));
  }

  const opening = await openAudit(session, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const dimensions = dimensionNames(audit.policy);
  const titled = titledDimensions(dimensions, looks.fieldTitles(audit.policy));
  const breakdowns = request.by && (await readBreakdowns(session, request.by, dimensions, titled));
  if (isRefusal(breakdowns)) return breakdowns;

  const crowded = await refuseCrowds(session, audit, breakdowns);
  if (crowded !== undefined) return crowded;

  const failing = await readFailOn(session, request.failOn ?? [], audit.policy);
  if ('exit' in failing) return failing.exit;

  const language = languageOf(audit.policy, request);
  const by = breakdowns === undefined ? {} : { by: breakdowns };
  const figures = audit.report({ language, ...by, ...plans.partsOfAll(wishes) });
  session.knowledge.report = figures;
  const findings = audit.findings();
  const results: Result[] = [];
  const withoutProvenance = { report: figures, findings, proofOf: audit.prove };
  for (const showing of wishes.flatMap((wish) => plans.showingsOf(wish, withoutProvenance))) {
    const provenance = await provenanceOf(session, audit, plans.optionsOfShowing(showing));
    const shown = { ...withoutProvenance, report: { ...figures, provenance } };
    const { output } = showing;
    results.push({
      output,
      ending: formats[output.format].ending,
      view: plans.nameOfShowing(showing),
      pieces: () => plans.renderShowing(shown, showing, appearance(session, audit.policy, request, output.path)),
      provenance,
    });
  }
  const failure = await writeResults(session, audit, results, { ...request, language });
  if (failure !== undefined) return failure;
  // The view `quality` has told them already, in full.
  const isTold = wishes.some(({ views: shown }) => shown.includes('quality'));
  if (!isTold) await tellFindings(session, audit.policy, findings, request);
  return (await tellPassed(session, figures, failing.thresholds)) ?? EXIT.done;
}
