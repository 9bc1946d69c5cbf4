import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type GridKey, gridKeys, otherKeys } from '../keys/gridKeys.ts';
import { KeyCaps } from '../keys/KeyCaps.tsx';
import { type MenuCommand, menuCommands, writingCommands } from './menuCommands.ts';
import { type Point, PointMenu } from './PointMenu.tsx';

type Props = {
  /** Where it opens. */
  point: Point;
  isWritable: boolean;
  onCommand(command: MenuCommand): void;
  onClose(): void;
};

/** The menu of a cell: what its keys do, for those who look for it with the other mouse button. */
export function CellMenu({ point, isWritable, onCommand, onClose }: Props) {
  const { t } = useTranslation(['keys', 'hands']);
  const groups = menuCommands
    .map((group) => group.filter((command) => isWritable || !writingCommands.has(command)))
    .filter((group) => group.length > 0);
  return (
    <PointMenu point={point} label={t('menu.label')} onClose={onClose}>
      {groups.map((group, index) => (
        <Fragment key={group[0]}>
          {index > 0 && <Menu.Divider />}
          {group.map((command) => {
            const { chords }: Pick<GridKey, 'chords'> = { ...gridKeys, ...otherKeys }[command];
            return (
              <Menu.Item
                key={command}
                onClick={() => onCommand(command)}
                rightSection={chords[0] !== undefined && <KeyCaps chord={chords[0]} />}
              >
                {command in otherKeys
                  ? t(`other.${command as keyof typeof otherKeys}`)
                  : t(`hands:keys.${command as keyof typeof gridKeys}`)}
              </Menu.Item>
            );
          })}
        </Fragment>
      ))}
    </PointMenu>
  );
}
