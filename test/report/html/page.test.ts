import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reading, startBrowser } from './browser.ts';
import { HOSTILE, hostilePage, shuffledRows } from './desk.ts';
import { pagesOf } from './print.ts';

const require = createRequire(import.meta.url);
let browser: Awaited<ReturnType<typeof startBrowser>>;
let english: string;
let chinese: string;

beforeAll(async () => {
  browser = await startBrowser();
  [english, chinese] = await Promise.all([hostilePage(), hostilePage({ more: ['--lang', 'zh'] })]);
});
afterAll(() => browser.stop());

async function reading(html: string, read: (page: Reading['page']) => Promise<void>, hash = ''): Promise<void> {
  const { page, complaints, close } = await browser.open(html, {}, hash);
  await read(page);
  expect(complaints).toEqual([]);
  await close();
}

/** The first column of the rows that a table shows. */
function firstCells(page: Reading['page'], table: string): Promise<string[]> {
  return page.locator(`${table} tbody tr > :first-child`).allInnerTexts();
}

test('the same files give the same bytes', async () => {
  expect(await hostilePage()).toBe(english);
});

test('rows in another order give the same figures: only their lines and the file’s hash differ', async () => {
  const figures = (html: string) =>
    html
      .slice(0, html.indexOf('id="run-chapter"'))
      .replaceAll(/tickets\.csv:\d+/g, 'LINE')
      .replaceAll(/[0-9a-f]{64}/g, 'HASH');
  expect(figures(await hostilePage({ rows: shuffledRows() }))).toBe(figures(english));
});

describe('what the export says is shown and never run', () => {
  test('nothing runs, nothing is asked for, and every text stands there as it is', () =>
    reading(english, async (page) => {
      await page.locator('#run-chapter > summary').click();
      const text = await page.locator('#run-table').innerText();
      for (const sign of [HOSTILE.script, HOSTILE.end, HOSTILE.link]) expect(text).toContain(sign);
      expect(await page.locator('h1').innerText()).toBe('Service report, October 2026');
      expect(await page.locator('header dd').first().innerText()).toBe('售后 "服务" </style><b>承诺</b>');
      expect(await page.title()).toBe('Service report, October 2026: 售后 "服务" </style><b>承诺</b>');
      expect(await page.locator('img, iframe, object, embed, link, b').count()).toBe(0);
      expect(await page.locator('script:not([type])').count()).toBe(1);
      expect(await page.locator('[style], [onclick], [onerror], [onload]').count()).toBe(0);
    }));

  test('every link leads into the page', () =>
    reading(english, async (page) => {
      const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((link) => !link?.startsWith('#'))).toEqual([]);
    }));

  test('every target of a plain link is on the page, and no id twice', () =>
    reading(english, async (page) => {
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      const lost = links.filter((link) => !link.startsWith('#runs') && !ids.includes(link.slice(1)));
      expect(lost).toEqual([]);
    }));

  test('its policy allows nothing but its own style and script', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(english) ?? [];
    expect(policy.replaceAll(/sha256-[A-Za-z0-9+/=]{44}/g, 'HASH')).toBe(
      "default-src 'none'; style-src 'HASH'; script-src 'HASH'; base-uri 'none'; form-action 'none'".replaceAll(
        "'",
        '&#39;',
      ),
    );
  });

  test('an island of data cannot be closed from within', () => {
    const islands = [...english.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g)];
    expect(islands.length).toBeGreaterThan(1);
    for (const [, json = ''] of islands) {
      expect(json).not.toMatch(/[<>\u2028\u2029]/);
      JSON.parse(json);
    }
    expect(islands.map(([, json]) => json).join('')).toContain('\\u003cscript\\u003ealert(1)');
  });
});

describe('tables', () => {
  test('are sorted by value, not by text, and back', () =>
    reading(
      english,
      async (page) => {
        const over = page.locator('#run-table thead th', { hasText: 'Over by' });
        const cells = () => page.locator('#run-table tbody td:nth-child(5)').allInnerTexts();
        await over.locator('button').click();
        expect(await over.getAttribute('aria-sort')).toBe('ascending');
        // 31, 40, 45 and 120 minutes taken of 30.
        expect((await cells()).slice(0, 4)).toEqual(['0:01:00', '0:10:00', '0:15:00', '1:30:00']);
        await over.locator('button').click();
        expect(await over.getAttribute('aria-sort')).toBe('descending');
        expect((await cells()).slice(0, 4)).toEqual(['1:30:00', '0:15:00', '0:10:00', '0:01:00']);
        await over.locator('button').click();
        expect(await over.getAttribute('aria-sort')).toBe(null);
      },
      '#runs',
    ));

  test('are filtered by a text, and say how many rows are left', () =>
    reading(
      english,
      async (page) => {
        const box = page.locator('#run-chapter');
        await box.getByRole('searchbox').fill('ops-3');
        expect(await firstCells(page, '#run-table')).toEqual(['OPS-3', 'OPS-3']);
        // 12 tickets with two clocks each.
        expect(await box.getByRole('status').innerText()).toBe('2 of 24 rows');
      },
      '#runs',
    ));
});

describe('from a figure to its runs to a proof, and back', () => {
  test('a figure leads to the runs that it counts', () =>
    reading(english, async (page) => {
      await page.locator('.card.bad .figure a').last().click();
      expect(new URL(page.url()).hash).toBe('#runs?outcome=breached');
      expect((await firstCells(page, '#run-table')).toSorted()).toEqual(['OPS-3', 'OPS-5', 'OPS-7', HOSTILE.link]);
      expect(await page.locator('.chip').allInnerTexts()).toEqual(['Outcome: breached ✕']);

      await page.locator('#run-table a', { hasText: 'OPS-7' }).click();
      const proof = page.locator('#ticket-OPS-7');
      expect(await proof.isVisible()).toBe(true);
      expect(await proof.innerText()).toContain('tickets.csv');

      await page.goBack();
      expect(new URL(page.url()).hash).toBe('#runs?outcome=breached');
      expect(await firstCells(page, '#run-table')).toHaveLength(4);
      await page.locator('.chip').click();
      await expect.poll(() => firstCells(page, '#run-table')).toHaveLength(24);
    }));

  test('each count that is a link leads to as many runs, or runs of as many tickets, as it says', () =>
    reading(english, async (page) => {
      const counts = await page
        .locator('td a.drill')
        .evaluateAll((all) =>
          all.map((link) => ({ text: link.textContent ?? '', href: link.getAttribute('href') ?? '' })),
        );
      expect(counts.length).toBeGreaterThan(40);
      for (const { text, href } of new Map(counts.map((count) => [count.text + count.href, count])).values()) {
        await page.evaluate(`location.hash = ${JSON.stringify(href)}`);
        const expected = Number(text.split('/').at(-1));
        const listed = async () => {
          const tickets = await firstCells(page, '#run-table');
          return [tickets.length, new Set(tickets).size];
        };
        await expect.poll(listed, { message: href }).toContain(expected);
      }
    }));

  test('an address that was sent on opens what it names', () =>
    reading(
      english,
      async (page) => {
        expect(await firstCells(page, '#run-table')).toEqual(['OPS-5']);
        expect(await page.locator('.chip').allInnerTexts()).toEqual([
          'Clock: First response ✕',
          'Outcome: breached ✕',
          'Employee: Wang ✕',
        ]);
      },
      '#runs?clock=first_response&outcome=breached&by=employee&kind=employee&name=Wang',
    ));

  test('all of it by the keyboard alone', () =>
    reading(english, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement?.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement?.id')).toBe('content');
      await page.locator('.card .figure a').last().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement?.parentElement?.id')).toBe('run-chapter');
      await page.keyboard.press('Enter');
      expect(await page.locator('#run-chapter').getAttribute('open')).toBe(null);
    }));
});

describe('for everybody', () => {
  test.each([
    ['English, light, at a desk', 'en', 'light', 1280],
    ['English, dark, on a telephone', 'en', 'dark', 360],
    ['Chinese, dark, at a desk', 'zh', 'dark', 1280],
    ['Chinese, light, on a telephone', 'zh', 'light', 360],
  ] as const)('axe finds nothing to complain of: %s', async (_, language, colorScheme, width) => {
    // One view of each sort: axe looks at every cell.
    const html = await hostilePage({ more: ['--lang', language, '--view', 'summary,load,penalties,provenance'] });
    const { page, complaints, close } = await browser.open(
      html,
      { colorScheme, viewport: { width, height: 800 } },
      '#runs',
    );
    await page.evaluate(
      'for (const part of document.querySelectorAll("details:not(.proof), details:has(> #ticket-OPS-7)")) part.open = true;',
    );
    const violations = await axe(page);
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await close();
  });

  test('says its language', () => {
    expect(english).toMatch(/<html lang="en">/);
    expect(chinese).toMatch(/<html lang="zh-Hans">/);
  });

  test('without a script all of it can be read', async () => {
    const { page, close } = await browser.open(english, { javaScriptEnabled: false });
    await page.locator('#run-chapter > summary').click();
    expect(await firstCells(page, '#run-table')).toHaveLength(24);
    await page.locator('details:has(> #proofs) > summary').click();
    await page.locator('details:has(> #ticket-OPS-7) > summary').click();
    expect(await page.locator('#ticket-OPS-7').innerText()).toContain('2026-10-07 11:00:00');
    expect(await page.locator('input, button').count()).toBe(0);
    await close();
  });

  test('on paper nothing but what can be read is left, and proofs only where they are open', async () => {
    const { page, close } = await browser.open(english);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['nav', '.skip', '.tools', '#run-chapter', '#proofs']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    const closed = await pagesOf(page);
    expect(closed).toBeGreaterThan(3);
    expect(closed).toBeLessThan(25);
    await page.evaluate('location.hash = "#ticket-OPS-7"');
    await expect.poll(() => page.locator('#ticket-OPS-7').isVisible()).toBe(true);
    expect(await page.locator('#ticket-OPS-5').isVisible()).toBe(false);
    expect(await pagesOf(page)).toBeGreaterThan(closed);
    await close();
  });
});

/** What axe says against the page as it stands. */
async function axe(page: Reading['page']): Promise<unknown[]> {
  // Not as an element of the page, which its policy would forbid.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html) }));
  });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
