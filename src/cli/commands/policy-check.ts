import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CommandDefinition } from '../command-definition.ts';
import type { CompanionFiles } from '../companion.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { tellDiagnostics, tellFindings } from '../findings.ts';
import * as option from '../options.ts';
import { readPolicyFile, sourceOf } from '../policy-file.ts';
import { declareFileOptions, type FileRequest } from '../reading-options.ts';
import type { Session } from '../session.ts';
import { refuse, tell } from '../tell.ts';
import type { World } from '../world.ts';

const USAGE = 'POLICY [FILES...] [--quiet]';

const EXAMPLES = `
Example:
  slaudit policy check policy.yaml                # every fault with its line and column; exit 78 when there are any
  slaudit policy check policy.yaml 2026-10.csv    # also events and values that the export never has`;

interface Request extends FileRequest {
  readonly policy?: string;
  readonly quiet?: boolean;
}

export const policyCheck: CommandDefinition = {
  declare: (command, choose) => {
    command
      .usage(USAGE)
      .argument('[policy]', 'the policy; or -p')
      .argument('[files...]', 'exports to hold it against')
      .addOption(option.policy().makeOptionMandatory(false));
    declareFileOptions(command)
      .addOption(option.quiet())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((path: string | undefined, files: string[], request: Request) =>
        choose((world) => checkPolicy(world, path, files, request)),
      );
  },
};

async function checkPolicy(
  world: Session,
  argument: string | undefined,
  files: readonly string[],
  request: Request,
): Promise<ExitCode> {
  const path = argument ?? request.policy;
  if (path === undefined) return refuse(world, 'which policy?', 'slaudit policy check POLICY');
  if (argument !== undefined && request.policy !== undefined) {
    return refuse(world, 'one policy at a time', 'Name it as an argument or after -p.');
  }
  if (files.length > 0) return checkAgainst(world, path, files, request);
  const [{ openPolicy }, { findCompanions }, { readHolidayFiles }, { lintPolicy }] = await Promise.all([
    import('../open-audit.ts'),
    import('../companion.ts'),
    import('../holiday-files.ts'),
    import('../../run.ts'),
  ]);
  const file = await readPolicyFile(world, path);
  if (file.kind === 'missing') {
    await tell(world, file.complaint);
    return EXIT.fileNotFound;
  }
  const policy = await openPolicy(world, file);
  if (policy === undefined) return EXIT.badPolicy;
  const companions = await findCompanions(world, policy);
  if ('exit' in companions) return companions.exit;
  if (!(await areSound(world, policy, companions, request))) return EXIT.unusableExport;
  const calendars = await readHolidayFiles(world, policy);
  if ('exit' in calendars) return calendars.exit;
  const warnings = [...calendars.holidays.diagnostics, ...lintPolicy(policy)];
  await tellFindings(world, policy, warnings, { quiet: request.quiet === true, sourceOf: sourceOf(file) });
  return conclude(world, path, policy, request);
}

/** Whether the files that the policy names beside the exports can be used; what is wrong with them is told. */
async function areSound(
  world: World,
  policy: Policy,
  companions: CompanionFiles,
  { quiet = false }: Request,
): Promise<boolean> {
  const { readCompanions } = await import('../../run.ts');
  const broken: Diagnostic<Code>[] = [];
  const sources = companions.sources((failure) => broken.push(failure));
  const { value, diagnostics } = await readCompanions(policy, sources).catch((error: unknown) => {
    if (broken.length === 0) throw error;
    return { value: undefined, diagnostics: broken };
  });
  await tellDiagnostics(world, diagnostics, { quiet, zone: policy.timezone });
  return value !== undefined;
}

/** Holds the policy against exports, too: what it waits for and they never have. */
async function checkAgainst(
  world: Session,
  path: string,
  files: readonly string[],
  request: Request,
): Promise<ExitCode> {
  const { quiet = false } = request;
  const [{ openAudit }, { lintPolicy }] = await Promise.all([import('../open-audit.ts'), import('../../run.ts')]);
  const opening = await openAudit(world, files, { ...request, policy: path });
  if ('exit' in opening) return opening.exit;
  const { policy } = opening.audit;
  const file = await readPolicyFile(world, path);
  await tellFindings(world, policy, [...lintPolicy(policy), ...opening.audit.lint(), ...opening.audit.findings()], {
    quiet,
    sourceOf: sourceOf(file),
  });
  return conclude(world, path, policy, { quiet });
}

async function conclude(world: World, path: string, policy: Policy, request: Request): Promise<ExitCode> {
  const verdict = `${path}: no faults; clocks: ${policy.clocks.map((clock) => clock.id).join(', ')}\n`;
  return (await deliver(world, undefined, request.quiet === true ? [] : [verdict])) ?? EXIT.done;
}
