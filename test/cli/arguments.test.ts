import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../src/cli/commands.ts';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { policy, tickets, verdicts } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['-p', 'policy.yaml', 'tickets.csv'];

describe('wrong usage is refused with 64, and the message names what is wrong', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: slaudit/],
    ['unknown command', ['reprot'], /reprot.*\n.*Did you mean report\?/],
    ['unknown option', ['report', ...given, '--perid', '2026-10'], /--perid.*\n.*Did you mean --period\?/],
    ['option without its value', ['report', ...given, '--period'], /--period/],
    ['no policy', ['report', 'tickets.csv'], /--policy/],
    ['no files', ['evaluate', '-p', 'policy.yaml'], /files/],
    ['no ticket', ['explain', '-p', 'policy.yaml'], /ticket/],
    ['no policy to check', ['policy', 'check'], /which policy/],
    ['two policies to check', ['policy', 'check', 'policy.yaml', '-p', 'policy.yaml'], /one policy/],
    ['no policy command', ['policy'], /check/],
    ['option given twice', ['report', '-p', 'a.yaml', ...given], /a\.yaml/],
    ['unknown view', ['report', ...given, '--view', 'sumary'], /sumary.*\n.*Did you mean "summary"\?/],
    [
      'two views',
      ['report', ...given, '--sensitivity', '--view', 'breaches'],
      /--sensitivity.*\n.*--view summary,sensitivity/,
    ],
    ['unknown format', ['report', ...given, '-f', 'cvs'], /cvs.*\n.*Did you mean "csv"\?/],
    ['format not for records', ['evaluate', ...given, '-f', 'table'], /table.*\n.*csv, json, ndjson/],
    ['format not for proofs', ['explain', 'A-1', ...given, '-f', 'csv'], /csv.*\n.*table, markdown, html, json/],
    ['unknown language', ['report', ...given, '--lang', 'fr'], /fr.*\n.*en, zh/],
    ['unknown language of a proof', ['explain', 'A-1', ...given, '--lang', 'fr'], /fr.*\n.*en, zh/],
    ['unknown field', ['report', ...given, '--by', 'employee,asignee'], /asignee.*\n.*Did you mean "assignee"\?/],
    ['no period', ['report', ...given, '--period', '2026-13'], /2026-13.*\n.*2026-Q4/],
    ['no instant', ['evaluate', ...given, '--as-of', 'yesterday'], /yesterday.*\n.*now/],
    ['no width', ['report', ...given, '--width', '12'], /12/],
    ['a file named twice', ['evaluate', ...given, './tickets.csv'], /tickets\.csv" is named twice/],
    ['standard input named twice', ['evaluate', '-p', 'policy.yaml', '-', '-'], /"-" is named twice/],
    ['result over the export', ['evaluate', ...given, '-o', './tickets.csv'], /overwrite/],
    ['result over the policy', ['evaluate', ...given, '-o', 'policy.yaml'], /overwrite/],
    ['unknown ticket', ['explain', 'A-22', ...given], /A-22.*\n.*Did you mean "A-2"\?/],
  ])('%s', async (_, argv, message) => {
    const outcome = await runIn({ files }, ...argv);
    expect(outcome.stderr).toMatch(message);
    expect(outcome).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
    expect(outcome.files).toEqual(new Map(Object.entries(files)));
  });
});

describe('what is agreed on and not built is refused, never ignored', () => {
  test.each([[['report', ...given, '--parser', 'fast'], '"--parser"']])('%j', async (argv, what) => {
    const outcome = await runIn({ files }, ...argv);
    expect(outcome).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
    expect(outcome.stderr).toContain(`${what} is not yet supported`);
  });

  test('a file of such a name is a file', async () => {
    const outcome = await runIn(
      { files: { ...files, '--parser': tickets } },
      'evaluate',
      '-p',
      'policy.yaml',
      '--',
      '--parser',
    );
    expect(outcome).toMatchObject({ code: EXIT.done, stdout: verdicts });
  });
});

test.each(['--version', '-V'])('%s is the one of package.json', async (flag) => {
  expect(await runIn({}, flag)).toMatchObject({ code: EXIT.done, stdout: `${manifest.version}\n`, stderr: '' });
});

test('help names every command, and that of a command its options', async () => {
  const help = await runIn({}, '--help');
  for (const name of Object.keys(commands)) expect(help.stdout).toContain(name.replace(/ .*/, ''));
  for (const name of Object.keys(commands)) {
    const outcome = await runIn({}, ...name.split(' '), '--help');
    expect(outcome, name).toMatchObject({ code: EXIT.done, stderr: '' });
    expect(outcome.stdout, name).toContain(`slaudit ${name}`);
  }
  expect((await runIn({}, 'report', '--help')).stdout).toMatch(/summary,\s+clocks,\s+objectives/);
});
