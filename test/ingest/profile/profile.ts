import type { ColumnProfile, TableProfile } from '../../../src/domain/profile.ts';
import { profileExports } from '../../../src/ingest/profile/profile-exports.ts';

/** The profile of the one table of a text. */
export async function profileOf(text: string | Uint8Array, name = 'tickets.csv'): Promise<TableProfile> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { value } = await profileExports([
    {
      name,
      async *chunks() {
        yield bytes;
      },
    },
  ]);
  const [table] = value;
  if (table === undefined || value.length > 1) throw new Error(`${value.length} tables`);
  return table;
}

export function columnOf(table: TableProfile, name: string): ColumnProfile {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}
