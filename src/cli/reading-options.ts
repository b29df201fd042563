import { type Command, InvalidArgumentError, Option } from 'commander';
import * as option from './options.ts';

/** How the exports are written, where the policy does not say it or says it wrong; as texts of the command line. */
export interface FileRequest {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: readonly string[];
  readonly header?: string;
  readonly parser?: 'csv-parse';
}

/** How good the exports have to be. */
export interface QualityRequest {
  readonly strict?: boolean;
  /** A share, 0 to 1. */
  readonly maxBad?: number;
}

/** Options of every command that reads exports, whatever it makes of them. */
export function declareFileOptions(command: Command): Command {
  return (
    command
      .option(
        '--encoding <encoding>',
        'of the exports: gb18030, big5, utf-16le …; else the policy’s, or detected',
        option.once,
      )
      .option('--delimiter <character>', 'between cells; else the policy’s, or detected', option.once)
      .option(
        '--sheet <name>',
        'of workbooks; may be given several times; else the policy’s, or those that fit',
        option.several,
      )
      .option('--header <line>', 'where the header stands: 3, or 3,4 for one over two rows; else found', option.once)
      // To hold our own way of reading CSV against: it makes no difference but in time.
      .addOption(new Option('--parser <name>', 'cuts all CSV').choices(['csv-parse']).hideHelp())
  );
}

/**
 * The options that all commands share which hold exports against a policy. They are declared after those of their own, so
 * that in the help these come first.
 */
export function declareAuditOptions(command: Command, { hasPeriod = true, isComparison = false } = {}): Command {
  command.addOption(isComparison ? option.policies() : option.policy());
  if (hasPeriod) command.addOption(isComparison ? option.periods() : option.period());
  command.addOption(option.asOf()).addOption(option.outputs()).addOption(option.manifest());
  return declareFileOptions(command)
    .option(
      '--strict',
      'no result, and exit 65, where anything had to be repaired or assumed, or a row could not be used',
    )
    .addOption(
      new Option(
        '--max-bad <share>',
        'no result, and exit 65, where more rows than this share cannot be used: 1%',
      ).argParser(share),
    )
    .option('--redact', 'nobody is named: people and customers are numbered, free text is left out')
    .option(
      '--pseudonymise <key-file>',
      'the same with codes instead of numbers, which stay the same as long as the key does',
      option.once,
    )
    .addOption(option.quiet())
    .addOption(option.status())
    .addOption(option.statusFile())
    .addOption(option.log())
    .addOption(option.noColor());
}

function share(value: string, previous: number | undefined): number {
  if (previous !== undefined) throw new InvalidArgumentError('Give it once.');
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(value)?.[1];
  if (percent === undefined || Number(percent) > 100) {
    throw new InvalidArgumentError('Give a share of the rows from 0% to 100%, for example 0.5%.');
  }
  return Number(percent) / 100;
}
