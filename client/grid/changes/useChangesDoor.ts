import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { OrganisationId } from '#shared/model/ids.ts';

/**
 * An address made by `changesLink` opens the list of what changed since acceptance, once: then it is the
 * table's again. Gives the organisation that was asked for, until all are.
 */
export function useChangesDoor(
  open: () => void,
): [OrganisationId | null, (only: OrganisationId | null) => void] {
  const [query, setQuery] = useSearchParams();
  const [only, setOnly] = useState<OrganisationId | null>(null);
  const isDoor = query.get('panel') === 'changes';
  const organisation = query.get('of');
  useEffect(() => {
    if (!isDoor) return;
    setOnly(OrganisationId.safeParse(organisation).data ?? null);
    open();
    setQuery(
      (previous) => {
        const rest = new URLSearchParams(previous);
        rest.delete('panel');
        rest.delete('of');
        return rest;
      },
      { replace: true },
    );
  }, [isDoor, organisation, open, setQuery]);
  return [only, setOnly];
}
