import type { ClockKind } from '../../domain/policy.ts';
import type { PauseSpan } from '../../domain/verdict.ts';
import type { Court, Judgement } from '../court.ts';
import { judgeDuty } from './duty.ts';
import { judgePromise } from './promise.ts';

/** How each kind of clock judges a ticket. */
export const kinds: Readonly<Record<ClockKind, (court: Court, pauses: readonly PauseSpan[]) => readonly Judgement[]>> =
  {
    plain: judgePromise,
    response: judgePromise,
    resolution: judgePromise,
    next_response: judgePromise,
    duty: judgeDuty,
  };
