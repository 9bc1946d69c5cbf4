import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './FindBar.module.css';
import type { RefusalKind, RefusedCell } from './planReplace.ts';
import type { Find } from './useFind.ts';
import type { Replace } from './useReplace.ts';

type Props = { find: Find; replace: Replace; onShowRefused(): void };

/** What comes in the place of what was found, and what came of it. */
export function ReplaceLine({ find, replace, onShowRefused }: Props) {
  const { t } = useTranslation('find');
  const { form, state, change } = find;
  // Also while it is being done: a button that is off holds the focus and hears no key.
  const isOff = !state.count;
  return (
    <>
      <div className={classes.line}>
        <TextInput
          size="xs"
          className={classes.field}
          aria-label={t('replaceField')}
          placeholder={t('replaceField')}
          value={form.replacement}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ replacement: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.code !== 'Enter') return;
            event.preventDefault();
            if (!isOff) replace.replaceOne();
          }}
        />
        <Button size="xs" variant="default" disabled={isOff} onClick={replace.replaceOne}>
          {t('replace')}
        </Button>
        <Button size="xs" variant="default" disabled={isOff} onClick={() => void replace.replaceAll()}>
          {t('replaceAll')}
        </Button>
      </div>
      <ReplaceResult replace={replace} onShowRefused={onShowRefused} />
    </>
  );
}

const kinds: readonly RefusalKind[] = ['foreign', 'locked', 'derived', 'unfit'];

function ReplaceResult({ replace: { report, undo }, onShowRefused }: Omit<Props, 'find'>) {
  const { t } = useTranslation('find');
  if (report === null) return <div role="status" className="visually-hidden" />;
  const { count, refused, isCutShort, canUndo } = report;
  return (
    <div className={classes.result} role="status">
      <span>
        {isCutShort ? t('stopped') : count > 0 && t('replaced', { count })}
        {count === 0 && refused.length === 0 && t('nothing')}
      </span>
      {refused.length > 0 && (
        <span className={classes.refused}>
          {t('refused', { count: sum(refused) })}{' '}
          {kinds
            .map((kind) => ({ kind, of: sum(refused.filter((cell) => cell.kind === kind)) }))
            .filter(({ of }) => of > 0)
            .map(({ kind, of }) => t(`refusedWhy.${kind}`, { count: of }))
            .join(', ')}
        </span>
      )}
      {refused.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={onShowRefused}>
          {t('showRefused')}
        </Button>
      )}
      {canUndo && (
        <Button size="compact-xs" variant="default" onClick={undo}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

function sum(cells: readonly RefusedCell[]): number {
  return cells.reduce((total, { count }) => total + count, 0);
}
