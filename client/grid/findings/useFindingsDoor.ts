import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { OrganisationId } from '#shared/model/ids.ts';
import type { Panel } from '../panel/usePanel.ts';
import type { FindingFilterState } from './FindingFilter.ts';

/** An address made by `findingsLink` opens the list on one organisation, once: then it is the table's again. */
export function useFindingsDoor({ open }: Panel, { setFilter }: FindingFilterState): void {
  const [query, setQuery] = useSearchParams();
  const isDoor = query.get('panel') === 'findings';
  const organisation = query.get('of');
  useEffect(() => {
    if (!isDoor) return;
    const organisationId = OrganisationId.safeParse(organisation).data ?? null;
    setFilter({ organisationId, isMine: false, severity: 'all', code: null });
    open('findings');
    setQuery(
      (previous) => {
        const rest = new URLSearchParams(previous);
        rest.delete('panel');
        rest.delete('of');
        return rest;
      },
      { replace: true },
    );
  }, [isDoor, organisation, open, setFilter, setQuery]);
}
