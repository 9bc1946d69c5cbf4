import { password } from '../RightsTown.ts';
import type { HttpTry } from '../Try.ts';

/** Coming in, and what belongs to one's own account. */
export const accountTries: readonly HttpTry[] = [
  { route: 'get /api/session', asks: 'everybody', meets: 200 },
  {
    route: 'post /api/session',
    asks: 'everybody',
    body: (who: string) => ({ login: `nobody-${who}`, password: 'wrong wrong' }),
    meets: 'session.wrong-credentials',
  },
  { route: 'delete /api/session', asks: 'everybody', meets: 200, endsSession: true },
  { route: 'post /api/demo/session', asks: 'everybody', body: { login: 'coordinator' }, meets: 'demo.off' },
  {
    route: 'post /api/setup',
    asks: 'everybody',
    body: { name: 'Хтось', login: 'someone', password, loadExample: false },
    meets: 'setup.done',
  },
  {
    route: 'post /api/links/inspect',
    asks: 'everybody',
    body: (who: string) => ({ secret: `a guess of ${who}` }),
    meets: 'link.unknown',
  },
  {
    route: 'post /api/links/accept',
    asks: 'everybody',
    body: (who: string) => ({ secret: `another guess of ${who}`, password }),
    meets: 'link.unknown',
  },
  { route: 'get /api/openapi.json', asks: 'everybody', meets: 200 },
  {
    route: 'post /api/profile/password',
    asks: 'signed-in',
    body: { current: 'not my password', next: 'a longer password' },
    meets: 'password.wrong-current',
  },
  { route: 'get /api/profile/sessions', asks: 'signed-in', meets: 200 },
  {
    route: 'delete /api/profile/sessions/:sessionId',
    asks: 'signed-in',
    meets: 'session.unknown',
  },
  { route: 'get /api/profile/second-factor', asks: 'signed-in', meets: 200, isForSecuring: true },
  {
    route: 'post /api/profile/second-factor',
    asks: 'signed-in',
    body: { password },
    meets: [201, 'factor.on'],
    isForSecuring: true,
  },
  {
    route: 'post /api/profile/second-factor/confirmation',
    asks: 'signed-in',
    body: { code: 'no code' },
    meets: ['factor.wrong-code', 'factor.none'],
    isForSecuring: true,
  },
  {
    route: 'post /api/profile/second-factor/recovery',
    asks: 'signed-in',
    body: { password, code: '000000' },
    meets: ['factor.none', 'factor.wrong-code'],
  },
  {
    route: 'post /api/profile/second-factor/removal',
    asks: 'signed-in',
    body: { code: 'no code' },
    meets: 'factor.wrong-code',
  },
  { route: 'get /api/profile/tokens', asks: 'signed-in', meets: 200 },
  { route: 'post /api/profile/tokens', asks: 'signed-in', body: { name: 'Скрипт' }, meets: 201 },
  { route: 'delete /api/profile/tokens/:tokenId', asks: 'signed-in', meets: 'token.unknown' },
];
