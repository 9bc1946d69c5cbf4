import type { DirectionId, OrganisationId } from '#shared/model/ids.ts';

/** Names a group by what its rows have in common; `none` is the rows without a direction the report has. */
export type GroupId = DirectionId | OrganisationId | 'none';
