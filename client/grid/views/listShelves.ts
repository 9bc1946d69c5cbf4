import type { TFunction } from 'i18next';
import type { View } from '#shared/model/view.ts';

/** One's own views and those that all see, each with its title; without the one that is empty. */
export function listShelves(
  views: readonly View[],
  t: TFunction<'views'>,
): { label: string; views: View[] }[] {
  return [
    { label: t('own'), views: views.filter(({ isPublished }) => !isPublished) },
    { label: t('shared'), views: views.filter(({ isPublished }) => isPublished) },
  ].filter((shelf) => shelf.views.length > 0);
}
