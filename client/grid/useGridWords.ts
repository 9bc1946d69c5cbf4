import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { printFieldTitle } from '#client/ui/useFieldTitle.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import { ActivityForm, ActivityState, Fund } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { type ChoiceLabel, createCellTexts } from './CellTexts.ts';
import type { CellPerson } from './cells/groupPeopleByCell.ts';
import type { GridWords } from './GridWords.ts';
import { gridLocale } from './gridLocale.ts';
import { printSum } from './printSum.ts';

/** The words of the grid, new when the language or the structure changes. */
export function useGridWords(structure: ReportStructure): GridWords & { choiceLabel: ChoiceLabel } {
  const { t } = useTranslation(['grid', 'findings', 'conflict', 'columns']);
  const { t: tRows } = useTranslation('rows');
  const language = useLanguage();
  return useMemo(() => {
    const choiceLabel: ChoiceLabel = (field, value) => {
      if (field === 'fund') return t(`choice.fund.${Fund.parse(value)}`);
      return field === 'form'
        ? t(`choice.form.${ActivityForm.parse(value)}`)
        : t(`choice.state.${ActivityState.parse(value)}`);
    };
    const buildFigure = (column: 'plannedMinor' | 'actualMinor' | 'deviation', minor: bigint) => ({
      column,
      title: t(`columns.${column}`),
      text: formatMoney(minor, { unit: 'none' }),
    });
    return {
      texts: createCellTexts(structure, language, choiceLabel),
      choiceLabel,
      anyColumnTitle: (column) =>
        isExtraField(column)
          ? printFieldTitle(column, structure, t)
          : t(`columns.${column}` as 'columns.number', { defaultValue: column }),
      columnTitle: (column) =>
        column === 'organisation' || column === 'deviation'
          ? t(`columns.${column}`)
          : printFieldTitle(column, structure, t),
      numberTitle: t('columns.number'),
      headerHint: t('columns:hint'),
      locked: (kind, organisation) => t(`lock.${kind}`, { organisation }),
      finding: (finding) =>
        `${t(`findings:severity.${finding.severity}`)}: ${formatFinding(finding, language)}`,
      totals: (count) => t('totals', { count }),
      people: (people) => printPeople(people, t),
      groupLine: {
        rows: (count) => tRows('group.rows', { count }),
        state: (isCollapsed) => (isCollapsed ? tRows('group.collapsed') : tRows('group.expanded')),
        figures: (item) => [
          buildFigure('plannedMinor', item.plannedMinor),
          buildFigure('actualMinor', item.actualMinor),
          buildFigure('deviation', item.actualMinor - item.plannedMinor),
          ...[...item.added].map(([field, sum]) => ({
            column: field,
            title: printFieldTitle(field, structure, t),
            text: printSum(field, sum),
          })),
        ],
      },
      noDirection: t('toolbar.noDirection'),
      locale: gridLocale[language],
    };
  }, [t, tRows, language, structure]);
}

function printPeople(people: readonly CellPerson[], t: TFunction<['grid', 'conflict']>): string {
  const [typing, standing] = [true, false].map((isTyping) =>
    people.filter(({ isEditing }) => isEditing === isTyping).map(({ name }) => name),
  );
  return [
    typing?.length ? t('conflict:people.typing', { names: typing.join(', ') }) : '',
    standing?.length ? t('conflict:people.here', { names: standing.join(', ') }) : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
