import { dimensionNames } from '../../figures/dimensions.ts';
import type { Format } from '../../report/formats/format.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import type { ViewName } from '../../report/views/views.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFailOn, tellPassed } from '../fail-on.ts';
import { laterFormats, laterViews } from '../later.ts';
import type { AuditRequest } from '../open-audit.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import type { World } from '../world.ts';

const USAGE = 'FILES... -p POLICY [--period PERIOD] [--by FIELDS] [--view VIEW] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit report -p policy.yaml 2026-10.csv                                     # tables in the terminal
  slaudit report -p policy.yaml --period 2026-10 --by employee,channel *.csv    # October by employee and channel
  slaudit report -p policy.yaml --view breaches -f csv -o breaches.csv *.csv    # each breach behind the numbers
  slaudit report -p policy.yaml --period 2026-10 --view consequences -f csv *.csv    # fines, warnings and the rest, as HR imports them
  slaudit report -p policy.yaml --sensitivity *.csv                             # whose breaches hang on how a rule is read`;

interface Request extends AuditRequest, AppearanceRequest {
  readonly by?: readonly string[];
  readonly view?: string;
  readonly sensitivity?: boolean;
  readonly failOn?: readonly string[];
  readonly format?: string;
}

export const report: CommandDefinition = {
  summary: 'the figures: attainment, times, breaches per employee, and what could not be used',
  declare: async (command, choose) => {
    const { views, formats, catalogues } = await viewsAndRegistries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .option('--by <fields>', 'break down by employee or fields, separated by commas', option.list)
      .addOption(option.oneOf('--view <view>', 'what to show', Object.keys(views)))
      .option('--sensitivity', 'also judge by every other reading of the policy’s rules: the view sensitivity')
      .addOption(option.failOn())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => writeReport(world, files, request)));
  },
};

async function viewsAndRegistries() {
  const [{ views }, others] = await Promise.all([import('../../report/views/views.ts'), registries()]);
  return { views, ...others };
}

async function writeReport(world: World, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ openAudit }, { tellDiagnostics }, { appearance, isLanguage, languageOf }, { render, renderBook }] =
    await Promise.all([
      import('../open-audit.ts'),
      import('../findings.ts'),
      import('../appearance.ts'),
      import('../../report/render.ts'),
    ]);
  const { views, formats, catalogues } = await viewsAndRegistries();
  const isView = (name: string): name is ViewName => Object.hasOwn(views, name);
  const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
  const { view = request.sensitivity === true ? 'sensitivity' : 'summary', format = 'table', lang } = request;
  if (!isView(view)) return refuseUnknownName(world, '--view', view, Object.keys(views), laterViews);
  if (request.sensitivity === true && view !== 'sensitivity') {
    return refuse(world, `--sensitivity and --view ${view} are two views`, 'Give one of them.');
  }
  if (!isFormat(format)) return refuseUnknownName(world, '--format', format, Object.keys(formats), laterFormats);
  if (lang !== undefined && !isLanguage(lang)) {
    return refuseUnknownName(world, '--lang', lang, Object.keys(catalogues));
  }

  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const dimensions = dimensionNames(audit.policy);
  const strange = request.by?.find((name) => !dimensions.includes(name));
  if (strange !== undefined) return refuseUnknownName(world, '--by', strange, dimensions);

  const crowded = await refuseCrowds(world, audit, request.by);
  if (crowded !== undefined) return crowded;

  const failing = await readFailOn(world, request.failOn ?? [], audit.policy);
  if ('exit' in failing) return failing.exit;

  const language = languageOf(audit.policy, request);
  const by = request.by === undefined ? {} : { by: request.by };
  // JSON and the documents let a reader go on to the runs behind a figure.
  const isDocument = (formats[format] as Format).book !== undefined;
  const details = isDocument || (format === 'json' && view === 'summary');
  const figures = audit.report({ language, ...by, sensitivity: view === 'sensitivity', details });
  const shown = { report: figures, findings: audit.findings(), proofOf: audit.prove };
  const options = appearance(world, audit.policy, request);
  const isWhole = isDocument && request.view === undefined && request.sensitivity !== true;
  const pieces = isWhole ? renderBook(shown, format, options) : render(shown, view, format, options);
  const failure = await deliver(world, request.output, pieces);
  if (failure !== undefined) return failure;
  // The view `quality` has told them already, in full.
  if (view !== 'quality') await tellDiagnostics(world, audit.findings(), { quiet: request.quiet === true });
  return (await tellPassed(world, figures, failing.thresholds)) ?? EXIT.done;
}
