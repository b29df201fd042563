import type { Draft, draftPolicy, Wishes } from '../../audit/inspecting.ts';
import { english } from '../../diagnostics/say.ts';
import type { TableProfile } from '../../domain/profile.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareFileOptions } from '../reading-options.ts';
import { refuse, tell } from '../tell.ts';
import type { WishRequest } from '../wishes.ts';
import type { World } from '../world.ts';

const USAGE = 'FILES... [-o policy.yaml] [--target CLOCK=LENGTH] [--timezone ZONE] [--preset NAME] [...]';

const EXAMPLES = `
Examples:
  slaudit init 台账.xlsx -o policy.yaml            # asks what it cannot know, where a person is there
  slaudit init tickets.csv --timezone Europe/Berlin --target first_response=30m --target resolution=8h -o policy.yaml
  slaudit init --preset zendesk tickets.json       # on a built-in mapping
What it could not find out is marked TODO in the policy, and told. --created, --responded and --resolved name columns; where
every row is an event, values of the event column.`;

interface Request extends WishRequest {
  readonly output?: string;
  readonly force?: boolean;
  /** False with `--no-ask`. */
  readonly ask?: boolean;
  readonly quiet?: boolean;
}

export const init: CommandDefinition = {
  declare: async (command, choose) => {
    const { catalogues } = await import('../../locale/catalogue.ts');
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.output())
      .option('--force', 'overwrite a policy that is there')
      .option('--ticket <column>', 'which column is the ticket', option.once)
      .option('--assignee <column>', 'who holds it, and answers for a breach', option.once)
      .option('--created <column>', 'which is its creation', option.once)
      .option('--responded <column>', 'which is the first response; none: ""', option.once)
      .option('--resolved <column>', 'which is the resolution; none: ""', option.once)
      .option('--target <clock=length>', 'what is promised, first_response=30m; once a clock', option.several)
      .option('--timezone <zone>', 'of stamps that name none, of calendars and months: Asia/Shanghai', option.once)
      .option('--dates <order>', 'day-first or month-first, where the file does not tell', option.once)
      .option('--hours <hours>', '24x7, or those of Monday to Friday: 09:00-12:00,13:30-18:00', option.once)
      .option('--holidays <country>', 'whose public holidays are closed: CN, US-CA', option.once)
      .option('--preset <name>', 'the built-in mapping to build on; none: ""', option.once)
      .addOption(
        option.oneOf('--lang <language>', 'of the comments; else that of the headers', Object.keys(catalogues)),
      )
      .option('--no-ask', 'no questions, also where a person is there');
    declareFileOptions(command)
      .addOption(option.quiet())
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => draftFrom(world, files, request)));
  },
};

async function draftFrom(world: World, given: readonly string[], request: Request): Promise<ExitCode> {
  const { output, force = false, quiet = false } = request;
  const [
    { openProfiles },
    { tellDiagnostics },
    { readWishes, refuseStrangeNames },
    { mainTable, rowsLike, strangers },
  ] = await Promise.all([
    import('../open-profiles.ts'),
    import('../findings.ts'),
    import('../wishes.ts'),
    import('../../audit/inspecting.ts'),
  ]);
  const said = await readWishes(world, request);
  if ('exit' in said) return said.exit;
  if (!force && (await isThere(world, output))) {
    return refuse(world, `-o "${output}" is there already`, 'With --force it is overwritten.');
  }
  const opening = await openProfiles(world, given, request);
  if (!('profiles' in opening)) return opening.exit;
  const { profiles, files, diagnostics, exit } = opening;
  await tellDiagnostics(world, diagnostics, { quiet });
  if (exit !== undefined) return exit;
  const main = mainTable(profiles);
  if (main === undefined) return EXIT.unusableExport;
  const strange = await refuseStrangeNames(world, main, said);
  if (strange !== undefined) return strange;

  const others = strangers(main, profiles);
  const rows = rowsLike(main, profiles);
  const names = { files: given, policy: output === undefined || output === '-' ? 'policy.yaml' : output, rows };
  const { make, faultOf } = await drafting(main, names);
  const fault = faultOf(said);
  if (fault !== undefined) return refuse(world, fault);
  const wishes = await asked(world, main, said, faultOf, request, files);
  if (wishes.holidays !== undefined && wishes.holidays !== '' && (wishes.hours ?? '') === '') {
    return refuse(
      world,
      '--holidays says nothing without opening hours: time counts round the clock',
      'Say them too: --hours 09:00-18:00.',
    );
  }
  const draft = make(wishes);
  if (draft === undefined) {
    await tell(
      world,
      `slaudit: no column of "${main.file}" holds times, so that nothing could be timed\n  slaudit inspect says what each holds.\n`,
    );
    return EXIT.unusableExport;
  }
  const failure = await deliver(world, output, [draft.text]);
  if (failure !== undefined) return failure;
  if (!quiet) await tell(world, told(draft, main, others, names));
  return EXIT.done;
}

async function isThere(world: World, output: string | undefined): Promise<boolean> {
  if (output === undefined || output === '-') return false;
  const found = await world.files.look(output).catch(() => undefined);
  return found?.kind === 'file';
}

/** How a draft is made, and why one of some wishes would be no policy. */
async function drafting(main: TableProfile, names: Parameters<typeof draftPolicy>[2]) {
  const [{ columnsLacking, draftPolicy, inspect, readDraft }, { isError }] = await Promise.all([
    import('../../audit/inspecting.ts'),
    import('../findings.ts'),
  ]);
  const make = (wishes: Wishes): Draft | undefined => draftPolicy(inspect(main, wishes), wishes, names);
  const faultOf = (wishes: Wishes): string | undefined => {
    const draft = make(wishes);
    if (draft === undefined) return undefined;
    const unknown = [...(wishes.targets?.keys() ?? [])].find((clock) => !draft.clocks.includes(clock));
    if (unknown !== undefined) return noClock(unknown, draft.clocks, main);
    const { value: policy, diagnostics } = readDraft({ file: names.policy, text: draft.text });
    // A preset that the user names is taken whatever the export has: it must not make a policy that refuses this very export.
    const lacking = policy === undefined || (wishes.preset ?? '') === '' ? [] : columnsLacking(policy, main);
    const [first] = lacking;
    if (first !== undefined)
      return `--preset ${wishes.preset} does not fit: ${english(first.message)}. ${english(first.hint ?? '')}`;
    const fault = diagnostics.find(isError);
    return fault && [fault.message, ...(fault.hint === undefined ? [] : [fault.hint])].map(english).join('. ');
  };
  return { make, faultOf };
}

/** Names what would make the clock. */
function noClock(clock: string, clocks: readonly string[], { columns }: TableProfile): string {
  const times = columns.filter(({ kind }) => kind === 'instant').map(({ name }) => `"${name}"`);
  const said = [`--target: there is no clock "${clock}" in the draft, but ${clocks.join(', ')}`];
  const missing = {
    first_response: ['the first response', '--responded'],
    resolution: ['the resolution', '--resolved'],
  }[clock];
  if (missing !== undefined)
    said.push(`Name the column of ${missing[0]}: ${missing[1]} COLUMN; columns with times are: ${times.join(', ')}`);
  return said.join('. ');
}

/** Where a person is there, and the export does not come in on their side, they are asked what is not said. */
async function asked(
  world: World,
  main: TableProfile,
  said: Wishes,
  faultOf: (wishes: Wishes) => string | undefined,
  { ask, quiet }: Request,
  files: readonly string[],
): Promise<Wishes> {
  const { person } = world;
  if (person === undefined || ask === false || quiet === true || files.includes('-')) return said;
  const { askPerson } = await import('../ask.ts');
  try {
    return await askPerson(person, main, said, faultOf);
  } finally {
    person.leave();
  }
}

function told(
  { clocks, open }: Draft,
  main: TableProfile,
  others: readonly TableProfile[],
  { files, policy, rows }: { readonly files: readonly string[]; readonly policy: string; readonly rows: number },
): string {
  const lines = [
    `${policy}: drafted from ${main.file}, ${main.rows} rows${rows === main.rows ? '' : ` (of ${rows} in all files like it)`}; clocks: ${clocks.join(', ')}`,
    ...open.map((point) => `  TODO: ${point}`),
    ...others.map(
      ({ file }) =>
        `  ${file} is another kind of table and was not looked at: leave it out, or draft a policy of its own`,
    ),
    `  Next: slaudit policy check ${policy} ${files.join(' ')}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
