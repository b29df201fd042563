import type { DurationUnit, Form, Records, StampMapping } from '../../domain/policy.ts';

export const FORMS = ['tickets', 'events', 'changes'] as const satisfies readonly Form[];
export const REPEATS = ['last', 'first', 'error'] as const satisfies readonly Records['repeats'][];
export const ASSUMPTIONS = ['undecided', 'start', 'end'] as const satisfies readonly StampMapping['assume'][];
export const UNITS = ['ms', 's', 'min', 'h', 'd', 'text'] as const satisfies readonly DurationUnit[];
export const AMBIGUITIES = ['earlier', 'later', 'reject'] as const satisfies readonly StampMapping['ambiguous'][];
