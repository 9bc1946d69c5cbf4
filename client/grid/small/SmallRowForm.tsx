import type { RowKey } from '#client/sync/RowStore.ts';
import { type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { GridWords } from '../GridWords.ts';
import { RowForm } from './RowForm.tsx';
import type { ListItem } from './RowList.ts';
import { useLastRow } from './useLastRow.ts';

type Props = {
  rowKey: RowKey;
  items: readonly ListItem[];
  words: GridWords & { choiceLabel: ChoiceLabel };
  readLock(organisationId: OrganisationId): string | null;
  /** The row that was just made here. */
  newRow: RowId | null;
  /** The field that was asked for; null for the row as a whole. */
  wantedField: string | null;
  onReplace(row: { id: RowId }): void;
  onClose(): void;
  onDelete(row: Row): void;
};

/** The form of the row that is open, with its neighbours in the list. */
export function SmallRowForm({ rowKey, items, words, readLock, newRow, wantedField, ...actions }: Props) {
  const { row, isDeleted } = useLastRow(rowKey);
  if (row === null) return null;
  const rows = items.filter((item) => item.kind === 'row');
  const place = rows.findIndex(({ key }) => key === rowKey);
  const goTo = (step: number): (() => void) | null => {
    const neighbour = place < 0 ? undefined : rows[place + step];
    if (neighbour === undefined) return null;
    const id = RowId.parse(neighbour.key.slice(neighbour.key.indexOf('/') + 1));
    return () => actions.onReplace({ id });
  };
  return (
    <RowForm
      rowKey={rowKey}
      row={row}
      isDeleted={isDeleted}
      number={rows[place]?.number ?? null}
      words={words}
      lock={readLock(row.organisationId)}
      startsOpen={row.id === newRow}
      wantedField={wantedField}
      onClose={actions.onClose}
      onPrevious={goTo(-1)}
      onNext={goTo(1)}
      onDelete={actions.onDelete}
    />
  );
}
