import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Nothing that the browser would do by itself. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface Reading {
  readonly page: Page;
  /** What the browser complained of, and what it asked for beyond the file itself: nothing, of a good page. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** A browser that opens pages from files of their own; `CHROMIUM` names another than the one on the path. */
export async function startBrowser(): Promise<{
  readonly open: (html: string, options?: BrowserContextOptions, hash?: string) => Promise<Reading>;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-page-'));
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? onPath('chromium'),
    args: ARGUMENTS,
  });
  let opened = 0;
  return {
    async open(html, options = {}, hash = '') {
      opened += 1;
      const path = join(folder, `page-${opened}.html`);
      writeFileSync(path, html);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      const { href } = pathToFileURL(path);
      await context.route('**/*', (route) => {
        const url = route.request().url();
        if (url.replace(/#.*$/, '') === href) return route.continue();
        complaints.push(`request: ${url}`);
        return route.abort();
      });
      await page.goto(href + hash);
      return { page, complaints, close: () => context.close() };
    },
    async stop() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function onPath(program: string): string {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`no ${program} on the path: npm run programs installs it`);
  return found;
}
