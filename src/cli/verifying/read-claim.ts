import { FILE_ROLES, type Provenance } from '../../domain/provenance.ts';
import { isMap } from '../../report/json-map.ts';
import { digest } from '../digest.ts';
import { isSystemError, type World } from '../world.ts';
import { zipMember } from './zip-member.ts';

/** What a report says of itself. */
export interface Claim {
  readonly provenance: Provenance;
  /** Of the report as it is. */
  readonly sha256: string;
  /** Of the report as its manifest says; absent where it has none. */
  readonly manifestSays?: string;
  /** Its figures as JSON, provenance left out; absent of other formats. */
  readonly figures?: unknown;
}

/** Longer, a text is no string any more. */
const MOST_BYTES = 500_000_000;

/**
 * Reads what a report was made from: JSON says it itself, documents in a place that is not seen, all others in the manifest beside
 * them. A manifest may also be named itself: it speaks of the file that it stands beside.
 */
export async function readClaim(world: World, file: string): Promise<Claim | 'no-report' | 'no-provenance'> {
  const content = await readIfThere(world, file);
  if (content === undefined) return 'no-report';
  const json = jsonIn(content);
  const manifest = asManifest(json);
  if (manifest !== undefined) {
    const beside = file.slice(0, file.length - (file.split(/[/\\]/).at(-1)?.length ?? 0)) + manifest.file;
    const output = await readIfThere(world, beside);
    if (output === undefined) return 'no-report';
    return { provenance: manifest.provenance, sha256: digest(output).sha256, manifestSays: manifest.sha256 };
  }
  const { sha256 } = digest(content);
  const { provenance: own, ...figures } = isMap(json) ? json : { provenance: provenanceInDocument(content) };
  const provenance = asProvenance(own);
  if (provenance !== undefined) return { provenance, sha256, ...(isMap(json) && { figures }) };
  const besides = await readIfThere(world, `${file}.manifest.json`);
  const told = besides === undefined ? undefined : asManifest(jsonIn(besides));
  if (told === undefined) return 'no-provenance';
  return { provenance: told.provenance, sha256, manifestSays: told.sha256 };
}

async function readIfThere(world: World, file: string): Promise<Uint8Array | undefined> {
  try {
    return await world.files.read(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function jsonIn(content: Uint8Array): unknown {
  const first = content.find((byte) => byte > 0x20);
  if (content.length > MOST_BYTES || (first !== 0x7b && first !== 0x5b)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}

/** The data island of HTML, the description of a workbook. */
function provenanceInDocument(content: Uint8Array): unknown {
  if (content.length > MOST_BYTES) return undefined;
  const isZip = content[0] === 0x50 && content[1] === 0x4b;
  const text = isZip ? zipMember(content, 'docProps/core.xml') : new TextDecoder().decode(content);
  const [, json] =
    (isZip
      ? /<dc:description>([\s\S]*?)<\/dc:description>/
      : /<script type="application\/json" id="provenance">([\s\S]*?)<\/script>/
    ).exec(text ?? '') ?? [];
  if (json === undefined) return undefined;
  try {
    return JSON.parse(isZip ? withoutEntities(json) : json);
  } catch {
    return undefined;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function withoutEntities(xml: string): string {
  return xml.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function asManifest(value: unknown): { file: string; sha256: string; provenance: Provenance } | undefined {
  if (!isMap(value) || value['kind'] !== 'manifest' || !isMap(value['output'])) return undefined;
  const { file, sha256 } = value['output'];
  const provenance = asProvenance(value['provenance']);
  // A name with folders in it would lead elsewhere.
  if (typeof file !== 'string' || /[/\\]/.test(file) || typeof sha256 !== 'string') return undefined;
  return provenance && { file, sha256, provenance };
}

/** A provenance that has everything, in the right types; anybody may have written it. */
function asProvenance(value: unknown): Provenance | undefined {
  if (!isMap(value) || !isMap(value['tool'])) return undefined;
  const { tool, command, files, timeZoneData, holidayData, privacy } = value;
  const isText = (each: unknown): each is string => typeof each === 'string';
  const hasTexts = (each: unknown, ...keys: string[]) => isMap(each) && keys.every((key) => isText(each[key]));
  const isFile = (each: unknown) =>
    hasTexts(each, 'file', 'sha256', 'role') && FILE_ROLES.some((role) => isMap(each) && each['role'] === role);
  const isWhole =
    isMap(tool) &&
    isText(tool['version']) &&
    Array.isArray(command) &&
    command.every(isText) &&
    Array.isArray(files) &&
    files.every(isFile) &&
    (privacy === undefined || hasTexts(privacy, 'kind')) &&
    isText(timeZoneData) &&
    Array.isArray(holidayData) &&
    holidayData.every((each) => hasTexts(each, 'country', 'version', 'sha256'));
  return isWhole ? (value as unknown as Provenance) : undefined;
}
