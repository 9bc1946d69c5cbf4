import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import table from '#client/control/table.module.css';
import type { LineDifference, TextDifference } from '#shared/api/comparison.ts';
import classes from './compare.module.css';
import { MarkedPieces } from './MarkedPieces.tsx';

/** Lines of one direction that are drawn at first. */
const firstLines = 200;

/** The texts that differ, direction by direction, with what came and what went. */
export function ComparedTexts({ texts }: { texts: readonly TextDifference[] }) {
  const { t } = useTranslation('compare');
  return (
    <Section title={t('texts.title')}>
      {texts.length === 0 ? (
        <p className={table.muted}>{t('texts.none')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('texts.legend')}</p>
          {texts.map((text) => (
            <ComparedText key={text.number} text={text} />
          ))}
        </>
      )}
    </Section>
  );
}

function ComparedText({ text: { number, title, lines } }: { text: TextDifference }) {
  const { t } = useTranslation('compare');
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? lines : lines.slice(0, firstLines);
  return (
    <article className={classes.text} lang="uk">
      <h3 className={classes.textTitle}>
        {number}. {title}
      </h3>
      {shown.map((line, index) => {
        // A line has no name of its own, and never moves.
        const key = `${index}-${line.change}`;
        return <Line key={key} line={line} />;
      })}
      {shown.length < lines.length && (
        <Button variant="default" size="xs" onClick={() => setIsAll(true)}>
          {t('texts.showAll', { count: lines.length })}
        </Button>
      )}
    </article>
  );
}

function Line({ line }: { line: LineDifference }) {
  const { t, i18n } = useTranslation('compare');
  if (line.change === 'skipped') {
    return (
      <p className={classes.skipped} lang={i18n.language}>
        {t('texts.skipped', { count: line.count })}
      </p>
    );
  }
  const { before, after } = line;
  const kind = after ?? before ?? 'paragraph';
  const isOtherKind = before !== null && after !== null && before !== after;
  return (
    <p className={classes.line} data-change={line.change} data-kind={kind}>
      {isOtherKind && (
        <span className={classes.kind} lang={i18n.language}>
          {t('texts.kindChanged', {
            before: t(`texts.kind.${before}`),
            after: t(`texts.kind.${after}`),
          })}{' '}
        </span>
      )}
      {kind === 'rows' && line.pieces.length === 0 ? (
        <RowsLine change={line.change} />
      ) : (
        <MarkedPieces pieces={line.pieces} />
      )}
    </p>
  );
}

/** A whole table in the text has no words of its own. */
function RowsLine({ change }: { change: 'same' | 'added' | 'removed' | 'changed' }) {
  const { t } = useTranslation('compare');
  const kind = change === 'added' || change === 'removed' ? change : 'same';
  return <MarkedPieces pieces={[{ kind, text: t('texts.rowsTable') }]} />;
}
