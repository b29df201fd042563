import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { personAt } from '../../src/cli/person.ts';
import { type Circumstances, runIn } from './made-world.ts';

/**
 * Five repairs. Accepted after 10, 45, 30 and 20 minutes: of four that are decided one is over 30 minutes; the fifth, reported at
 * 10:00 on the 5th, when the latest stamp is 10:00 on the 5th, is running.
 */
const ledger = `单号,报修时间,接单时间,完成时间,状态,维修师傅
R-1,2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 12:00:00,已完工,陈强
R-2,2026-03-03 09:00:00,2026-03-03 09:45:00,2026-03-03 19:00:00,已完工,吴刚
R-3,2026-03-04 09:00:00,2026-03-04 09:30:00,2026-03-04 10:00:00,已完工,陈强
R-4,2026-03-05 09:00:00,2026-03-05 09:20:00,2026-03-05 09:50:00,已完工,吴刚
R-5,2026-03-05 10:00:00,,,待受理,
`;
const tickets = `Ticket ID,Created at,First reply,Solved at,Agent
1,05/03/2026 09:00,05/03/2026 09:10,06/03/2026 10:00,Ann
2,06/03/2026 09:00,06/03/2026 10:10,07/03/2026 10:00,Bob
`;
const files = { 'ledger.csv': ledger, 'tickets.csv': tickets };

const init = (circumstances: Circumstances, ...argv: string[]) => runIn({ files, ...circumstances }, 'init', ...argv);

describe('without a person', () => {
  test('a draft is printed, and nothing is asked', async () => {
    const { code, stdout, stderr, questions } = await init({}, 'ledger.csv');
    expect([code, questions]).toEqual([0, []]);
    expect(stdout).toContain('ticket: 单号');
    expect(stdout).toContain('accepted: 接单时间');
    expect(stderr).toContain('the time zone is assumed: Asia/Shanghai');
    expect(stderr).toContain('stand-ins, called TODO');
  });

  test('what was said by options is no TODO', async () => {
    const said = ['--timezone', 'Asia/Tokyo', '--target', 'first_response=30m', '--target', 'resolution=8h'];
    const { stdout, stderr } = await init({}, 'ledger.csv', ...said);
    expect(stdout).toContain('timezone: Asia/Tokyo\n');
    expect(stdout).toContain('- {within: 30m}');
    expect(stdout).not.toContain('id: TODO');
    expect(stderr).not.toContain('TODO');
  });

  test('the draft passes policy check and judges as counted by hand', async () => {
    const drafted = await init({}, 'ledger.csv', '--target', 'first_response=30m', '-o', 'p.yaml');
    const world = { files: { ...files, 'p.yaml': drafted.files.get('p.yaml') ?? '' } };
    expect((await runIn(world, 'policy', 'check', 'p.yaml', 'ledger.csv')).code).toBe(0);
    const { stdout } = await runIn(world, 'evaluate', '-p', 'p.yaml', '-f', 'csv', 'ledger.csv');
    const outcomes = stdout
      .split('\n')
      .filter((line) => line.includes(',first_response,'))
      .map((line) => line.split(',')[4]);
    expect(outcomes).toEqual(['met', 'breached', 'met', 'met', 'running']);
  });

  test('the same files give the same bytes', async () => {
    expect((await init({}, 'tickets.csv')).stdout).toBe((await init({}, 'tickets.csv')).stdout);
  });

  test('a zone is never taken from the machine', async () => {
    const { stdout } = await init({ env: { TZ: 'America/New_York', LANG: 'zh_CN.UTF-8' } }, 'tickets.csv');
    expect(stdout).toContain('timezone: UTC   # TODO');
    expect(stdout).toContain('language: en');
  });

  test('day and month that cannot be told apart are stated, and said to be an assumption', async () => {
    const assumed = await init({}, 'tickets.csv');
    expect(assumed.stdout).toContain('created: {column: Created at, format: "d/M/yyyy H:mm"}');
    expect(assumed.stderr).toContain('nothing tells day from month in column "Created at"');
    const said = await init({}, 'tickets.csv', '--dates', 'month-first');
    expect(said.stdout).toContain('created: {column: Created at, format: "M/d/yyyy H:mm"}');
    expect(said.stderr).not.toContain('nothing tells day');
    const american = await init({}, 'tickets.csv', '--timezone', 'America/Chicago');
    expect(american.stdout).toContain('format: "M/d/yyyy H:mm"');
  });

  test('other columns, hours and holidays by options', async () => {
    const options = [
      '--created',
      '接单时间',
      '--responded',
      '',
      '--hours',
      '09:00-12:00,13:30-18:00',
      '--holidays',
      'CN',
    ];
    const { code, stdout } = await init({}, 'ledger.csv', ...options, '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toContain('created: 接单时间');
    expect(stdout).not.toContain('first_response');
    expect(stdout).toContain('hours: {mon-fri: ["09:00-12:00", "13:30-18:00"]}\n    holidays: [CN]');
    expect(stdout).toContain('calendar: office\n');
    expect(stdout).toContain('language: en');
  });

  test('how the file is written, where it had to be said, is in the draft', async () => {
    const text = tickets.replaceAll(',', '~');
    const { code, stdout } = await init({ files: { 't.txt': text } }, 't.txt', '--delimiter', '~');
    expect(code).toBe(0);
    expect(stdout).toContain('file: {delimiter: "~"}');
  });
});

describe('an existing policy', () => {
  const there = { files: { ...files, 'p.yaml': 'mine' } };

  test('is not overwritten', async () => {
    const { code, stderr, files: after } = await init(there, 'ledger.csv', '-o', 'p.yaml');
    expect([code, after.get('p.yaml')]).toEqual([64, 'mine']);
    expect(stderr).toContain('--force');
  });

  test('unless with --force', async () => {
    const { code, files: after } = await init(there, 'ledger.csv', '-o', 'p.yaml', '--force');
    expect(code).toBe(0);
    expect(after.get('p.yaml')).toContain('slaudit: 1');
  });

  test('an export is not overwritten even with --force', async () => {
    const { code, files: after } = await init({}, 'ledger.csv', '-o', 'ledger.csv', '--force');
    expect([code, after.get('ledger.csv')]).toEqual([64, ledger]);
  });
});

test.each([
  [['--ticket', '单'], 64, '--ticket "单" is no column'],
  [['--created', '状态'], 64, 'does not hold times'],
  [['--target', 'first_response'], 64, 'is not CLOCK=LENGTH'],
  [['--target', 'first_response=soon'], 64, '"soon" is not a length of time'],
  [['--target', 'nothing=1h'], 64, 'there is no clock "nothing"'],
  [['--target', 'resolution=1h', '--target', 'resolution=2h'], 64, 'a second time'],
  [['--target', 'resolution=1d', '--hours', '09:00-18:00'], 64, 'which kind of day'],
  [['--timezone', 'Mars'], 64, 'no time zone'],
  [['--preset', 'nobody'], 64, '--preset "nobody" is not known'],
  [['--dates', 'year-first'], 64, '--dates "year-first" is not known'],
  [['--hours', 'nine to five'], 64, 'nine to five'],
  [['--holidays', 'XX', '--hours', '09:00-18:00'], 64, 'XX'],
  [['--lang', 'fr'], 64, '--lang "fr" is not known'],
])('%j is refused', async (options, code, told) => {
  const outcome = await init({}, 'ledger.csv', ...options);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toContain(told);
});

test.each([
  ['nowhere.csv', 66, 'no file'],
  ['plain.csv', 65, 'no column of "plain.csv" holds times'],
  ['empty.csv', 65, '[empty-file]'],
])('%s: %d', async (name, code, told) => {
  const outcome = await init({ files: { 'plain.csv': 'a,b\n1,x\n2,y\n', 'empty.csv': '' } }, name);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toContain(told);
});

describe('where a person is there', () => {
  test('every question has a default, which an empty line takes', async () => {
    const { code, stdout, questions } = await init({ answers: Array.from({ length: 20 }, () => '') }, 'ledger.csv');
    expect(code).toBe(0);
    expect(questions.map((question) => /\[(.*)\] $/.exec(question)?.[1])).toEqual([
      ...['单号', '报修时间', '接单时间', '完成时间', 'Asia/Shanghai', '24x7', undefined, undefined],
    ]);
    expect(stdout).toContain('timezone: Asia/Shanghai\n');
  });

  test('answers are what is written', async () => {
    const answers = ['', '', '-', '', 'Asia/Tokyo', '08:00-17:00', 'JP', '4h'];
    const { code, stdout, stderr } = await init({ answers }, 'ledger.csv');
    expect(code).toBe(0);
    expect(stdout).not.toContain('first_response');
    expect(stdout).toContain('timezone: Asia/Tokyo\n');
    expect(stdout).toContain('hours: {mon-fri: ["08:00-17:00"]}\n    holidays: [JP]');
    expect(stdout).toContain('- {within: 4h}');
    expect(stderr).not.toContain('TODO');
  });

  test('what cannot be meant is asked again, with the reason', async () => {
    const answers = [
      'no such column',
      '单号',
      '',
      '',
      '',
      'Nowhere/Else',
      'Asia/Tokyo',
      'always',
      '24x7',
      'soon',
      '30m',
      '8h',
    ];
    const { code, stdout, stderr, questions } = await init({ answers }, 'ledger.csv');
    expect(code).toBe(0);
    expect(questions).toHaveLength(12);
    expect(stderr).toContain('"soon" is not a length of time');
    expect(stdout).toContain('- {within: 30m}');
    expect(stdout).toContain('timezone: Asia/Tokyo\n');
  });

  test('what was said by options is not asked', async () => {
    const said = ['--ticket', '单号', '--timezone', 'Asia/Shanghai', '--hours', '24x7', '--target', 'resolution=8h'];
    const { questions } = await init({ answers: Array.from({ length: 20 }, () => '') }, 'ledger.csv', ...said);
    expect(questions.map((question) => /\[(.*)\] $/.exec(question)?.[1])).toEqual([
      '报修时间',
      '接单时间',
      '完成时间',
      undefined,
    ]);
  });

  test('whether day or month comes first is asked where the file does not tell', async () => {
    const answers = ['', '', '', '', 'month-first', '', '', '', ''];
    const { stdout, questions } = await init({ answers }, 'tickets.csv');
    expect(questions.some((question) => question.includes('05/03/2026'))).toBe(true);
    expect(stdout).toContain('format: "M/d/yyyy H:mm"');
  });

  test('at the end of input the rest is left open, as if nobody were there', async () => {
    const { code, stdout, stderr } = await init({ answers: ['', ''] }, 'ledger.csv');
    expect(code).toBe(0);
    expect(stdout).toBe((await init({}, 'ledger.csv')).stdout);
    expect(stderr).toContain('TODO: the time zone is assumed');
  });

  test.each([['--no-ask'], ['--quiet']])('with %s nobody is asked', async (flag) => {
    expect((await init({ answers: [''] }, 'ledger.csv', flag)).questions).toEqual([]);
  });

  test('nor where the export comes in on their side', async () => {
    expect((await init({ answers: [''], stdin: ledger }, '-')).questions).toEqual([]);
  });
});

describe('a terminal', () => {
  const terminal = () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let interrupted = 0;
    const person = personAt(
      () => input,
      () => output,
      () => interrupted++,
    );
    return { input, output, person, interrupted: () => interrupted };
  };

  test('lines are answers, those typed ahead too; the end of input is none', async () => {
    const { input, person } = terminal();
    const first = person.answer('one? ');
    input.write('a\nb\n');
    expect(await first).toBe('a');
    expect(await person.answer('two? ')).toBe('b');
    const third = person.answer('three? ');
    input.end();
    expect(await third).toBeUndefined();
    expect(await person.answer('four? ')).toBeUndefined();
  });

  test('questions stand before their answers', async () => {
    const { input, output, person } = terminal();
    const answer = person.answer('which? ');
    input.write('x\n');
    await answer;
    person.leave();
    expect(String(output.read())).toContain('which? ');
  });

  test('Ctrl-C is told, and no answer comes any more', async () => {
    const { input, output, person, interrupted } = terminal();
    Object.assign(output, { isTTY: true });
    let answered = false;
    const answer = person.answer('which? ').then(() => {
      answered = true;
    });
    input.write('\x03');
    await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50))]);
    expect([interrupted(), answered]).toEqual([1, false]);
  });
});

const desk = `Ticket ID,Created at,Solved at,Status,Contact phone,Subject
1,2026-03-02 09:00,2026-03-02 09:10,Closed,0755-1234,It broke
2,2026-03-03 09:00,2026-03-03 09:10,Closed,0755-1234,It broke
3,2026-03-04 09:00,2026-03-04 09:10,Open,0755-1234,It broke
4,2026-03-05 09:00,2026-03-05 09:10,Open,0755-9999,It is slow
`;

test('a target for a clock that is not there names the columns that could make it', async () => {
  const { code, stderr } = await init({ files: { 't.csv': desk } }, 't.csv', '--target', 'first_response=30m');
  expect(code).toBe(64);
  expect(stderr).toContain('--responded COLUMN; columns with times are: "Created at", "Solved at"');
});

test('a draft holds values of sets, and nothing that people wrote or are reached by', async () => {
  const { stdout } = await init({ files: { 't.csv': desk } }, 't.csv');
  expect(stdout).toContain('status: Status   # has Closed 2, Open 2');
  expect(stdout).toContain('values: {Closed: another name}');
  expect(stdout).not.toMatch(/0755|It broke/);
});

test('what is assumed is told: nobody is charged, the closing is the resolution', async () => {
  const text = 'Ticket ID,Created at,Closed at,Held by\n1,2026-03-02 09:00,2026-03-02 09:10,Ann\n';
  const assumed = await init({ files: { 't.csv': text } }, 't.csv');
  expect(assumed.stdout).toContain('charge: nobody');
  expect(assumed.stderr).toContain('nobody is charged: --assignee names it');
  expect(assumed.stderr).toContain('"Closed at", the closing, is taken for it');
  const said = await init({ files: { 't.csv': text } }, 't.csv', '--assignee', 'Held by');
  expect(said.stdout).toContain('assignee: Held by');
  expect(said.stdout).toContain('charge: holder');
});

test.each([[[]], [['--hours', '24x7']]])('--holidays without opening hours is refused (%j)', async (hours) => {
  expect((await init({}, 'ledger.csv', '--holidays', 'DE', ...hours)).code).toBe(64);
});

test('a preset that the export cannot fill is refused with what is lacking: its draft would refuse this very export', async () => {
  const { code, stdout, stderr } = await init({}, 'ledger.csv', '--preset', 'zendesk');
  expect([code, stdout]).toEqual([64, '']);
  expect(stderr).toContain('--preset zendesk does not fit: the policy names column "id" or');
  expect(stderr).toContain('The file has: "单号"');
});
