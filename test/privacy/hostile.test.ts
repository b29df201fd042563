import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { outputsIn } from '../cli/in-folder.ts';
import { files } from './hostile.ts';
import { auditIn, everything } from './told.ts';

const folder = mkdtempSync(join(tmpdir(), 'slaudit-privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
writeFileSync(join(folder, 'key.txt'), 'a key of more than sixteen bytes\n');

const TICKETS = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7'];

/** Names and texts that no word of ours or of the policy is. */
const TELLTALE = [
  ...[
    '王芳',
    '小王',
    '赵总',
    '13800000001',
    '13800000002',
    '+86 (138) 0000-0003',
    'stranger',
    'ghost',
    'Ann',
    'W901',
    'W902',
  ],
  ...[
    'W903',
    'W904',
    '</script><i>',
    '&lt;/script&gt;&lt;i&gt;',
    '=SUM(A1)',
    'did not call',
    'I told',
    'alert(1)',
    'HYPERLINK',
  ],
  ...[
    '电话 again',
    'said no',
    'was ill',
    'letter of',
    'rude',
    'late one',
    '<b>李',
    '李</b>',
    '31/02',
    'only on the roster',
  ],
];

const options = [{ redact: true }, { pseudonymise: 'key.txt' }] as const;

describe.each(options)('%o', (asked) => {
  test.each(['en', 'zh'] as const)('nobody is named in any view, format, proof or finding (%s)', async (lang) => {
    const audit = await auditIn(outputsIn(folder), ['tickets.csv'], { policy: 'policy.yaml', lang, ...asked });
    let pieces = 0;
    for await (const { what, text } of everything(audit, lang, TICKETS)) {
      pieces++;
      for (const name of TELLTALE) expect(wordIn(text, name), `${name} in ${what}`).toBe(false);
    }
    expect(pieces).toBeGreaterThan(100);
  });
});

/** A word of Latin letters and digits must stand alone; any other text may stand within another. */
function wordIn(text: string, word: string): boolean {
  if (!/^\w+$/.test(word)) return text.includes(word);
  return new RegExp(`(?<![A-Za-z0-9_])${word}(?![A-Za-z0-9_])`).test(text);
}
