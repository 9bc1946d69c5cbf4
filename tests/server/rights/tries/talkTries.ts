import type { HttpTry } from '../Try.ts';

const comments = '/api/reports/:reportId/comments';
const thread = `${comments}/:threadId`;
const nowhere = { kind: 'paragraph', directionId: 'none', block: '1:1' };
const asks = 'comment.write';
const meets = 'comment.unknown';

/** What people say about places of a report, and what they are told. */
export const talkTries: readonly HttpTry[] = [
  { route: `get ${comments}`, asks: 'comment.read', meets: 200 },
  { route: `post ${comments}`, asks, body: { place: nowhere, text: 'Текст' }, meets: 'document.unknown' },
  { route: `get ${thread}`, asks: 'comment.read', params: { threadId: 'none' }, meets },
  { route: `patch ${thread}`, asks, params: { threadId: 'none' }, body: { isResolved: true }, meets },
  { route: `post ${thread}/answers`, asks, params: { threadId: 'none' }, body: { text: 'Текст' }, meets },
  {
    route: `patch ${thread}/answers/:commentId`,
    asks,
    params: { threadId: 'none', commentId: 'none' },
    body: { text: 'Текст' },
    meets,
  },
  {
    route: `delete ${thread}/answers/:commentId`,
    asks,
    params: { threadId: 'none', commentId: 'none' },
    meets,
  },
  { route: 'get /api/reports/:reportId/readers', asks, meets: 200 },
  { route: 'get /api/reports/:reportId/reminders', asks: 'sheets.accept', meets: 200 },
  {
    route: 'post /api/reports/:reportId/reminders',
    asks: 'sheets.accept',
    body: { organisationIds: ['unknown'] },
    meets: 200,
  },
  { route: 'get /api/notices', asks: 'signed-in', meets: 200 },
  { route: 'post /api/notices/read', asks: 'signed-in', body: { ids: null, isRead: true }, meets: 200 },
  { route: 'get /api/profile/notices', asks: 'signed-in', meets: 200 },
  { route: 'put /api/profile/notices', asks: 'signed-in', body: { off: ['answer'] }, meets: 200 },
];
