import type { Code } from '../../diagnostics/codes.ts';
import { say, someOf } from '../../diagnostics/say.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Archive, Member } from './unzip.ts';
import { badZip } from './zip-faults.ts';

/** What a zip archive as a whole is. */
export function kindOfArchive({ members }: Archive): 'workbook' | 'document' | 'archive' {
  const has = (test: (name: string) => boolean) => members.some(({ name }) => test(name));
  const isOffice = has((name) => /^\[content_types\]\.xml$/i.test(name));
  if (isOffice && has((name) => /^xl\//i.test(name))) return 'workbook';
  if (has((name) => name === 'mimetype') && has((name) => name === 'content.xml')) return 'workbook';
  // Word, PowerPoint; Numbers, Pages.
  return isOffice || has((name) => /^Index\/.*\.iwa$/.test(name)) ? 'document' : 'archive';
}

/** The members that may be exports, and of the others a note. Throws `Unusable` where there are none, or two of one name. */
export function exportsOf(
  archive: Archive,
  file: string,
): { exports: readonly Member[]; notes: readonly Diagnostic<Code>[] } {
  const files = archive.members.filter(({ name }) => !name.endsWith('/') && !isByproduct(name));
  const isExport = ({ name, size }: Member) => size > 0 && !isForeign(name);
  const exports = files.filter(isExport);
  const skipped = files
    .filter((member) => !isExport(member))
    .map(({ name, size }) => (size > 0 ? name : `${name} (empty)`));
  const [first] = exports;
  if (first === undefined) {
    const hint = skipped.length > 0 ? `It holds ${listed(skipped)}.` : 'There is not one file in it.';
    throw badZip(file, 'the archive holds no export', hint);
  }
  const twice = exports.find(({ name }, index) => exports[index - 1]?.name === name);
  if (twice !== undefined) {
    throw badZip(
      `${file}/${twice.name}`,
      'the archive holds two files of this name',
      'Unpack it, and give the one that is meant.',
    );
  }
  return { exports, notes: skipped.length > 0 ? [skippedNote(file, skipped)] : [] };
}

function skippedNote(file: string, skipped: readonly string[]): Diagnostic<Code> {
  return {
    code: 'skipped-members',
    place: { file },
    message:
      skipped.length === 1
        ? say`a file in the archive is passed over: ${skipped}`
        : say`${skipped.length} files in the archive are passed over: ${someOf(skipped, LISTED)}`,
    hint: say`By their names or sizes they are no exports. One that is can be unpacked and given by itself.`,
  };
}

/** Names in a message. */
const LISTED = 10;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return [...names.slice(0, LISTED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** What systems leave behind in folders. */
function isByproduct(name: string): boolean {
  const folders = name.split('/');
  const base = folders.at(-1) ?? '';
  return folders.includes('__MACOSX') || base.startsWith('._') || /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(base);
}

const FOREIGN =
  /\.(pdf|rtf|docx?|pptx?|odt|odp|md|png|jpe?g|gif|bmp|webp|svg|ico|tiff?|mp[34]|wav|avi|mov|exe|dll|bat|sh|js|css|sql|eml|msg|sha\d*|md5|sig|asc)$/i;
const LEAFLET =
  /(^|\/)(readme|licen[cs]e|copying|notice|说明|使用说明|自述)[^/]*\.(txt|html?)$|(^|\/)(readme|licen[cs]e|copying|notice)$/i;

function isForeign(name: string): boolean {
  return FOREIGN.test(name) || LEAFLET.test(name);
}
