import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildPath } from '#client/api/client.ts';
import { structureKey } from '#client/api/useReports.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { ImportAnswer } from '#shared/api/structure.ts';
import { listResponsible } from '#shared/model/listResponsible.ts';
import type { Direction, Indicator } from '#shared/model/structure.ts';
import type { RemovalEdit } from '#shared/structure/findHolders.ts';
import { DirectionDialog } from './DirectionDialog.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import { IndicatorLine } from './IndicatorLine.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { LineMenu } from './LineMenu.tsx';
import { moveInOrder } from './moveInOrder.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import classes from './StructurePage.module.css';
import { useStructureEdit } from './useStructureEdit.ts';

type Opened =
  | { kind: 'import' }
  | { kind: 'direction'; direction: Direction | null }
  | { kind: 'indicator'; direction: Direction; indicator: Indicator | null }
  | { kind: 'removal'; edit: RemovalEdit; title: string };

export function DirectionsSection() {
  const { t } = useTranslation('structure');
  const { structure } = useReport();
  const { id: reportId } = structure.report;
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const order = useStructureEdit();
  const removal = useStructureEdit(close);
  const openRemoval = (edit: RemovalEdit, title: string) => {
    removal.reset();
    setOpened({ kind: 'removal', edit, title });
  };
  return (
    <Section
      title={t('directions.title')}
      side={
        <Group gap={8}>
          {structure.directions.length > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconFileImport size={14} aria-hidden />}
              onClick={() => setOpened({ kind: 'import' })}
            >
              {t('import.open')}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ kind: 'direction', direction: null })}
          >
            {t('directions.add')}
          </Button>
        </Group>
      }
    >
      <FormError error={order.error} />
      {structure.directions.length === 0 && <p className={classes.empty}>{t('directions.empty')}</p>}
      <ul className={classes.list}>
        {structure.directions.map((direction) => (
          <DirectionItem
            key={direction.id}
            direction={direction}
            onOpen={setOpened}
            onRemove={openRemoval}
            onOrder={order.mutate}
          />
        ))}
      </ul>
      {opened?.kind === 'import' && (
        <ImportDialog
          answer={ImportAnswer}
          path={buildPath(apiPaths.indicatorImport, { reportId })}
          title={t('directions.importTitle')}
          hint={t('directions.importHint')}
          onWritten={() => queries.invalidateQueries({ queryKey: structureKey(reportId) })}
          onClose={close}
        />
      )}
      {opened?.kind === 'direction' && <DirectionDialog direction={opened.direction} onClose={close} />}
      {opened?.kind === 'indicator' && (
        <IndicatorDialog direction={opened.direction} indicator={opened.indicator} onClose={close} />
      )}
      {opened?.kind === 'removal' && (
        <RemoveDialog
          title={
            opened.edit.kind === 'indicator.remove'
              ? t('indicator.removing', { title: opened.title })
              : t('direction.removing', { title: opened.title })
          }
          hint={
            opened.edit.kind === 'indicator.remove'
              ? t('indicator.removingHint')
              : t('direction.removingHint')
          }
          removeText={t('removeNow')}
          isRemoving={removal.isPending}
          error={removal.error}
          onRemove={() => removal.mutate(opened.edit)}
          onClose={close}
        />
      )}
    </Section>
  );
}

type ItemProps = {
  direction: Direction;
  onOpen: (opened: Opened) => void;
  onRemove: (edit: RemovalEdit, title: string) => void;
  onOrder: ReturnType<typeof useStructureEdit>['mutate'];
};

function DirectionItem({ direction, onOpen, onRemove, onOrder }: ItemProps) {
  const { t } = useTranslation('structure');
  const { structure } = useReport();
  const { id, number, title } = direction;
  const indicators = structure.indicators.filter(({ directionId }) => directionId === id);
  const names = listResponsible(structure, id).map(
    (organisationId) => structure.organisations.find((one) => one.id === organisationId)?.shortName ?? '',
  );
  const moved = (by: -1 | 1) => {
    const order = moveInOrder(
      structure.directions.map((one) => one.id),
      id,
      by,
    );
    return order && (() => onOrder({ kind: 'directions.order', order }));
  };
  return (
    <li className={classes.direction}>
      <div className={classes.line}>
        <div>
          <h3 className={classes.name}>
            {number}. {title}
          </h3>
          <p className={classes.muted}>
            {names.length === 0
              ? t('directions.nobody')
              : t('directions.responsible', { names: names.join(', ') })}
          </p>
        </div>
        <LineMenu
          name={`${number}. ${title}`}
          onEdit={() => onOpen({ kind: 'direction', direction })}
          onUp={moved(-1)}
          onDown={moved(1)}
          removeText={t('remove')}
          onRemove={() => onRemove({ kind: 'direction.remove', directionId: id }, title)}
        />
      </div>
      {indicators.length > 0 && (
        <ul className={classes.indicators}>
          {indicators.map((indicator) => (
            <IndicatorLine
              key={indicator.id}
              indicator={indicator}
              siblings={indicators}
              onEdit={() => onOpen({ kind: 'indicator', direction, indicator })}
              onRemove={() =>
                onRemove({ kind: 'indicator.remove', indicatorId: indicator.id }, indicator.title)
              }
              onOrder={onOrder}
            />
          ))}
        </ul>
      )}
      <Button
        className={classes.more ?? ''}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={t('directions.addIndicatorTo', { number })}
        onClick={() => onOpen({ kind: 'indicator', direction, indicator: null })}
      >
        {t('directions.addIndicator')}
      </Button>
    </li>
  );
}
