import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findColumn } from '#shared/model/columns.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import type { FieldName } from '#shared/model/fieldName.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

/** The title of a field's column: the product's own in the reader's language, or as it was added, with its unit. */
export function printFieldTitle(
  field: FieldName,
  structure: Pick<ReportStructure, 'columns'> | undefined,
  t: TFunction<'grid'>,
): string {
  if (!isExtraField(field)) return t(`columns.${field}`);
  const column = structure && findColumn(structure, field);
  if (column === undefined) return t('goneColumn');
  const { kind, title } = column;
  return kind === 'money' && !/грн|₴|uah/iu.test(title) ? `${title}, ${t('hryvnias')}` : title;
}

/** Gives a function that names the fields of the open report. */
export function useFieldTitle(): (field: FieldName) => string {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  return useCallback((field) => printFieldTitle(field, structure, t), [structure, t]);
}
