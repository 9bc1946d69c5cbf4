import { NoticeChoices, NoticeList, NoticesReadRequest, noticePaths } from '#shared/api/notices.ts';
import { type Route, userRoute } from '../Route.ts';

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
    summary: 'The kinds of notices that I have switched off.',
    answer: { status: 200, schema: NoticeChoices },
    handle: async ({ services, caller }) => ({
      body: { off: await services.storage.notices.listOff(caller.actor.userId) },
    }),
  }),

  userRoute({
    method: 'put',
    path: noticePaths.choices,
    summary: 'Switches kinds of notices off; those that are not named are on.',
    body: NoticeChoices,
    answer: { status: 200, schema: NoticeChoices },
    async handle({ services, caller, body }) {
      const { userId } = caller.actor;
      await services.storage.notices.setOff(userId, body.off);
      return { body: { off: await services.storage.notices.listOff(userId) } };
    },
  }),
];
