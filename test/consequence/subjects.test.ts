import { describe, expect, it } from 'vitest';
import type { Per } from '../../src/domain/consequence-rules.ts';
import type { Charged } from '../../src/domain/verdict.ts';
import { breach, type FieldsTold, fine, follow, ladder, tier, type World } from './world.ts';

// Contract: `per: team` or `department` is the roster's unit of the one charged at that instant, else the ticket's field.

const whose = (per: Per, charged: Charged, fields: FieldsTold = {}, world: World = {}) =>
  follow(
    { ladders: [ladder([tier(1, fine(1))], { per })] },
    [breach({ due: '2026-10-05 09:00', charged, fields })],
    world,
  ).map(({ who, kind }) => `${kind} ${who}`);

describe('for whom a breach counts', () => {
  const li: Charged = { to: 'Li', kind: 'employee' };
  it.each<[per: Per, charged: Charged, fields: FieldsTold, teams: Record<string, string>, expected: string[]]>([
    ['employee', li, {}, {}, ['employee Li']],
    ['team', li, {}, { Li: 'A' }, ['team A']],
    ['team', li, { team: 'B' }, { Li: 'A' }, ['team A']],
    ['team', li, { team: 'B' }, {}, ['team B']],
    ['team', li, {}, {}, []],
    ['department', li, { department: 'Repair' }, {}, ['department Repair']],
    ['supplier', li, {}, {}, []],
    ['supplier', { to: 'ACME', kind: 'supplier' }, {}, {}, ['supplier ACME']],
    ['employee', { to: 'ACME', kind: 'supplier' }, {}, {}, []],
    ['team', { to: 'ACME', kind: 'supplier' }, { team: 'B' }, {}, []],
    ['department', { to: 'ACME', kind: 'supplier' }, { department: 'Repair' }, {}, []],
    ['department', { to: 'Repair', kind: 'department' }, { department: 'Sales' }, {}, ['department Repair']],
    ['team', { to: 'Repair', kind: 'department' }, { team: 'B' }, {}, ['team B']],
    ['employee', { to: 'Repair', kind: 'department' }, {}, {}, []],
    // A name that the roster does not settle has no file; its ticket may still name a team.
    ['employee', { to: 'Lee', kind: 'unmatched' }, {}, {}, []],
    ['team', { to: 'Lee', kind: 'unmatched' }, { team: 'B' }, { Lee: 'A' }, ['team B']],
    ['employee', { to: '', kind: 'unassigned' }, {}, {}, []],
    ['department', { to: '', kind: 'unassigned' }, { department: 'Repair' }, {}, []],
    ['employee', { to: '', kind: 'nobody' }, {}, {}, []],
    ['department', { to: '', kind: 'nobody' }, { department: 'Repair' }, {}, []],
  ])('per %s, charged %o, fields %o, teams %o: %o', (per, charged, fields, teams, expected) => {
    expect(whose(per, charged, fields, { teams })).toEqual(expected);
  });

  it('an employee and a team of one name are two', () => {
    const one = ladder([tier(2, fine(1))], { id: 'employees' });
    const other = ladder([tier(2, fine(1))], { id: 'teams', per: 'team' });
    const verdicts = [
      breach({ due: '2026-10-05 09:00', who: 'A' }),
      breach({ due: '2026-10-06 09:00', who: 'Li', fields: { team: 'A' } }),
    ];
    expect(follow({ ladders: [one, other] }, verdicts)).toEqual([]);
  });
});
