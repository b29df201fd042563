import { Unusable } from '../unusable.ts';

/** Why an archive, or one member of it, cannot be read. */
export interface ZipFault {
  readonly kind: 'damaged' | 'encrypted' | 'foreign' | 'too-large';
  /** Its name; absent: it is the archive as a whole. */
  readonly member?: string;
  /** The rest of a sentence about the archive that is damaged; of other faults a sentence. */
  readonly message: string;
  readonly hint: string;
}

/** Makes of a fault what is told: workbooks are archives, too, and people know them by another name. */
export type RefuseZip = (fault: ZipFault) => Unusable;

/** Tells the faults of an archive of exports, which is called `file` in places. */
export function zipFaults(file: string): RefuseZip {
  return ({ kind, member, message, hint }) => {
    const place = member === undefined ? file : `${file}/${member}`;
    if (kind === 'damaged') return badZip(place, `the archive is damaged: ${message}`, hint);
    if (kind === 'too-large') return new Unusable({ code: 'too-large', place: { file: place }, message, hint });
    return badZip(place, message, hint);
  };
}

export function badZip(file: string, message: string, hint: string): Unusable {
  return new Unusable({ code: 'bad-zip', place: { file }, message, hint });
}
