import type { OutputRequest } from './outputs.ts';
import type { PrivacyRequest } from './privacy.ts';
import type { FileRequest, QualityRequest } from './reading-options.ts';

/** What the commands that read exports have in common, as it was written on the command line. */
export interface AuditRequest extends FileRequest, QualityRequest, OutputRequest, PrivacyRequest {
  readonly log?: string;
  readonly statusFile?: string;
  readonly policy: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly quiet?: boolean;
}
