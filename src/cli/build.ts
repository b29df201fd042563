/** Put in place by the bundler (.ci/build-hash.mjs); there is none where the sources run by themselves. */
declare const SLAUDIT_BUILD: string;

/** SHA-256 of all that this program was built of, or `source`: two builds of one version may differ. */
export const build: string = typeof SLAUDIT_BUILD === 'string' ? SLAUDIT_BUILD : 'source';
