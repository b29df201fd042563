import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

const room = join(import.meta.dirname, '../../../src/report/formats/html');
export const pageSourcePath = join(room, 'page-source.ts');

/** The text of `page-source.ts`: the script and the style of pages without their comments and blanks. */
export async function pageSource(): Promise<string> {
  const [script, style] = await Promise.all([
    transform(readFileSync(join(room, 'page/script.js'), 'utf8'), { minify: true, target: 'es2022' }),
    transform(readFileSync(join(room, 'page/style.css'), 'utf8'), { minify: true, loader: 'css' }),
  ]);
  return [
    '// Made of page/script.js and page/style.css by `UPDATE=1 npx vitest run test/report/html/page-source.test.ts`. Change those.',
    `export const pageScript = ${literal(script.code)};`,
    `export const pageStyle = ${literal(style.code)};`,
    '',
  ].join('\n');
}

/** Neither may end the element that it stands in. */
function literal(code: string): string {
  if (/<\/|<!--/.test(code)) throw new Error('the page’s script or style holds what could end its element');
  return `\`${code.trim().replaceAll(/[\\`]|\$\{/g, '\\$&')}\``;
}
