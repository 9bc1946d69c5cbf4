import { NumberButton } from '#client/control/rows/NumberButton.tsx';
import { formatCountWithNoun } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { ReportSection } from './buildReportSections.ts';
import classes from './ReportPage.module.css';
import { sectionId } from './sectionId.ts';

/** One direction as the report prints it: its title, what was counted, what was spent. */
export function DirectionSection({ section }: { section: ReportSection }) {
  const { direction, indicators, money, activityCount } = section;
  const id = sectionId(direction.id);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.direction} tabIndex={-1}>
        {direction.number}. {direction.title}
      </h2>
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
              text={formatMoney(money.actualMinor)}
              selection={{ measure: 'money', directionId: direction.id }}
            />
          </>
        )}
      </p>
    </section>
  );
}
