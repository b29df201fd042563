export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const ALWAYS = '24x7';
export const CLOSED = 'closed';
