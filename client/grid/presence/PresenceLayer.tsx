import { useEffect, useRef } from 'react';
import { usePeople } from '#client/sync/ReportContext.tsx';
import { groupPeopleByCell } from '../cells/groupPeopleByCell.ts';
import type { RowGrid } from '../RowGrid.ts';
import { CellGeometry } from '../selection/CellGeometry.ts';
import { PeopleLabels } from './PeopleLabels.ts';
import classes from './presence.module.css';

/** The names of colleagues at the cells they are in. Lies over the grid. */
export function PresenceLayer({ grid }: { grid: RowGrid }) {
  const people = usePeople();
  const layer = useRef<HTMLDivElement>(null);
  const labels = useRef<PeopleLabels | null>(null);

  useEffect(() => {
    if (layer.current === null) return;
    const { cells } = grid.hands;
    const geometry = new CellGeometry(cells);
    const created = new PeopleLabels(layer.current, cells.element, () => geometry.scrollBounds());
    labels.current = created;
    return () => created.destroy();
  }, [grid]);
  useEffect(() => labels.current?.setPeople(groupPeopleByCell(people)), [people]);

  return <div ref={layer} className={classes.layer} />;
}
