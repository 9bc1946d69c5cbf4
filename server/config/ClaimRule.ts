import { z } from 'zod';
import { Role } from '#shared/model/user.ts';

/** One rule of `OIDC_RIGHTS`: who has this value in this claim has this role. */
export const ClaimRule = z
  .strictObject({
    /** A claim’s name, or a path with dots into one: `realm_access.roles`. A list has each of its values. */
    claim: z.string().min(1).max(200),
    /** The value itself, or a pattern with one `*`; without it any value fits. */
    value: z
      .string()
      .min(1)
      .max(300)
      .refine((text) => text.split('*').length <= 2, 'one * at most')
      .default('*'),
    role: Role,
    /**
     * Of an editor: the organisation’s ЄДРПОУ, id, name or short name. `*` is what stood for the star of
     * the value, so that one rule serves all organisations.
     */
    organisation: z.string().min(1).max(500).optional(),
    /** In which reports: all, the newest of each programme, or those of some years. */
    reports: z
      .union([z.literal(['all', 'newest']), z.array(z.int().min(1990).max(2200)).min(1)])
      .default('all'),
  })
  .refine(({ role, organisation }) => (role === 'editor') === (organisation !== undefined), {
    path: ['organisation'],
    message: 'an editor has an organisation, nobody else has',
  });
export type ClaimRule = z.infer<typeof ClaimRule>;

export const ClaimRules = z.array(ClaimRule).max(1_000);
