import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/must.ts';
import type { SelectionPart } from './describeSelection.ts';

/** Gives a function that puts one part of a selection into words. */
export function useSelectionPartText(): (part: SelectionPart) => string {
  const { t } = useTranslation(['control', 'grid']);
  return (part) => {
    switch (part.kind) {
      case 'everything':
        return t('rows.everything');
      case 'every-activity':
        return t('rows.everyActivity');
      case 'direction':
        return t('rows.direction', { number: part.number, title: part.title });
      case 'without-direction':
        return t('matrix.withoutDirection');
      case 'organisation':
        return part.name;
      case 'indicator':
        return part.title;
      case 'fund':
        return t('rows.fund', { name: t(`fund.${part.fund}`) });
      case 'kpkvk':
        return t('rows.kpkvk', { code: part.code });
      case 'kekv':
        return t('rows.kekv', { code: part.code });
      case 'form':
        return t(`grid:choice.form.${part.form}`);
      case 'state':
        return t(`grid:choice.state.${part.state}`);
      default:
        return assertNever(part);
    }
  };
}
