import { z } from 'zod';

/**
 * Names one press of a button, so that the same request sent again after an answer was lost is not done
 * twice. As of the IETF draft "The Idempotency-Key HTTP Header Field".
 */
export const repeatKeyHeader = 'idempotency-key';
/** `true` on an answer that was given before. */
export const repeatedHeader = 'idempotency-replayed';

export const RepeatKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
