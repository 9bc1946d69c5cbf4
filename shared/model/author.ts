import { z } from 'zod';

/** Whose a change was: the server's own, or a person's; the name is that of today, null without an account in this database. */
export const Author = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), name: z.string().nullable() }),
  z.object({ kind: z.literal('server') }),
]);
export type Author = z.infer<typeof Author>;
