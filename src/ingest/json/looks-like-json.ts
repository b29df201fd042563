/** `[ID],[Created]`: the header of a table whose names stand in brackets, as some databases write them. */
const BRACKETED_HEADER = /^\s*\[[^[\]{}",\d][^[\]{}"\r\n]*\][ \t]*[,;\t|][ \t]*\[/;

/** Is a text that begins so JSON, or was it meant to be? `head` is UTF-8. */
export function looksLikeJson(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 0x20);
  if (first === 0x7b) return true;
  return first === 0x5b && !BRACKETED_HEADER.test(new TextDecoder().decode(head.subarray(0, LONGEST)));
}

/** Enough for two names of a header. */
const LONGEST = 2000;
