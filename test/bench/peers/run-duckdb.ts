// node run-duckdb.ts WHERE SQL CALENDAR FILE ANSWER: runs statements with the DuckDB installed in WHERE, on all cores.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of it. */
interface DuckDB {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>;
  };
}

const [where = '', sql = '', calendar = '', file = '', answer = ''] = process.argv.slice(2);
const { DuckDBInstance }: DuckDB = createRequire(join(where, 'package.json'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const statements = readFileSync(sql, 'utf8')
  .replaceAll('__CALENDAR__', calendar)
  .replaceAll('__FILE__', file)
  .replaceAll('__ANSWER__', answer)
  .replace(/^--.*\n/gm, '')
  .split(/;\n/);
for (const statement of statements) {
  if (statement.trim() === '') continue;
  const before = performance.now();
  await connection.run(statement);
  if (process.env['BENCH_STEPS'])
    process.stderr.write(`${Math.round(performance.now() - before)} ms ${statement.trim().slice(0, 60)}\n`);
}
