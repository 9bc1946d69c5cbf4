import { useSessionStorage } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findingCodes } from '#shared/checks/Finding.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { listOwnOrganisations } from './listOwnOrganisations.ts';

const FindingFilter = z.object({
  severity: z.enum(['all', 'error', 'warning']),
  /** Only what this person can mend. */
  isMine: z.boolean(),
  code: z.enum(findingCodes).nullable(),
  organisationId: OrganisationId.nullable(),
  grouping: z.enum(['organisation', 'code']),
});
/** Which findings the list shows, and how it gathers them. */
export type FindingFilter = z.infer<typeof FindingFilter>;

export type FindingFilterState = {
  filter: FindingFilter;
  setFilter(change: Partial<FindingFilter>): void;
  /** Those whose rows this person can mend; null for whoever may write all, or none. */
  own: ReadonlySet<OrganisationId> | null;
};

/** Kept while the tab of the browser is open, for both tables. An editor begins with their own. */
export function useFindingFilter(): FindingFilterState {
  const { actor, structure } = useReport();
  const own = useMemo(() => listOwnOrganisations(actor, structure.report.id), [actor, structure]);
  const initial = useMemo<FindingFilter>(
    () => ({
      severity: 'all',
      isMine: own !== null,
      code: null,
      organisationId: null,
      grouping: 'organisation',
    }),
    [own],
  );
  const [stored, setStored] = useSessionStorage<FindingFilter | null>({
    key: 'zvit.findings',
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: (text) => {
      const parsed = FindingFilter.safeParse(JSON.parse(text ?? 'null'));
      return parsed.success ? parsed.data : null;
    },
    serialize: (value) => JSON.stringify(value),
  });
  const filter = useMemo(() => {
    const kept = stored ?? initial;
    return own === null ? { ...kept, isMine: false } : kept;
  }, [stored, initial, own]);
  const setFilter = useCallback(
    (change: Partial<FindingFilter>) => setStored((previous) => ({ ...(previous ?? initial), ...change })),
    [setStored, initial],
  );
  return { filter, setFilter, own };
}
