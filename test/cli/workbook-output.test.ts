import { expect, test } from 'vitest';
import { runIn } from './made-world.ts';

const policy = `slaudit: 1
name: Desk
timezone: UTC
records:
  form: tickets
  ticket: id
  events: {created: opened, resolved: closed}
clocks:
  resolution: {start: created, stop: resolved, within: 1h}
`;
const files = { 'policy.yaml': policy, 't.csv': 'id,opened,closed\nA-1,2026-10-01 08:00,2026-10-01 08:30\n' };

test('a workbook is not written onto a terminal', async () => {
  const outcome = await runIn(
    { files, terminal: { columns: 80 } },
    ...['evaluate', 't.csv', '-p', 'policy.yaml', '-f', 'xlsx'],
  );
  expect(outcome.code).toBe(64);
  expect(outcome.stdout).toBe('');
  expect(outcome.stderr).toContain('this format is no text for a terminal');
});

test('slaudit schema lists what there is, and refuses what there is not', async () => {
  const listed = await runIn({}, 'schema');
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toContain('slaudit explain -f json');
  const { code, stdout } = await runIn({}, 'schema', 'proof');
  expect({ code, id: JSON.parse(stdout).$id }).toEqual({ code: 0, id: 'urn:slaudit:schema:proof:1' });
  const unknown = await runIn({}, 'schema', 'prof');
  expect(unknown.code).toBe(64);
  expect(unknown.stderr).toContain('Did you mean "proof"?');
});
