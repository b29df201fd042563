import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/audit/inspecting.ts';
import { profileOf } from '../ingest/profile/profile.ts';
import { draftAndRun, textSource } from './drafted.ts';

/** Made up, with the header of New York's open data. All dates can be read either way. */
const newYork = `Unique Key,Created Date,Closed Date,Agency,Complaint Type,Status,Due Date,Borough,Open Data Channel Type
61000001,07/05/2026 09:55:45 PM,07/06/2026 03:45:24 AM,NYPD,Noise,Closed,,BROOKLYN,PHONE
61000002,07/06/2026 09:55:45 PM,,NYPD,Noise,Open,,BROOKLYN,PHONE
`;

const ledger = `序号,日期,时间,渠道,客户名称,服务类别,紧急程度,问题描述,部门,受理人,接单时间,响应时间,派单时间,到场时间,完成时间,处理结果,回访时间,是否满意
1,2026/3/2,9:05,电话,华强电器,维修,紧急,控制器不启动,售后部,李敏,2026/3/2 9:07,2026/3/2 9:20,2026/3/2 9:30,2026/3/2 11:00,2026/3/2 13:40,已解决,2026/3/4 10:00,满意
2,2026/3/3,9:15,电话,顺达物业,维修,一般,漏水,售后部,陈刚,2026/3/3 9:17,2026/3/3 9:30,2026/3/3 9:40,2026/3/3 11:10,2026/3/3 13:50,已解决,2026/3/5 10:00,满意
`;

describe('a column that the preset reads is mapped by nothing else', () => {
  test('nyc-311: Closed Date is its resolution, the month first, in New York', async () => {
    const { draft, faults } = await draftAndRun(textSource('t.csv', newYork));
    expect(faults).toEqual([]);
    expect(draft?.text).toContain('preset: nyc-311');
    expect(draft?.text).toContain('timezone: America/New_York');
    expect(draft?.text).not.toMatch(/column: |closed:|d\/M/);
    expect(draft?.open.filter((point) => /zone|day from month/.test(point))).toEqual([]);
  });

  test('taizhang: 回访时间 is followed_up, and nothing besides', async () => {
    const { draft, faults } = await draftAndRun(textSource('t.csv', ledger));
    expect(faults).toEqual([]);
    expect(draft?.text).toContain('preset: taizhang');
    expect(draft?.text).not.toMatch(/called_back|回访时间|assigned:/);
  });

  test('the zone that the user says stands above that of the preset', async () => {
    const { draft } = await draftAndRun(textSource('t.csv', newYork), { timezone: 'America/Chicago' });
    expect(draft?.text).toContain('timezone: America/Chicago\n');
  });

  test('inspect tells its format, order and zone, and does not call them open', async () => {
    const { guess } = inspect(await profileOf(newYork));
    const zone = 'America/New_York';
    expect(guess.stated).toEqual(
      ['Created Date', 'Closed Date'].map((column) => ({
        column,
        format: 'M/d/yyyy h:mm:ss a',
        dayOrder: 'month-first',
        zone,
      })),
    );
    expect(guess.roles).toContainEqual({ role: 'resolved', column: 'Closed Date', why: 'preset' });
    expect(guess.oddities.filter(({ kind }) => kind === 'day-month')).toEqual([]);
  });
});

/** The header of GLPI's export, in French. Opened at 9:00, solved at 15:30, of which one hour waited: 5 h 30 min of 6 h. */
const glpi = `"ID";"Titre";"Statut";"Date d'ouverture";"Priorité";"Demandeur - Demandeur";"Attribué à - Technicien";"Attribué à - Groupe de techniciens";"Catégorie";"Type";"Date de résolution";"Date de clôture";"Statistiques - Délai en attente"
"4 101";"Imprimante en panne";"Clos";"2026-07-06 09:00";"Moyenne";"Durand Alice";"Martin Paul";"Support";"Matériel";"Incident";"2026-07-06 15:30";"2026-07-08 10:00";"1 heures 0 minutes"
"4 102";"Imprimante en panne";"Clos";"2026-07-06 09:00";"Moyenne";"Durand Alice";"Martin Paul";"Support";"Matériel";"Incident";"2026-07-06 15:30";"2026-07-08 10:00";"0 heures 0 minutes"
"4 103";"Écran noir";"Clos";"2026-07-06 09:00";"Moyenne";"Durand Alice";"Martin Paul";"Support";"Matériel";"Incident";"2026-07-06 15:30";"2026-07-08 10:00";"0 heures 0 minutes"
`;

test('a total of paused time that a preset names pauses the resolution, and is no field', async () => {
  const { draft, outcomes } = await draftAndRun(textSource('t.csv', glpi), {
    targets: new Map([['resolution', '6h']]),
  });
  expect(draft?.text).toContain('preset: glpi');
  expect(draft?.text).toContain('pause: [{total: paused}]');
  expect(draft?.text).not.toContain('Statistiques');
  expect(outcomes.get('resolution')).toEqual(['breached', 'breached', 'met']);
});
