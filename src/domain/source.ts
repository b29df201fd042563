/** An export to read; only the command line knows where its bytes come from. */
export interface Source {
  /** The path as the user gave it; `-` for standard input. */
  readonly name: string;
  /** The bytes in order, in pieces of any size. May be asked for once. */
  chunks(): AsyncIterable<Uint8Array>;
}
