import type { Language, Policy } from '../../domain/policy.ts';

export const VERSIONS = ['at-start', 'at-breach'] as const satisfies readonly Policy['version'][];
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
