import { useTranslation } from 'react-i18next';
import type { ExportFile } from '#shared/export/ExportFile.ts';

/** What a person calls a file: «Документ Word (DOCX)», «CSV стандартний (RFC 4180): Заходи». */
export function useFileTitle(): (file: ExportFile) => string {
  const { t } = useTranslation('exports');
  const { t: tCommon } = useTranslation('common');
  return (file) => {
    if (file.format === 'xlsx') return tCommon('export.xlsx');
    if (file.format !== 'csv') return t(`format.${file.format}`);
    return `${tCommon(`export.${file.flavour}Csv`)}: ${tCommon(`export.${file.table}`)}`;
  };
}
