import { useTranslation } from 'react-i18next';
import type { Indicator } from '#shared/model/structure.ts';
import { LineMenu } from './LineMenu.tsx';
import { moveInOrder } from './moveInOrder.ts';
import classes from './StructurePage.module.css';
import type { useStructureEdit } from './useStructureEdit.ts';

type Props = {
  indicator: Indicator;
  /** All of its direction, itself too, in their order. */
  siblings: readonly Indicator[];
  onEdit: () => void;
  onRemove: () => void;
  onOrder: ReturnType<typeof useStructureEdit>['mutate'];
};

export function IndicatorLine({ indicator, siblings, onEdit, onRemove, onOrder }: Props) {
  const { t } = useTranslation('structure');
  const { id, directionId, title, forms, aggregation, partOf } = indicator;
  const whole = partOf === null ? undefined : siblings.find((one) => one.id === partOf);
  const moved = (by: -1 | 1) => {
    const order = moveInOrder(
      siblings.map((one) => one.id),
      id,
      by,
    );
    return order && (() => onOrder({ kind: 'indicators.order', directionId, order }));
  };
  const details = [
    `${forms.one}, ${forms.few}, ${forms.many}`,
    t(`indicator.aggregations.${aggregation}`),
    ...(whole === undefined ? [] : [`${t('indicator.partOf')} «${whole.title}»`]),
  ];
  return (
    <li className={`${classes.indicator} ${whole === undefined ? '' : classes.part}`}>
      <div className={classes.line}>
        <div>
          {title}
          <p className={classes.muted}>{details.join(' · ')}</p>
        </div>
        <LineMenu
          name={title}
          onEdit={onEdit}
          onUp={moved(-1)}
          onDown={moved(1)}
          removeText={t('remove')}
          onRemove={onRemove}
        />
      </div>
    </li>
  );
}
