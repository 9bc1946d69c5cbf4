import { NumberButton } from '#client/control/rows/NumberButton.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { formatCountWithNoun } from '#shared/language/nouns.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { ReportSection } from './buildReportSections.ts';
import classes from './ReportPage.module.css';

/** What a direction without a text prints: what was counted, what was spent. */
export function DefaultText({ section }: { section: ReportSection }) {
  const unit = useMoneyUnit();
  const { direction, indicators, money, activityCount } = section;
  return (
    <>
      {indicators.length > 0 ? (
        <ul className={classes.indicators}>
          {indicators.map(({ indicator, value, depth }) => (
            <li key={indicator.id} style={{ marginLeft: `${depth * 2}em` }}>
              {depth > 0 && `${documentWords.ofWhich} `}
              <NumberButton
                variant="text"
                text={formatCountWithNoun(indicator, value)}
                selection={{ measure: 'indicator', indicatorId: indicator.id }}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {documentWords.noIndicators}
          {activityCount > 0 && (
            <>
              {`; ${documentWords.inTable} `}
              <NumberButton
                variant="text"
                text={formatCountWithNoun({ forms: documentWords.activities, overStep: null }, activityCount)}
                selection={{ measure: 'activities', directionId: direction.id }}
              />
            </>
          )}
          .
        </p>
      )}
      <p>
        {money.actualMinor === 0n ? (
          documentWords.directionWithoutMoney
        ) : (
          <>
            {documentWords.directionMoney}{' '}
            <NumberButton
              variant="text"
              text={formatWithUnit(money.actualMinor, unit)}
              selection={{ measure: 'money', directionId: direction.id }}
            />
          </>
        )}
      </p>
    </>
  );
}
