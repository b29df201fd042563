/** From what a report was made, so that anybody can make it again; as plain JSON. */
export interface Provenance {
  readonly tool: { readonly name: 'slaudit'; readonly version: string };
  /** The command with its arguments as they were written; times that depend on the wall clock made absolute. */
  readonly command: readonly string[];
  /** Exports first, in the order in which they were read. */
  readonly files: readonly FileDigest[];
  /** Versions of the data that came with the tool. */
  readonly timeZoneData: string;
  readonly holidayData: readonly { readonly country: string; readonly version: string; readonly sha256: string }[];
}

/** A file that went into a report. */
export interface FileDigest {
  readonly role: 'export' | 'policy' | 'roster' | 'excuses' | 'personnel' | 'leave' | 'calendar';
  /** The path as the user gave it, or as the policy names it. */
  readonly file: string;
  readonly bytes: number;
  /** Of its bytes as they lie on the disk; lower-case hexadecimal. */
  readonly sha256: string;
}
