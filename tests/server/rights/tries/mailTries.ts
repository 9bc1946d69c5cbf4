import type { HttpTry } from '../Try.ts';

const body = { address: 'somebody@city.example', language: 'uk' };
const asks = 'users.manage';
const ofUser = '/api/users/:userId/mail';

/** Where people get mail. The server that is tried sends none. */
export const mailTries: readonly HttpTry[] = [
  { route: 'get /api/profile/mail', asks: 'signed-in', meets: 200 },
  { route: 'put /api/profile/mail', asks: 'signed-in', body, meets: 'mail.off' },
  {
    route: 'patch /api/profile/mail',
    asks: 'signed-in',
    body: { isStopped: true },
    meets: 'mail.no-address',
  },
  { route: 'delete /api/profile/mail', asks: 'signed-in', meets: 200 },
  {
    route: 'post /api/mail/confirmation',
    asks: 'everybody',
    body: { token: 'none' },
    meets: 'mail.link-invalid',
  },
  { route: 'get /api/mail/stop/:token', asks: 'everybody', params: { token: 'none' }, meets: 303 },
  {
    route: 'post /api/mail/stop/:token',
    asks: 'everybody',
    params: { token: 'none' },
    meets: 'mail.link-invalid',
  },
  { route: 'get /api/mail/queue', asks, meets: 200 },
  { route: 'post /api/mail/test', asks, body, meets: 'mail.off' },
  { route: `get ${ofUser}`, asks, params: { userId: 'nobody' }, meets: 200 },
  { route: `put ${ofUser}`, asks, params: { userId: 'nobody' }, body, meets: 'mail.off' },
  { route: `delete ${ofUser}`, asks, params: { userId: 'nobody' }, meets: 200 },
];
