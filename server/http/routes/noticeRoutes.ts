import {
  NoticeChoices,
  NoticeChoicesRequest,
  NoticeList,
  NoticesReadRequest,
  noticePaths,
} from '#shared/api/notices.ts';
import type { UserId } from '#shared/model/ids.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

export const noticeRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: noticePaths.notices,
    summary: 'My newest notices, and how many are unread.',
    answer: { status: 200, schema: NoticeList },
    handle: async ({ services, caller }) => ({ body: await services.notices.list(caller.actor) }),
  }),

  userRoute({
    method: 'post',
    path: noticePaths.read,
    summary: 'Marks notices of mine, or all of them, as read or as unread.',
    body: NoticesReadRequest,
    answer: { status: 200, schema: NoticeList },
    async handle({ services, caller, body: { ids, isRead } }) {
      const { userId } = caller.actor;
      await services.storage.notices.mark(userId, ids, isRead ? services.now() : null);
      services.collaboration.noticesChanged([userId]);
      return { body: await services.notices.list(caller.actor) };
    },
  }),

  userRoute({
    method: 'get',
    path: noticePaths.choices,
    summary: 'The kinds of notices that I have switched off, in the product and by mail.',
    answer: { status: 200, schema: NoticeChoices },
    handle: async ({ services, caller }) => ({ body: await readChoices(services, caller.actor.userId) }),
  }),

  userRoute({
    method: 'put',
    path: noticePaths.choices,
    summary: 'Switches kinds of notices off; those that are not named are on.',
    body: NoticeChoicesRequest,
    answer: { status: 200, schema: NoticeChoices },
    async handle({ services, caller, body: { off, mailOff } }) {
      const { userId } = caller.actor;
      await services.storage.notices.setOff(userId, 'app', off);
      if (mailOff !== undefined) await services.storage.notices.setOff(userId, 'mail', mailOff);
      return { body: await readChoices(services, userId) };
    },
  }),
];

async function readChoices({ storage: { notices } }: Services, userId: UserId): Promise<NoticeChoices> {
  return { off: await notices.listOff(userId, 'app'), mailOff: await notices.listOff(userId, 'mail') };
}
