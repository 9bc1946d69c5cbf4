import type { OidcConfig } from '#server/config/readConfig.ts';
import { clientId, clientSecret } from './startOidcProvider.ts';

/** What the settings of a product that knows this provider come to. */
export function buildOidcConfig(issuer: string, changes: Partial<OidcConfig> = {}): OidcConfig {
  return {
    issuer,
    clientId,
    clientSecret,
    name: 'Тестове місто',
    scopes: ['openid', 'profile', 'email'],
    rights: [],
    strongMarks: ['mfa'],
    ...changes,
  };
}
