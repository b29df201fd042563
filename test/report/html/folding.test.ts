import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reading, startBrowser } from './browser.ts';
import { goldenPage } from './desk.ts';
import { pagesOf } from './print.ts';

/** What a manager has in hand: the golden desk, thirteen tickets on which every view has something to say. */
let browser: Awaited<ReturnType<typeof startBrowser>>;
let english: string;
let chinese: string;

beforeAll(async () => {
  browser = await startBrowser();
  [english, chinese] = await Promise.all([goldenPage('--lang', 'en'), goldenPage('--lang', 'zh')]);
});
afterAll(() => browser.stop());

type Options = Parameters<typeof browser.open>[1];

async function reading(
  html: string,
  read: (page: Reading['page']) => Promise<void>,
  { hash = '', ...options }: Options & { readonly hash?: string } = {},
): Promise<void> {
  const { page, complaints, close } = await browser.open(html, options, hash);
  await read(page);
  expect(complaints).toEqual([]);
  await close();
}

const MAIN = ['summary', 'clocks', 'objectives', 'breaches', 'penalties'];

describe('a page on everything', () => {
  test('opens with what a manager reads, and every other chapter is a line to open', () =>
    reading(english, async (page) => {
      const open = await page.locator('section.chapter').evaluateAll((all) => all.map(({ id }) => id));
      expect(open).toEqual(MAIN.map((name) => `chapter-${name}`));
      const folded = page.locator('.folded');
      expect(await folded.count()).toBeGreaterThan(10);
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(await page.locator('#chapter-severity').isVisible()).toBe(false);
      // Only the open ones and the lines of the others: a screen or two for each of the five.
      expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(8000);
    }));

  test('has a table of contents of all its chapters, first those that are open', () =>
    reading(english, async (page) => {
      const lists = page.locator('nav ol');
      expect(await lists.count()).toBe(2);
      expect(await lists.first().locator('a').allInnerTexts()).toEqual([
        ...['Summary', 'Times', 'Objectives', 'Breaches', 'Penalties'],
      ]);
      expect(await lists.last().locator('a').count()).toBe(await page.locator('.folded').count());
    }));

  test.each([
    ['with a script', true],
    ['without', false],
  ])('a link opens the chapter that it leads to, %s', (_, javaScriptEnabled) =>
    reading(
      english,
      async (page) => {
        expect(await page.locator('#chapter-load').isVisible()).toBe(true);
        expect(await page.locator('#chapter-severity').isVisible()).toBe(false);
      },
      { hash: '#chapter-load', javaScriptEnabled },
    ),
  );

  test.each([
    ['with a script', true],
    ['without', false],
  ])('a link opens a proof and the chapter of proofs around it, %s', (_, javaScriptEnabled) =>
    reading(
      english,
      async (page) => {
        expect(await page.locator('#ticket-R-09').isVisible()).toBe(true);
        expect(await page.locator('#ticket-R-07').isVisible()).toBe(false);
      },
      { hash: '#ticket-R-09', javaScriptEnabled },
    ),
  );

  test('a link within the page does the same, and the keyboard goes on from the title', () =>
    reading(english, async (page) => {
      await page.locator('nav a', { hasText: 'Volume and load' }).press('Enter');
      await expect.poll(() => page.locator('#chapter-load').isVisible()).toBe(true);
      expect(await page.evaluate('document.activeElement?.textContent')).toBe('Volume and load');
      await page.keyboard.press('Enter');
      expect(await page.locator('#chapter-load').isVisible()).toBe(false);
    }));

  test('all can be opened and closed at once, but for the proofs, each of which is opened by itself', () =>
    reading(english, async (page) => {
      const parts = page.locator('details:not(.proof)');
      await page.getByRole('button', { name: 'Open all' }).click();
      expect(await parts.evaluateAll((all) => all.every((part) => part.hasAttribute('open')))).toBe(true);
      expect(await page.locator('.proof[open]').count()).toBe(0);
      expect(await page.locator('#chapter-severity').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Close all' }).click();
      expect(await page.locator('details[open]').count()).toBe(0);
    }));

  test('details of an open chapter are folded, too', () =>
    reading(english, async (page) => {
      const parts = await page.locator('#chapter-summary .part > summary').allInnerTexts();
      expect(parts).toContain('By channel (times in open hours, h:mm:ss)');
      expect(parts).not.toContain('Promises');
    }));
});

describe('what is asked for by name', () => {
  test('is not folded', async () => {
    const html = await goldenPage('--lang', 'en', '--view', 'severity,load');
    await reading(html, async (page) => {
      expect(await page.locator('section.chapter').count()).toBe(2);
      expect(await page.locator('#chapter-severity').isVisible()).toBe(true);
    });
  });

  test('and has nothing to say is left out, and the page says so', async () => {
    // Nobody of the desk has a reward in October.
    const html = await goldenPage('--lang', 'en', '--view', 'summary,rewards');
    await reading(html, async (page) => {
      expect(await page.locator('#chapter-rewards').count()).toBe(0);
      expect(await page.locator('.empty').innerText()).toBe('Nothing to report: Rewards.');
    });
  });
});

describe('on paper', () => {
  /**
   * The first sheet says it all; summary, times, objectives, breaches and penalties of this desk fill less than one each. It was 55
   * sheets when all was open.
   */
  test.each([
    ['English', () => english],
    ['Chinese', () => chinese],
  ])('it is six sheets at the most: %s', (_, html) =>
    reading(html(), async (page) => {
      expect(await pagesOf(page)).toBeLessThanOrEqual(6);
    }),
  );

  test('it says what is not printed, and what is opened is printed', () =>
    reading(english, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const left = () => page.locator('.unprinted li:visible').allInnerTexts();
      const closed = await left();
      expect(closed).toHaveLength(await page.locator('.folded').count());
      expect(closed).toContain('Volume and load');
      const sheets = await pagesOf(page);
      await page.evaluate('location.hash = "#chapter-load"');
      await expect.poll(() => page.locator('#chapter-load').isVisible()).toBe(true);
      expect(await left()).toEqual(closed.filter((title) => title !== 'Volume and load'));
      expect(await pagesOf(page)).toBeGreaterThan(sheets);
    }));
});

describe('what it calls things', () => {
  test('it is titled by its month and its policy', () =>
    reading(english, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('Service report, October 2026');
      expect(await page.title()).toBe('Service report, October 2026: 维修台服务规定');
    }));

  test('in Chinese, too', () =>
    reading(chinese, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('2026年10月服务时限报告');
      expect(await page.title()).toBe('2026年10月服务时限报告　维修台服务规定');
    }));

  test('shares have one decimal wherever they stand', () => {
    const shares = (html: string) => html.replaceAll(/<style>[\s\S]*?<\/style>/g, '').match(/\d+(?:\.\d+)?%/g) ?? [];
    const all = [...shares(english), ...shares(chinese)];
    // 6/9 is 66.667 %.
    expect(all).toContain('66.7%');
    expect(all.filter((share) => /\.\d\d/.test(share))).toEqual([]);
  });
});

test.each([375, 560, 700, 900, 1000, 1130, 1280])('no card stands alone in the last row: %i pixels', (width) =>
  reading(
    english,
    async (page) => {
      const tops = await page
        .locator('.card')
        .evaluateAll((all) => all.map((card) => card.getBoundingClientRect().top));
      expect(tops.filter((top) => top === Math.max(...tops)).length).toBeGreaterThan(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    },
    { viewport: { width, height: 900 } },
  ),
);
