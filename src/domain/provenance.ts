/** From what a report was made, so that anybody can make it again; as plain JSON. */
export interface Provenance {
  readonly tool: Tool;
  /**
   * The command that makes this one result again, on standard output: program, command, options as they were written, then
   * view and format, then the rest. Times that the clock on the wall told are absolute; what only says where a result goes is left out.
   */
  readonly command: readonly string[];
  /** How people are hidden in it; absent: they are named. */
  readonly privacy?: HidingTold;
  /** Exports first, in the order in which they were read; then the policy and what it names. */
  readonly files: readonly FileDigest[];
  /** Versions of the data that came with the tool. */
  readonly timeZoneData: string;
  readonly holidayData: readonly HolidayDigest[];
}

export interface Tool {
  readonly name: 'slaudit';
  readonly version: string;
  /** SHA-256 of all that it was built of, in lower-case hexadecimal; `source` where it runs unbuilt. */
  readonly build: string;
}

/** Numbers within the result; or codes under a key, told by a fingerprint from which nobody learns the key. */
export interface HidingTold {
  readonly kind: 'redacted' | 'pseudonymised';
  readonly key?: string;
}

/** Holidays of one country that came with the tool, in the years of the data and those on either side. */
export interface HolidayDigest {
  readonly country: string;
  /** The package they come from: `date-holidays 3.37.0`. */
  readonly version: string;
  /** Of a line for each of their dates. */
  readonly sha256: string;
}

/** A file that went into a report; `-` is standard input. Members of an archive are in the archive's file. */
export interface FileDigest {
  readonly role: FileRole;
  /** The path as the user gave it, or as the policy names it. */
  readonly file: string;
  readonly bytes: number;
  /** Of its bytes as they lie on the disk; lower-case hexadecimal. */
  readonly sha256: string;
}

export const FILE_ROLES = ['export', 'policy', 'roster', 'excuses', 'personnel', 'leave', 'calendar'] as const;
export type FileRole = (typeof FILE_ROLES)[number];
