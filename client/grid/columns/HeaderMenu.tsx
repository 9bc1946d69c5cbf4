import { Menu } from '@mantine/core';
import {
  IconArrowAutofitContent,
  IconArrowLeft,
  IconArrowRight,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconRestore,
  IconViewportNarrow,
  IconViewportWide,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chord, gridKeys } from '../keys/gridKeys.ts';
import { KeyCaps } from '../keys/KeyCaps.tsx';
import { type Point, PointMenu } from '../menu/PointMenu.tsx';
import type { ColumnPlace } from './ColumnLayout.ts';

/** What is done to a column by its header. */
export type ColumnAction =
  | 'freeze'
  | 'unfreeze'
  | 'hide'
  | 'moveLeft'
  | 'moveRight'
  | 'wider'
  | 'narrower'
  | 'fit'
  | 'reset';

type Props = {
  point: Point;
  title: string;
  /** Null for the column of row numbers, which always stays as it is. */
  place: ColumnPlace | null;
  isSorted: boolean;
  isAnyFrozen: boolean;
  onSort(sort: 'asc' | 'desc' | null): void;
  onAction(action: ColumnAction): void;
  onClose(): void;
};

const icons = {
  freeze: IconPin,
  unfreeze: IconPinnedOff,
  hide: IconEyeOff,
  moveLeft: IconArrowLeft,
  moveRight: IconArrowRight,
  wider: IconViewportWide,
  narrower: IconViewportNarrow,
  fit: IconArrowAutofitContent,
  reset: IconRestore,
} satisfies Record<ColumnAction, ComponentType>;

const [moveLeft, moveRight] = gridKeys.moveColumn.chords;
const [narrower, wider] = gridKeys.resizeColumn.chords;
const chords: Partial<Record<ColumnAction, Chord>> = { moveLeft, moveRight, narrower, wider };

/** One presses these several times on end. */
const staying: ReadonlySet<ColumnAction> = new Set(['moveLeft', 'moveRight', 'wider', 'narrower']);

/** The menu of a column: by which its rows are sorted, where it stands and how wide it is. */
export function HeaderMenu(props: Props) {
  const { point, title, place, isSorted, isAnyFrozen, onSort, onAction, onClose } = props;
  const { t } = useTranslation('columns');

  const item = (action: ColumnAction, isDisabled = false) => {
    const Icon = icons[action];
    const chord = chords[action];
    return (
      <Menu.Item
        closeMenuOnClick={!staying.has(action)}
        disabled={isDisabled}
        leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
        rightSection={chord !== undefined && <KeyCaps chord={chord} />}
        onClick={() => onAction(action)}
      >
        {t(`action.${action}`)}
      </Menu.Item>
    );
  };

  return (
    <PointMenu point={point} label={t('label', { column: title })} onClose={onClose}>
      <Menu.Label>{title}</Menu.Label>
      <Menu.RadioGroup
        aria-label={t('sort.label')}
        value={place?.sort ?? (isSorted ? '' : 'none')}
        onChange={(value) => onSort(value === 'asc' || value === 'desc' ? value : null)}
      >
        {(place === null ? (['none'] as const) : (['asc', 'desc', 'none'] as const)).map((value) => (
          <Menu.RadioItem key={value} value={value} closeMenuOnClick>
            {t(`sort.${value}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      {place !== null && item('freeze', place.isLastFrozen)}
      {item('unfreeze', !isAnyFrozen)}
      {place !== null && (
        <>
          {item('hide', place.isOnly)}
          <Menu.Divider />
          {item('moveLeft', !place.canMoveLeft)}
          {item('moveRight', !place.canMoveRight)}
          {item('wider')}
          {item('narrower')}
          {item('fit')}
        </>
      )}
      <Menu.Divider />
      {item('reset')}
    </PointMenu>
  );
}
