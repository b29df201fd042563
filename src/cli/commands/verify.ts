import type { Verification, VerificationList } from '../../domain/verification.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import { type AppearanceRequest, isLanguage, languages, screenOf } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE = 'REPORT... [--root DIR] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit verify 2026-10.html                    # where it was made, with its inputs in their places
  slaudit verify --root archive/2026-10 r.json   # the inputs lie below another folder
  slaudit verify breaches.csv                    # by breaches.csv.manifest.json beside it, which --manifest writes

Exit 0: it holds. 1: it does not. 65: that cannot be told. 66: nor can it, for a file is missing.
It is made again in memory; nothing is written but the answer.`;

interface Request extends AppearanceRequest {
  readonly root?: string;
  readonly format?: string;
  readonly output?: string;
  readonly quiet?: boolean;
}

export const verify: CommandDefinition = {
  declare: async (command, choose) => {
    const { formats, catalogues } = await registries();
    command
      .usage(USAGE)
      .argument('<reports...>', 'results in JSON, HTML or .xlsx, and any that has a manifest beside it')
      .option('--root <folder>', 'where the inputs lie, if not where the command found them', option.once)
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.output())
      .addOption(option.oneOf('--lang <language>', 'language', Object.keys(catalogues)))
      .addOption(option.width())
      .addOption(option.quiet())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((session) => verifyReports(session, files, request)));
  },
};

async function verifyReports(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ verifyReport }, { readOnlyFiles }, { renderView }, { verify: view }, { formats, catalogues }] =
    await Promise.all([
      import('../verifying/verify-report.ts'),
      import('../verifying/rooted-files.ts'),
      import('../../report/render.ts'),
      import('../../report/views/verify.ts'),
      registries(),
    ]);
  const { format = 'table', lang = 'en', output, root, quiet = false } = request;
  const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
  if (!isFormat(format)) return refuseUnknownName(session, '--format', format, Object.keys(formats));
  if (!isLanguage(lang)) return refuseUnknownName(session, '--lang', lang, languages);

  const reports: Verification[] = [];
  for (const file of files) reports.push(await verifyReport(session, file, readOnlyFiles(session.files, root)));
  const exit = exitFor(reports);
  const list: VerificationList = { schemaVersion: 1, reports };
  const options = {
    ...{ words: catalogues[lang], local: () => '', zone: 'UTC' },
    ...screenOf(session, request, output),
  };
  const isSilent = quiet && exit === EXIT.done && output === undefined;
  const failure = await deliver(session, output, isSilent ? [] : renderView(view, list, format, options));
  return failure ?? exit;
}

function exitFor(reports: readonly Verification[]): ExitCode {
  if (reports.some(({ holds }) => holds === 'no')) return EXIT.missed;
  const unknown = reports.filter(({ holds }) => holds === 'unknown');
  if (unknown.length === 0) return EXIT.done;
  const isMissing = unknown.some(({ reasons }) => reasons.includes('no-report') || reasons.includes('input-missing'));
  return isMissing ? EXIT.fileNotFound : EXIT.unusableExport;
}
