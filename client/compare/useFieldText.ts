import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { FieldDifference, FieldValue } from '#shared/api/comparison.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import { isExtraField, kindOfExtra } from '#shared/model/extraField.ts';
import { Period } from '#shared/model/period.ts';
import { ActivityForm, ActivityState, Fund } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';

/**
 * Gives a function that prints a value of a row's field as its cell would; empty for an empty one. The server
 * has read it, and named directions and indicators as the report that it is of does, which may be another than
 * the open one. What nobody has read is for `useStoredText`.
 */
export function useFieldText(): (field: FieldDifference['field'], value: FieldValue) => string {
  const { t } = useTranslation('grid');
  const language = useLanguage();
  return useCallback(
    (field, value) => {
      if (value === null) return '';
      if (typeof value === 'number') {
        const isCount = field === 'quantity' || (isExtraField(field) && kindOfExtra(field) === 'number');
        return isCount ? formatCount(value) : formatMoney(value, { unit: 'none' });
      }
      // What could not be read stands as it is.
      if (field === 'fund')
        return Fund.options.some((fund) => fund === value) ? t(`choice.fund.${value as Fund}`) : value;
      if (field === 'form')
        return ActivityForm.options.some((form) => form === value)
          ? t(`choice.form.${value as ActivityForm}`)
          : value;
      if (field === 'state')
        return ActivityState.options.some((state) => state === value)
          ? t(`choice.state.${value as ActivityState}`)
          : value;
      if (field === 'period' || (isExtraField(field) && kindOfExtra(field) === 'date')) {
        const period = Period.safeParse(value);
        return period.success ? formatPeriod(period.data, language) : value;
      }
      return value;
    },
    [t, language],
  );
}
