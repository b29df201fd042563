/**
 * The content security policy of a page with one style and one script of its own: nothing is loaded, sent or run but those two,
 * whatever a text of the export would like to be.
 */
export async function securityPolicy(style: string, script: string): Promise<string> {
  const [ofStyle, ofScript] = await Promise.all([sha256(style), sha256(script)]);
  return [
    "default-src 'none'",
    `style-src 'sha256-${ofStyle}'`,
    `script-src 'sha256-${ofScript}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
