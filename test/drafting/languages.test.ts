import { expect, test } from 'vitest';
import { guessOf } from '../../src/drafting/guess.ts';
import { profileOf } from '../ingest/profile/profile.ts';

const row = (name: string) =>
  `T-${name},2026-03-0${name} 09:00,2026-03-0${name} 09:10,2026-03-0${name} 10:00,offen,hoch,Ann Ott`;
const roles = ['ticket', 'created', 'responded', 'resolved', 'status', 'priority', 'assignee'];

test.each([
  ['Ticketnummer,Erstellt am,Erste Antwort am,Gelöst am,Status,Priorität,Bearbeiter'],
  ["Numéro de ticket,Date d'ouverture,Première réponse,Date de résolution,Statut,Priorité,Technicien"],
  ['工單號,建立時間,首次回應時間,解決時間,狀態,優先級,處理人'],
  ['ticket_id,created_at,first_replied_at,resolved_at,status,priority,assignee_name'],
  ['ticket_id,created_on,first_replied,solved_on,status,priority,owner_name'],
])('%s', async (header) => {
  const profile = await profileOf([header, row('1'), row('2'), row('3')].join('\n'));
  const guess = guessOf(profile, {}, []);
  expect(guess.roles.map(({ role, why }) => [role, why])).toEqual(roles.map((role) => [role, 'header']));
});
