import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlwaysSecure, readConfig } from '#server/config/readConfig.ts';
import { settingNames, settings } from '#server/config/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';

describe('readConfig', () => {
  test('ACC-57 without any setting serves this machine alone, on port 3000, from data/', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      databaseUrl: null,
      publicOrigins: [],
      trustProxy: 0,
      logLevel: 'info',
      demo: false,
      sessionDays: 30,
      requireSecondFactor: false,
      remindDays: 3,
      metricsToken: null,
      secretKey: null,
      oidc: null,
      clientDir: resolve(import.meta.dirname, '../../../dist'),
    });
  });

  test('ACC-57 reads every setting', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/var/lib/zvit',
      DATABASE_URL: 'postgres://zvit:secret@localhost:5432/zvit',
      PUBLIC_URL: 'https://zvit.example, https://zvit.example.ua/',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
      DEMO: '1',
      SESSION_DAYS: '7',
      REMIND_DAYS: '5',
      METRICS_TOKEN: '0123456789abcdef',
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(Buffer.from(config.secretKey ?? []).equals(Buffer.alloc(32, 7))).toBe(true);
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/var/lib/zvit',
      databaseUrl: 'postgres://zvit:secret@localhost:5432/zvit',
      publicOrigins: ['https://zvit.example', 'https://zvit.example.ua'],
      trustProxy: 1,
      logLevel: 'warn',
      demo: true,
      sessionDays: 7,
      remindDays: 5,
      metricsToken: '0123456789abcdef',
    });
    expect(isAlwaysSecure(config)).toBe(true);
    expect(isAlwaysSecure({ publicOrigins: ['https://a.example', 'http://b.example'] })).toBe(false);
    expect(isAlwaysSecure({ publicOrigins: [] })).toBe(false);
  });

  test('ACC-57 an empty variable is one that is not set', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', DEMO: '' })).toEqual(readConfig({}));
  });

  test('ACC-57 proxies may be named by their addresses', () => {
    expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::1' }).trustProxy).toBe(
      'loopback, 10.0.0.0/8, fd00::1',
    );
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/zvit'],
    ['DATABASE_URL', 'secret-word'],
    ['PUBLIC_URL', 'zvit.example'],
    ['PUBLIC_URL', 'https://zvit.example/path'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', '10.0.0.1, proxy'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'yes'],
    ['SESSION_DAYS', '0'],
    ['REMIND_DAYS', '61'],
    ['REMIND_DAYS', '-1'],
    ['METRICS_TOKEN', 'short'],
  ])('ACC-57 %s=%s is refused by name, without repeating the value', (name, value) => {
    try {
      readConfig({ [name]: value });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(error.code).toBe('config.invalid');
      expect(error.parameters.name).toBe(name);
      if (value.length > 3) expect(String(error.parameters.detail)).not.toContain(value);
    }
  });

  test('ACC-57 every setting says what it is for and has a default that is good', () => {
    for (const name of settingNames) {
      const setting = settings[name];
      expect(setting.what, name).toMatch(/\.$/);
      expect(setting.schema.safeParse(setting.default).success, name).toBe(true);
    }
  });

  test('ACC-57 a provider is read whole, with rules that say what is wrong with them', () => {
    const base = { OIDC_ISSUER: 'https://id.example/realms/city', OIDC_CLIENT_ID: 'zvit' };
    expect(readConfig(base).oidc).toEqual({
      issuer: 'https://id.example/realms/city',
      clientId: 'zvit',
      clientSecret: null,
      name: '',
      scopes: ['openid', 'profile', 'email'],
      rights: [],
      strongMarks: ['mfa'],
    });
    const rights = '[{"claim":"groups","value":"org-*","role":"editor","organisation":"*"}]';
    expect(readConfig({ ...base, OIDC_RIGHTS: rights }).oidc?.rights).toEqual([
      { claim: 'groups', value: 'org-*', role: 'editor', organisation: '*', reports: 'all' },
    ]);
    const refuse = (environment: Record<string, string>) => {
      try {
        readConfig({ ...base, ...environment });
      } catch (error) {
        if (error instanceof AppError) return error.parameters;
        throw error;
      }
      return null;
    };
    expect(refuse({ OIDC_ISSUER: 'http://id.example' })).toMatchObject({ name: 'OIDC_ISSUER' });
    expect(refuse({ OIDC_ISSUER: 'http://127.0.0.1:9000' })).toBeNull();
    expect(refuse({ OIDC_CLIENT_ID: '' })).toMatchObject({ name: 'OIDC_CLIENT_ID' });
    expect(refuse({ OIDC_SCOPES: 'profile' })).toMatchObject({ name: 'OIDC_SCOPES' });
    expect(refuse({ OIDC_RIGHTS: '{' })).toEqual({ name: 'OIDC_RIGHTS', detail: 'JSON' });
    const wrong: [string, string][] = [
      ['[{"claim":"g","role":"editor"}]', '0.organisation: '],
      ['[{"claim":"g","role":"viewer","organisation":"A"}]', '0.organisation: '],
      ['[{"claim":"g","role":"king"}]', '0.role: '],
      ['[{"claim":"g","role":"viewer","value":"*a*"}]', '0.value: '],
      ['[{"claim":"g","role":"viewer","vlaue":"a"}]', '0: '],
    ];
    for (const [text, place] of wrong) {
      expect(String(refuse({ OIDC_RIGHTS: text })?.detail).startsWith(place), text).toBe(true);
    }
  });
});
