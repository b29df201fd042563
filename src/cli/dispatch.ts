import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Work } from './command-definition.ts';
import { commands } from './commands.ts';
import { confess } from './confess.ts';
import { deliver } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';
import { tell } from './tell.ts';

/** Finds the command that is meant, does it, and tells of it where that is asked for. */
export async function dispatch(session: Session): Promise<ExitCode> {
  const { argv } = session;
  if (!argv.some((word) => /^--(?:status|status-file|log)(?:=|$)/.test(word))) return obey(session);
  const { conclude } = await import('./conclude.ts');
  let code: ExitCode = EXIT.ourBug;
  try {
    code = await obey(session);
  } catch (error) {
    await confess(error, session);
  }
  return conclude(session, code);
}

async function obey(session: Session): Promise<ExitCode> {
  const { argv } = session;
  let help = '';
  let complaint = '';
  let work: Work | undefined;
  const program = new Command('slaudit')
    .description(manifest.description)
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .showHelpAfterError('  With --help it says what it takes.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: (text) => {
        complaint += text;
      },
      outputError: (text, write) => write(text.replace(/^error: /, 'slaudit: ')),
      getOutHelpWidth: () => session.stdout.columns ?? 80,
      getErrHelpWidth: () => session.stderr.columns ?? 80,
    })
    .addHelpText('after', AFTER);

  const groups = new Map<string, Command>();
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const [word = name, sub] = name.split(' ');
    let parent = program;
    if (sub !== undefined) {
      parent = groups.get(word) ?? program.command(word).summary('check the policy itself, or show it in words');
      groups.set(word, parent);
    }
    const command = parent
      .command(sub ?? word)
      .summary(summary)
      .description(summary);
    // Only what is asked for is declared in full: its choices come from registries that cost time to load.
    if (!argv.includes(word)) continue;
    const { declare } = await load();
    await declare(command, (chosen) => {
      work = chosen;
      session.options = command.options;
    });
  }

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return (await deliver(session, undefined, [help])) ?? EXIT.done;
    await tell(session, complaint);
    return EXIT.wrongUsage;
  }
  // Commander prints the help of a program without a command and throws, so there is work here.
  return work === undefined ? EXIT.wrongUsage : work(session);
}

const AFTER = `
Exit codes: 0 done, 1 a threshold was missed, 64 wrong usage, 65 unusable export, 66 file not found,
70 a bug in slaudit, 73 cannot write, 78 bad policy.`;
