import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipMember } from '../../src/cli/verifying/zip-member.ts';
import { views } from '../../src/report/views/views.ts';
import { folderWith, slaudit } from './built-program.ts';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['-p', 'policy.yaml', 'tickets.csv'];
const names = ['r.json', 'r.html', 'r.xlsx', 'breaches.csv', 'verdicts.ndjson'];

/** A folder with a report in each form, and what verify says of one of them. */
async function madeReports() {
  const cwd = folderWith(files);
  await slaudit({ cwd }, 'report', ...given, '-o', 'r.json', '-o', 'r.html', '-o', 'r.xlsx');
  await slaudit({ cwd }, 'report', ...given, '--view', 'breaches', '-o', 'breaches.csv', '--manifest');
  await slaudit({ cwd }, 'evaluate', ...given, '-o', 'verdicts.ndjson', '--manifest');
  const at = (name: string) => join(cwd, name);
  return {
    ...{ cwd, at },
    edit: (name: string, change: (text: string) => string) =>
      writeFileSync(at(name), change(readFileSync(at(name), 'utf8'))),
    verify: async (...argv: string[]) => {
      const { code, stdout, stderr } = await slaudit({ cwd }, 'verify', ...argv, '-f', 'json');
      return { code, stderr, reports: JSON.parse(stdout).reports };
    },
  };
}

describe('verify, by the built program', () => {
  test('every form of report holds where nothing has changed, and nothing is written', async () => {
    const { cwd, verify } = await madeReports();
    const before = readdirSync(cwd);
    const { code, stderr, reports } = await verify(...names);
    expect(reports.map(({ file, holds, reasons }: never) => ({ file, holds, reasons }))).toEqual(
      names.map((file) => ({ file, holds: 'yes', reasons: [] })),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(cwd)).toEqual(before);
    expect(await slaudit({ cwd }, 'verify', ...names, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a report that was altered is found, its inputs being the same', async () => {
    const { edit, verify } = await madeReports();
    edit('r.json', (text) => text.replace('"breached": 1', '"breached": 0'));
    edit('r.html', (text) => text.replace('A-2', 'A-9'));
    edit('breaches.csv', (text) => text.replace('A-2', 'A-9'));
    const { code, reports } = await verify('r.json', 'r.html', 'breaches.csv');
    expect(code).toBe(1);
    expect(reports.map(({ holds, reasons }: never) => [holds, reasons])).toEqual([
      ['no', ['altered']],
      ['no', ['altered']],
      ['no', ['altered-since-manifest', 'altered']],
    ]);
  });

  test('so is one whose manifest was altered with it', async () => {
    const { at, edit, verify } = await madeReports();
    edit('breaches.csv', (text) => text.replace('A-2', 'A-9'));
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256')
      .update(readFileSync(at('breaches.csv')))
      .digest('hex');
    edit('breaches.csv.manifest.json', (text) => text.replace(/(?<="output": \{[^}]*"sha256": ")\w+/, sha256));
    expect(await verify('breaches.csv')).toMatchObject({ code: 1, reports: [{ holds: 'no', reasons: ['altered'] }] });
  });

  test('an input that has changed is named, with its hash then and now', async () => {
    const { at, verify } = await madeReports();
    appendFileSync(at('tickets.csv'), 'A-4,2026-10-20 10:00:00,,李雷\n');
    const { code, reports } = await verify(...names);
    expect(code).toBe(1);
    for (const { holds, reasons, files: inputs } of reports) {
      expect([holds, reasons]).toEqual(['no', ['input-changed']]);
      expect(inputs[0]).toMatchObject({ file: 'tickets.csv', state: 'changed' });
      expect(inputs[0].was).not.toBe(inputs[0].now);
      expect(inputs[1]).toMatchObject({ file: 'policy.yaml', state: 'same' });
    }
  });

  test('a claim that hides the change is no help', async () => {
    const { at, edit, verify } = await madeReports();
    edit('tickets.csv', (text) => text.replace('09:45', '09:50'));
    const [{ files: inputs }] = (await verify('r.json')).reports;
    edit('r.json', (text) => text.replaceAll(inputs[0].was, inputs[0].now));
    expect(await verify('r.json')).toMatchObject({ code: 1, reports: [{ holds: 'no', reasons: ['altered'] }] });
    // Nor is one that leaves the input out.
    const { provenance, ...rest } = JSON.parse(readFileSync(at('r.json'), 'utf8'));
    provenance.files = provenance.files.slice(1);
    writeFileSync(at('r.json'), JSON.stringify({ ...rest, provenance }, undefined, 2));
    expect(await verify('r.json')).toMatchObject({ code: 1, reports: [{ holds: 'no', reasons: ['input-added'] }] });
  });

  test('a missing input is 66, and --root finds it elsewhere', async () => {
    const { at, verify } = await madeReports();
    mkdirSync(at('archive'));
    for (const name of Object.keys(files)) renameSync(at(name), at(join('archive', name)));
    const missing = await verify('r.json');
    expect(missing).toMatchObject({ code: 66, reports: [{ holds: 'unknown', reasons: ['input-missing'] }] });
    expect(missing.reports[0].files.map(({ state }: never) => state)).toEqual(['missing', 'missing']);
    expect(await verify('--root', 'archive', ...names)).toMatchObject({ code: 0 });
  });

  test('a file that has come into the folder since', async () => {
    const cwd = folderWith({ 'policy.yaml': policy });
    mkdirSync(join(cwd, 'exports'));
    writeFileSync(join(cwd, 'exports', 'a.csv'), tickets);
    await slaudit({ cwd }, 'report', '-p', 'policy.yaml', 'exports', '-o', 'r.json');
    expect(await slaudit({ cwd }, 'verify', 'r.json', '--quiet')).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, 'exports', 'b.csv'), tickets.replaceAll('A-', 'B-'));
    const { code, stdout } = await slaudit({ cwd }, 'verify', 'r.json', '-f', 'json');
    expect(code).toBe(1);
    const [report] = JSON.parse(stdout).reports;
    expect(report).toMatchObject({ holds: 'no', reasons: ['input-added'] });
    expect(report.files.at(-1)).toMatchObject({ file: 'exports/b.csv', state: 'added' });
  });

  test('what cannot be told: standard input, a report without its origin, none at all', async () => {
    const { cwd, at, verify } = await madeReports();
    await slaudit({ cwd, stdin: tickets }, 'report', '-p', 'policy.yaml', '-', '-o', 's.json');
    expect(await verify('s.json')).toMatchObject({
      code: 65,
      reports: [{ holds: 'unknown', reasons: ['standard-input'] }],
    });
    rmSync(at('breaches.csv.manifest.json'));
    expect(await verify('breaches.csv')).toMatchObject({ code: 65, reports: [{ reasons: ['no-provenance'] }] });
    expect(await verify('nothing.json')).toMatchObject({ code: 66, reports: [{ reasons: ['no-report'] }] });
    // What is known to be wrong weighs more.
    expect(await verify('nothing.json', 's.json')).toMatchObject({ code: 66 });
  });

  test('another build of the same version: the figures decide, and of a document only the build that made it can tell', async () => {
    const { at, edit, verify } = await madeReports();
    const { build } = JSON.parse(readFileSync(at('r.json'), 'utf8')).provenance.tool;
    // Whole in what the report says of itself, and its beginning in what people read.
    const other = (text: string) =>
      text.replaceAll(build, 'f'.repeat(64)).replaceAll(build.slice(0, 16), 'f'.repeat(16));
    edit('r.json', other);
    edit('r.html', other);
    const same = await verify('r.json', 'r.html');
    expect(same).toMatchObject({ code: 0 });
    for (const { reasons, versions } of same.reports) {
      expect(reasons).toEqual(['other-build-same-figures']);
      expect(versions.filter(({ isSame }: never) => !isSame)).toMatchObject([{ what: 'build', was: 'f'.repeat(64) }]);
    }
    edit('r.json', (text) => text.replace('"breached": 1', '"breached": 0'));
    edit('r.html', (text) => text.replace('A-2', 'A-9'));
    expect(await verify('r.json')).toMatchObject({ code: 1, reports: [{ reasons: ['other-build-other-figures'] }] });
    expect(await verify('r.html')).toMatchObject({ code: 65, reports: [{ reasons: ['other-build'] }] });
  });

  test('another version of the tool or of its data: the figures decide', async () => {
    const { edit, verify } = await madeReports();
    const older = (text: string) =>
      text.replace('"name": "slaudit",\n      "version": "', '"name": "slaudit",\n      "version": "0.');
    edit('r.json', older);
    expect(await verify('r.json')).toMatchObject({
      code: 0,
      reports: [
        { holds: 'yes', reasons: ['other-version-same-figures'], versions: [{ what: 'tool', isSame: false }, {}, {}] },
      ],
    });
    // Laid out otherwise, and still the same figures.
    edit('r.json', (text) => `${JSON.stringify(JSON.parse(text))}\n`);
    expect(await verify('r.json')).toMatchObject({ code: 0, reports: [{ reasons: ['other-version-same-figures'] }] });
    edit('r.json', (text) => text.replace('"breached":1', '"breached":0'));
    expect(await verify('r.json')).toMatchObject({ code: 1, reports: [{ reasons: ['other-version-other-figures'] }] });
  });
});

describe('what is no report holds its origin, too', () => {
  test('every command, in every form that holds it', async () => {
    const cwd = folderWith({ ...files, 'second.yaml': policy.replaceAll('30m', '40m') });
    const periods = ['--period', '2026-09', '--period', '2026-10'];
    const forms = ['json', 'html', 'xlsx'];
    const made: [string, string[], string[]][] = [
      ['policies', ['compare', '-p', 'second.yaml', ...given], forms],
      ['periods', ['compare', ...periods, ...given], forms],
      ['due', ['due', ...given], forms],
      ['check', ['check', ...given, '--fail-on', 'attainment(first_response) < 10%'], forms],
      ['explain', ['explain', 'A-2', ...given], ['json', 'html']],
      ['statement', ['statement', '李雷', ...given], ['html']],
      ['verdicts', ['evaluate', ...given], forms],
    ];
    const names = made.flatMap(([name, , endings]) => endings.map((ending) => `${name}.${ending}`));
    for (const [name, argv, endings] of made) {
      const outputs = endings.flatMap((ending) => ['-o', `${name}.${ending}`]);
      expect(await slaudit({ cwd }, ...argv, ...outputs, '--quiet'), name).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    await slaudit({ cwd }, 'compare', ...periods, ...given, '-o', 'periods.csv', '--manifest', '--quiet');
    const { stdout, code } = await slaudit({ cwd }, 'verify', ...names, 'periods.csv', '-f', 'json');
    expect(JSON.parse(stdout).reports.map(({ file, holds }: never) => [file, holds])).toEqual(
      [...names, 'periods.csv'].map((name) => [name, 'yes']),
    );
    expect(code).toBe(0);
    const json = readFileSync(join(cwd, 'periods.json'), 'utf8');
    writeFileSync(join(cwd, 'periods.json'), json.replace('"before": {', '"before": { "altered": true,'));
    expect(await slaudit({ cwd }, 'verify', 'periods.json')).toMatchObject({ code: 1 });
  }, 120_000);

  test('every view as JSON', async () => {
    const cwd = folderWith(files);
    const argv = ['report', ...given, '--view', Object.keys(views).join(','), '-o', '{view}.json', '--quiet'];
    expect(await slaudit({ cwd }, ...argv)).toEqual({ code: 0, stdout: '', stderr: '' });
    const names = Object.keys(views).map((view) => `${view}.json`);
    for (const name of names) {
      const { schemaVersion, policy: by, asOf, provenance } = JSON.parse(readFileSync(join(cwd, name), 'utf8'));
      expect({ name, schemaVersion, by, asOf }).toEqual({
        ...{ name, schemaVersion: 1, by: { file: 'policy.yaml', name: '小柜台' }, asOf: '2026-10-20T02:00:00Z' },
      });
      expect(provenance.tool.build).toMatch(/^[0-9a-f]{64}$/);
    }
    const { stdout, code } = await slaudit({ cwd }, 'verify', ...names, '-f', 'json');
    expect(JSON.parse(stdout).reports.map(({ file, holds, reasons }: never) => [file, holds, reasons])).toEqual(
      names.map((name) => [name, 'yes', []]),
    );
    expect(code).toBe(0);
  }, 120_000);

  test('without a clock that resolves nobody knows how many are resolved', async () => {
    const { stdout } = await runIn({ files }, 'report', ...given, '-f', 'json');
    const { tickets: told, groups } = JSON.parse(stdout);
    expect(told).toMatchObject({ created: 3, resolved: null, resolution: null });
    for (const { groups: each } of groups)
      for (const { tickets: own } of each) expect(own).toMatchObject({ resolved: null });
    const over = ['--period', '2026-09', '--period', '2026-10'];
    const compared = JSON.parse((await runIn({ files }, 'compare', ...over, ...given, '-f', 'json')).stdout);
    expect(compared.tickets).toContainEqual({ figure: 'resolved', before: null, after: null, change: null });
    const { stdout: csv } = await runIn({ files }, 'report', ...given, '--view', 'tickets', '-f', 'csv');
    const [header = [], first = []] = csv.split('\n').map((line) => line.split(','));
    expect(first[header.indexOf('tickets_resolved')]).toBe('');
  });
});

describe('a report that hides people under a key', () => {
  test('another key cannot tell, nor can one that is gone', async () => {
    const cwd = folderWith({ ...files, key: 'a key that is long enough' });
    await slaudit({ cwd }, 'report', ...given, '--pseudonymise', 'key', '-o', 'r.json', '-o', 'r.html', '--quiet');
    expect(await slaudit({ cwd }, 'verify', 'r.json', 'r.html', '--quiet')).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, 'key'), 'another that is long enough');
    const other = await slaudit({ cwd }, 'verify', 'r.json', 'r.html', '-f', 'json');
    expect(other.code).toBe(65);
    for (const { holds, reasons, told } of JSON.parse(other.stdout).reports) {
      expect([holds, reasons]).toEqual(['unknown', ['other-key']]);
      expect(told).toContain('"key"');
    }
    rmSync(join(cwd, 'key'));
    const missing = await slaudit({ cwd }, 'verify', 'r.json', '-f', 'json');
    expect(missing.code).toBe(65);
    expect(JSON.parse(missing.stdout).reports).toMatchObject([{ holds: 'unknown', reasons: ['key-missing'] }]);
  });
});

describe('a report that means harm', () => {
  const claim = (command: string[], more = {}) =>
    JSON.stringify({
      provenance: {
        tool: { name: 'slaudit', version: '0.1.0' },
        command,
        files: [],
        timeZoneData: '',
        holidayData: [],
        ...more,
      },
    });

  test.each([
    ['writes nothing', ['slaudit', 'report', ...given, '-o', 'stolen.csv', '--log', 'stolen.log']],
    ['names no other command', ['slaudit', 'init', 'tickets.csv', '-o', 'stolen.yaml']],
    ['names no other program', ['rm', '-rf', '.']],
    ['does not go on for ever', ['slaudit', 'verify', 'evil.json']],
    ['is nothing', []],
  ])('%s', async (_, command) => {
    const outcome = await runIn(
      { files: { ...files, 'evil.json': claim(command) } },
      'verify',
      'evil.json',
      '-f',
      'json',
    );
    const [report] = JSON.parse(outcome.stdout).reports;
    expect(['no', 'unknown']).toContain(report.holds);
    expect([...outcome.files.keys()].filter((name) => name.startsWith('stolen'))).toEqual([]);
    expect([1, 65]).toContain(outcome.code);
  });

  test.each([
    ['half a provenance', JSON.stringify({ provenance: { command: ['slaudit'] } })],
    ['files that are none', claim(['slaudit', 'report'], { files: [1, null] })],
    [
      'a manifest of a file elsewhere',
      JSON.stringify({ kind: 'manifest', output: { file: '../x', sha256: '' }, provenance: {} }),
    ],
    ['no JSON', '{'],
    ['nothing', ''],
  ])('%s says nothing', async (_, text) => {
    const outcome = await runIn({ files: { 'evil.json': text } }, 'verify', 'evil.json', '-f', 'json');
    expect(outcome.code).toBe(65);
    expect(JSON.parse(outcome.stdout).reports).toMatchObject([{ reasons: ['no-provenance'] }]);
  });
});

describe('a member of an archive', () => {
  const archive = (name: string, text: string, { method = 8, claims = 0 } = {}): Buffer => {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(claims || 30 + name.length + packed.length, 16);
    return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
  };

  test('packed or stored', () => {
    expect(zipMember(archive('a/b.xml', 'text'), 'a/b.xml')).toBe('text');
    expect(zipMember(archive('a/b.xml', 'text', { method: 0 }), 'a/b.xml')).toBe('text');
    expect(zipMember(archive('a/b.xml', 'text'), 'b.xml')).toBeUndefined();
  });

  test('damaged, or too large, it is none', () => {
    const whole = archive('a', 'text');
    for (let length = 0; length < whole.length; length++)
      expect(zipMember(whole.subarray(0, length), 'a')).toBeUndefined();
    expect(zipMember(archive('a', 'text', { claims: 4_000_000_000 }), 'a')).toBeUndefined();
    expect(zipMember(archive('a', 'a'.repeat(20_000_000)), 'a')).toBeUndefined();
  });
});
