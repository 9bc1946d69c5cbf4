import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatCountWithNoun } from '#shared/language/nouns.ts';
import type { IndicatorGroup, IndicatorLine } from './buildIndicatorTree.ts';
import classes from './IndicatorsSection.module.css';
import { NumberButton } from './rows/NumberButton.tsx';
import { Section } from './Section.tsx';
import { TableScroll } from './TableScroll.tsx';
import table from './table.module.css';

/** Every indicator under its direction: its value, how the report prints it, and who it comes from. */
export function IndicatorsSection({ groups }: { groups: readonly IndicatorGroup[] }) {
  const { t } = useTranslation('control');
  return (
    <Section title={t('indicators.title')}>
      <TableScroll label={t('indicators.title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={table.text}>
                {t('indicators.indicator')}
              </th>
              <th scope="col">{t('indicators.value')}</th>
              <th scope="col" className={table.text}>
                {t('indicators.printed')}
              </th>
              <th scope="col">{t('indicators.rows')}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.direction.id}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={4} className={table.text}>
                  {group.direction.number}. {group.direction.title}
                </th>
              </tr>
              {group.lines.length === 0 && (
                <tr>
                  <td colSpan={4} className={`${table.text} ${table.muted}`}>
                    {t('indicators.none')}
                  </td>
                </tr>
              )}
              {group.lines.map((line) => (
                <IndicatorRows key={line.indicator.id} line={line} />
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
    </Section>
  );
}

function IndicatorRows({ line }: { line: IndicatorLine }) {
  const { t } = useTranslation('control');
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const { indicator, value, rowCount, shares, depth } = line;
  const name = { indicator: indicator.title };
  return (
    <>
      <tr>
        <th scope="row" style={{ paddingLeft: 10 + depth * 28 }}>
          {shares.length > 0 ? (
            <UnstyledButton
              className={classes.expand}
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              aria-label={isOpen ? t('indicators.collapse', name) : t('indicators.expand', name)}
              onClick={toggle}
            >
              <IconChevronRight size={14} aria-hidden />
            </UnstyledButton>
          ) : (
            <span className={classes.noExpand} />
          )}
          {depth > 0 && <span className={table.muted}>{t('indicators.ofWhich')} </span>}
          {indicator.title}
        </th>
        <td>
          {rowCount > 0 ? (
            <NumberButton
              text={formatCount(value)}
              selection={{ measure: 'indicator', indicatorId: indicator.id }}
            />
          ) : (
            <span className={table.muted}>0</span>
          )}
        </td>
        <td className={table.text} lang="uk">
          {formatCountWithNoun(indicator, value)}
        </td>
        <td className={table.muted}>{formatCount(rowCount)}</td>
      </tr>
      {isOpen &&
        shares.map(({ organisation, ...share }, index) => (
          <tr key={organisation.id} id={index === 0 ? id : undefined} className={classes.share}>
            <th scope="row" style={{ paddingLeft: 54 + depth * 28 }}>
              {organisation.name}
            </th>
            <td>
              <NumberButton
                text={formatCount(share.value)}
                selection={{
                  measure: 'indicator',
                  indicatorId: indicator.id,
                  organisationId: organisation.id,
                }}
              />
            </td>
            <td />
            <td className={table.muted}>{formatCount(share.rowCount)}</td>
          </tr>
        ))}
    </>
  );
}
