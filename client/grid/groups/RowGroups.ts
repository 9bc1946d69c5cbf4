import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Grouping } from '#shared/model/view.ts';
import type { GroupId } from './GroupId.ts';

/** Into which groups rows fall, and in which order those stand. */
export type RowGroups = {
  grouping: Grouping;
  /** Always `none` while nothing is grouped. */
  idOf(row: Row): GroupId;
  /** Rises down the table. An organisation that has left the report stands after all others. */
  placeOf(id: GroupId): number;
  titleOf(id: GroupId): string;
};

export function buildRowGroups(
  grouping: Grouping,
  structure: Pick<ReportStructure, 'directions' | 'organisations'>,
  words: { noDirection: string },
): RowGroups {
  const ids: GroupId[] =
    grouping === 'direction'
      ? structure.directions.map(({ id }) => id)
      : grouping === 'organisation'
        ? structure.organisations.map(({ id }) => id)
        : [];
  const places = new Map<GroupId, number>(ids.map((id, index) => [id, index]));
  const placeOf = (id: GroupId) => places.get(id) ?? ids.length;
  switch (grouping) {
    case 'none':
      return { grouping, idOf: () => 'none', placeOf: () => 0, titleOf: () => '' };
    case 'organisation': {
      const names = new Map<GroupId, string>(
        structure.organisations.map(({ id, shortName }) => [id, shortName]),
      );
      return { grouping, idOf: (row) => row.organisationId, placeOf, titleOf: (id) => names.get(id) ?? id };
    }
    case 'direction': {
      const titles = new Map<GroupId, string>(
        structure.directions.map(({ id, number, title }) => [id, `${number}. ${title}`]),
      );
      return {
        grouping,
        idOf({ values: { directionId } }) {
          return directionId !== null && places.has(directionId) ? directionId : 'none';
        },
        placeOf,
        titleOf: (id) => titles.get(id) ?? words.noDirection,
      };
    }
  }
}
