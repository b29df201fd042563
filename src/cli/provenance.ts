import manifest from '../../package.json' with { type: 'json' };
import { formatInstant } from '../calendar/stamps.ts';
import type { FileDigest, Provenance } from '../domain/provenance.ts';
import type { Audit } from '../run.ts';
import { build } from './build.ts';
import { commandOf } from './command-line.ts';
import { digest } from './digest.ts';
import type { Session, Versions } from './session.ts';
import type { World } from './world.ts';

/**
 * From what a result of this run is made.
 *
 * @param result its format and view, where they are not those that the command has by itself
 */
export async function provenanceOf(
  session: Session,
  audit: Audit,
  result: { readonly format?: string; readonly view?: string },
): Promise<Provenance> {
  const { period, asOf } = audit;
  const files: FileDigest[] = [];
  for (const { role, file } of session.knowledge.inputs) {
    files.push({ role, file, ...(await session.digests.digestOf(file)) });
  }
  const command = commandOf(session.argv, session.options, {
    ...result,
    ...(period !== undefined && { period: period.label }),
    ...(session.knowledge.periods !== undefined && { periods: session.knowledge.periods }),
    asOf: formatInstant(asOf),
  }).map((word) => audit.hidden?.argument(word) ?? word);
  const { tool, timeZoneData, holidayData } = session.claimed ?? versionsOf(session, audit);
  const privacy = audit.hidden && { privacy: audit.hidden.told };
  return { tool, command, ...privacy, files, timeZoneData, holidayData };
}

/** Of the tool and the data that came with it. */
export function versionsOf({ timeZoneData }: Pick<World, 'timeZoneData'>, audit: Audit): Versions {
  const holidayData = audit
    .holidayData()
    .map(({ country, version, text }) => ({ country, version, sha256: digest(text).sha256 }));
  return { tool: { name: 'slaudit', version: manifest.version, build }, timeZoneData, holidayData };
}
