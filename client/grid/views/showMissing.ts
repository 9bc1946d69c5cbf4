import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { type Missing, missingKinds } from './findMissing.ts';

/** Says what a view names that is gone. A notice of the same id takes the place of the one before. */
export function showMissing(missing: Missing, id: string, t: TFunction<'views'>): void {
  const list = missingKinds
    .filter((kind) => missing[kind] > 0)
    .map((kind) => t(`missing.${kind}`, { count: missing[kind] }))
    .join(', ');
  notifications.show({
    id,
    color: 'yellow',
    title: t('missing.title'),
    message: t('missing.text', { list }),
    autoClose: 12_000,
  });
}
