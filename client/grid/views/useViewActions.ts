import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import type { ViewChangeRequest } from '#shared/api/contract.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { View, ViewState } from '#shared/model/view.ts';
import type { TableView } from './useTableView.ts';
import { changeView, createView, deleteView, patchViewList, useViewList, viewsKey } from './viewsApi.ts';

export type ViewActions = {
  /** Of this table; null while they are not known. */
  views: readonly View[] | null;
  /** The one the table began from. */
  current: View | null;
  mayPublish: boolean;
  /** Whether this person may change, rename and delete it. */
  mayChange(view: View): boolean;
  /** These reject with the reason, for the dialog to show. */
  create(name: string, isPublished: boolean): Promise<void>;
  rename(view: View, name: string): Promise<void>;
  /** These show the reason themselves. */
  save(view: View): void;
  setPublished(view: View, isPublished: boolean): void;
  remove(view: View): void;
};

type Options = {
  table: TableKind;
  tableView: TableView;
  /** All that is to be saved, as it stands now. */
  readState(): ViewState;
};

/** What a person does with saved views. */
export function useViewActions({ table, tableView, readState }: Options): ViewActions {
  const { t } = useTranslation('views');
  const { structure, actor } = useReport();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const reportId = structure.report.id;
  const list = useViewList(reportId).data;

  return useMemo(() => {
    const views = list?.views.filter((view) => view.table === table) ?? null;
    const mayPublish = can(actor, { action: 'view.publish', reportId }).allowed;
    const refetch = () => queries.invalidateQueries({ queryKey: viewsKey(reportId) });
    const put = (view: View) =>
      patchViewList(queries, reportId, (all) => ({
        ...all,
        views: [...all.views.filter(({ id }) => id !== view.id), view].sort(compareNames),
      }));

    async function change(view: View, body: Omit<ViewChangeRequest, 'revision'>): Promise<View> {
      try {
        const changed = await changeView(reportId, view.id, { revision: view.revision, ...body });
        put(changed);
        return changed;
      } catch (error) {
        // Somebody was faster, or it is gone: the list shows what there is.
        void refetch();
        throw error;
      }
    }

    function tell(work: Promise<unknown>, done: string): void {
      work.then(
        () => notifications.show({ message: done }),
        (error: unknown) =>
          notifications.show({ color: 'red', title: t('refused'), message: errorText(error) }),
      );
    }

    return {
      views,
      current: views?.find(({ id }) => id === tableView.viewId) ?? null,
      mayPublish,
      mayChange: ({ isPublished }: View) => !isPublished || mayPublish,
      async create(name: string, isPublished: boolean) {
        const view = await createView(reportId, { table, name, isPublished, state: readState() });
        put(view);
        tableView.setViewId(view.id);
        notifications.show({ message: t(isPublished ? 'published' : 'saved', { name: view.name }) });
      },
      async rename(view: View, name: string) {
        await change(view, { name });
      },
      save: (view: View) => tell(change(view, { state: readState() }), t('saved', { name: view.name })),
      setPublished: (view: View, isPublished: boolean) =>
        tell(change(view, { isPublished }), t(isPublished ? 'published' : 'withdrawn', { name: view.name })),
      remove(view: View) {
        const work = deleteView(reportId, view.id).finally(() => void refetch());
        tell(work, t('deleted', { name: view.name }));
        if (view.id === tableView.viewId) tableView.setViewId(null);
      },
    };
  }, [list, table, actor, reportId, queries, tableView, readState, t, errorText]);
}

const collator = new Intl.Collator('uk', { numeric: true });

function compareNames(a: View, b: View): number {
  return collator.compare(a.name, b.name);
}
