import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import { checkPersonalData } from '#shared/privacy/checkPersonalData.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';

/** What `makeExportFile` would refuse a final file for, all of it and not the first, and what is to be asked. */
export function readReadiness(model: ReportModel) {
  const blocking = findTextFindings(model).filter(({ severity }) => severity === 'blocks');
  return {
    texts: blocking.map((finding) => ({
      directionId: finding.place.directionId,
      uk: formatTextFinding(finding, 'uk'),
      en: formatTextFinding(finding, 'en'),
    })),
    footing: computeFooting(model).filter(({ isEqual }) => !isEqual),
    personalData: checkPersonalData(model).length,
  };
}
