import { english } from '../../../src/diagnostics/say.ts';
import { GRADES } from '../../../src/domain/event-log.ts';
import type { StampMapping } from '../../../src/domain/policy.ts';
import { dateOrders } from '../../../src/ingest/stamps/date-orders.ts';
import { stampReader } from '../../../src/ingest/stamps/stamp-reader.ts';
import { stamp } from '../exports.ts';

/** What one stamp is read as, after others of its column; in Shanghai unless said. */
export function readStamp(text: string, options: Partial<StampMapping> = {}, before: readonly string[] = []): string {
  const reader = stampReader(stamp('时间', options), 1000, dateOrders({ file: 'a', line: 1 }));
  for (const each of before) reader.read(each);
  if (!reader.read(text)) return reader.isUndecided ? 'undecided' : `fault: ${english(reader.fault)}`;
  const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
  const until = reader.latest === reader.at ? '' : ` … ${iso(reader.latest)}`;
  return `${iso(reader.at)}${until} ${GRADES[reader.grade]}`;
}
