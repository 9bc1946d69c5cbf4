import { password } from '../RightsTown.ts';
import type { HttpTry } from '../Try.ts';

/** Signing in by a provider, where none is configured. */
const meets = 'oidc.off';

export const oidcTries: readonly HttpTry[] = [
  { route: 'post /api/oidc/start', asks: 'everybody', body: {}, meets },
  { route: 'get /api/oidc/callback', asks: 'everybody', meets },
  { route: 'post /api/oidc/outcome', asks: 'everybody', meets: 200 },
  { route: 'post /api/oidc/code', asks: 'everybody', body: { code: '000000' }, meets },
  { route: 'get /api/profile/identity', asks: 'signed-in', meets: 200, isForSecuring: true },
  { route: 'post /api/profile/identity', asks: 'signed-in', body: { password }, meets },
  { route: 'delete /api/profile/identity', asks: 'signed-in', meets },
  {
    route: 'put /api/users/:userId/identity',
    asks: 'users.manage',
    params: { userId: 'unknown' },
    body: { subject: 'somebody' },
    meets,
  },
  { route: 'delete /api/users/:userId/identity', asks: 'users.manage', params: { userId: 'unknown' }, meets },
];
