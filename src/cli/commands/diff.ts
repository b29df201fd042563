import { formatInstant, formatLocal } from '../../calendar/stamps.ts';
import { zone } from '../../calendar/zone.ts';
import type { Instant } from '../../domain/time.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import type { SavedResult, Unreadable } from '../../report/saved-result.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { lost } from '../exports.ts';
import * as option from '../options.ts';
import { registries } from '../registries.ts';
import { refuse, tell } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import { isSystemError, type World } from '../world.ts';

const USAGE = 'OLD NEW [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit diff october.json october-again.json            # which figures differ, and the rows that make the difference
  slaudit diff before.csv after.csv -f csv -o diff.csv    # of verdicts that slaudit evaluate has written

It takes reports that were written with -f json, and verdicts as json, ndjson or csv. HTML and .xlsx are for people: their JSON is
made again by the command that they name, with -f json. Exit codes: 0 nothing differs,
1 something does, 65 one of them is no such result.`;

interface Request extends Omit<AppearanceRequest, 'output'> {
  readonly format?: string;
  readonly output?: string;
  readonly quiet?: boolean;
}

export const diff: CommandDefinition = {
  declare: async (command, choose) => {
    const { formats, catalogues } = await registries();
    command
      .usage(USAGE)
      .argument('<old>', 'a report as JSON, or verdict records')
      .argument('<new>', 'another one')
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.output())
      .addOption(option.oneOf('--lang <language>', 'language; else that of the reports', Object.keys(catalogues)))
      .addOption(option.width())
      .option('--quiet', 'nothing but the exit code where nothing differs')
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((before: string, after: string, request: Request) =>
        choose((world) => writeDifferences(world, [before, after], request)),
      );
  },
};

async function writeDifferences(world: World, names: readonly string[], request: Request): Promise<ExitCode> {
  const [{ isLanguage, languages, screenOf }, { renderView }, { diff: view }, { diffResults }, { catalogues }] =
    await Promise.all([
      import('../appearance.ts'),
      import('../../report/render.ts'),
      import('../../report/views/diff.ts'),
      import('../../report/report-diff.ts'),
      import('../../locale/catalogue.ts'),
    ]);
  const { formats } = await registries();
  const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
  const { format = 'table', lang, output, quiet = false } = request;
  if (!isFormat(format)) return refuseUnknownName(world, '--format', format, Object.keys(formats));
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);

  const results: SavedResult[] = [];
  for (const name of names) {
    if (output !== undefined && (await isSameFile(world, name, output))) {
      return refuse(world, `-o "${output}" would overwrite what is read`, 'Name another file for the result.');
    }
    const read = await readResult(world, name);
    if (typeof read === 'number') return read;
    results.push(read);
  }
  const [before, after] = results;
  if (before === undefined || after === undefined) throw new Error('a difference is one of two');
  const differences = diffResults(before, after);
  const written = after.report?.['language'];
  const language = lang ?? (typeof written === 'string' && isLanguage(written) ? written : 'en');
  // Verdict records do not say whose clock is on the wall: their instants stay in UTC, and say so.
  const there = zone(String(after.report?.['timezone'] ?? ''));
  const local = there === undefined ? formatInstant : (at: Instant) => formatLocal(at, there);
  const options = { words: catalogues[language], local, ...screenOf(world, request, output) };
  const isSilent = quiet && differences.isSame && output === undefined;
  const failure = await deliver(world, output, isSilent ? [] : renderView(view, differences, format, options));
  return failure ?? (differences.isSame ? EXIT.done : EXIT.missed);
}

async function readResult(world: World, name: string): Promise<SavedResult | ExitCode> {
  const [{ readSavedJson, readSavedTable, VERDICT_KEYS }, { readTable }] = await Promise.all([
    import('../../report/saved-result.ts'),
    import('../../run.ts'),
  ]);
  let text: string;
  try {
    const content = await world.files.read(name);
    if (isDocument(content)) return told(world, await documentFault(world, name));
    text = new TextDecoder().decode(content);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') await tell(world, await lost(world, name));
    else await tell(world, `slaudit: "${name}" cannot be read: ${error.message}\n`);
    return error.code === 'ENOENT' ? EXIT.fileNotFound : EXIT.unusableExport;
  }
  if (/^\s*[[{]/.test(text)) return told(world, readSavedJson(name, text));
  const table = await readTable({ name, chunks: () => world.files.chunks(name) }, VERDICT_KEYS);
  const { header = [], rows = [] } = table.value ?? {};
  return told(
    world,
    readSavedTable(
      name,
      header,
      rows.map(({ cells }) => cells),
    ),
  );
}

/** HTML or a workbook. */
function isDocument(content: Uint8Array): boolean {
  const begins = new TextDecoder().decode(content.subarray(0, 100)).trimStart().toLowerCase();
  return begins.startsWith('pk') || begins.startsWith('<!doctype html');
}

/** Documents hold what people see, cut where nobody reads on: but they say how the same is had in full. */
async function documentFault(world: World, name: string): Promise<Unreadable> {
  const [{ readClaim }, { shellWords }] = await Promise.all([
    import('../verifying/read-claim.ts'),
    import('../../report/provenance/shell-words.ts'),
  ]);
  const claim = await readClaim(world, name);
  const fault = `"${name}" is a document for people, and not all that it was made of is in it`;
  if (typeof claim === 'string')
    return { fault, hint: 'Write the report with -f json, too: -o report.html -o report.json.' };
  const words = claim.provenance.command.map((word) => (word === 'html' || word === 'xlsx' ? 'json' : word));
  return {
    fault,
    hint: `Make it again as JSON, if its files are still the same: ${shellWords(words)} -o ${name}.json`,
  };
}

async function told(world: World, result: SavedResult | Unreadable): Promise<SavedResult | ExitCode> {
  if (!('fault' in result)) return result;
  await tell(world, `slaudit: ${result.fault}\n  ${result.hint}\n`);
  return EXIT.unusableExport;
}

async function isSameFile(world: World, name: string, output: string): Promise<boolean> {
  const [one, other] = await Promise.all([name, output].map((path) => world.files.look(path).catch(() => undefined)));
  return one !== undefined && one.identity === other?.identity;
}
