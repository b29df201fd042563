/** Bytes that a decoder found not to be of its encoding. Caught where the file and the encoding's origin are known. */
export class BrokenBytes extends Error {
  /** Sound text before the fault, of the chunk in which it lies, as UTF-8. */
  readonly before: Uint8Array;
  /** The bytes of the chunk from the fault on; none where the text ends within a character. */
  readonly bytes: Uint8Array;

  constructor(before: Uint8Array, bytes: Uint8Array) {
    super('bytes that are not of the encoding');
    this.before = before;
    this.bytes = bytes;
  }
}
