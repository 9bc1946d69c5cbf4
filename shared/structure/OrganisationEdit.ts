import { z } from 'zod';
import { Edrpou } from '../model/edrpou.ts';
import { OrganisationId } from '../model/ids.ts';
import { Organisation } from '../model/structure.ts';

/** Of the whole city, so that pages and files of them stay of a size that can be sent at once. */
export const maxOrganisations = 10_000;

export const OrganisationFields = Organisation.pick({ name: true, shortName: true, kind: true }).extend({
  /** Null while unknown. */
  edrpou: Edrpou.nullable(),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

/** One change of the city's organisations. `from` is what stood there for whoever changes it. */
export const OrganisationEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), fields: OrganisationFields }),
  z.object({
    kind: z.literal('change'),
    organisationId: OrganisationId,
    from: OrganisationFields,
    to: OrganisationFields,
  }),
  z.object({ kind: z.literal('remove'), organisationId: OrganisationId }),
]);
export type OrganisationEdit = z.infer<typeof OrganisationEdit>;
