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
      mail: null,
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

describe('mail settings', () => {
  const rest = {
    PUBLIC_URL: 'https://zvit.example.ua, https://zvit.example',
    MAIL_FROM: 'Звіт <zvit@city.example>',
  };
  const read = (url: string, changes: Record<string, string> = {}) =>
    readConfig({ ...rest, SMTP_URL: url, ...changes }).mail;

  test('TLK-40 TLK-52 an address of a mail server says how its password travels', () => {
    expect(read('smtps://zvit%40city:p%3Ass@mail.example.ua')).toEqual({
      server: { host: 'mail.example.ua', port: 465, user: 'zvit@city', password: 'p:ss', tls: 'from-start' },
      from: { name: 'Звіт', address: 'zvit@city.example' },
      origin: 'https://zvit.example.ua',
    });
    const tlsOf = (url: string) => read(url)?.server.tls;
    expect(tlsOf('smtp://a:b@mail.example.ua:2525')).toBe('required');
    expect(tlsOf('smtp://a:b@127.0.0.1')).toBe('offered');
    expect(tlsOf('smtp://mail.example.ua')).toBe('offered');
    expect(tlsOf('smtp://mail.example.ua/?tls=required')).toBe('required');
    expect(tlsOf('smtp://a:b@mail.example.ua?tls=none')).toBe('none');
    expect(read('smtp://[::1]:25')?.server).toMatchObject({ host: '::1', port: 25, user: null });
    expect(read('smtp://mail', { MAIL_FROM: 'zvit@city.example' })?.from.name).toBe('');
    expect(readConfig({ MAIL_FROM: 'zvit@city.example' }).mail).toBeNull();
  });

  test.each([
    ['mail.example.ua', {}, 'SMTP_URL'],
    ['https://mail.example.ua', {}, 'SMTP_URL'],
    ['smtp://', {}, 'SMTP_URL'],
    ['smtp://mail.example.ua/path', {}, 'SMTP_URL'],
    ['smtp://secret-word@mail.example.ua', {}, 'SMTP_URL'],
    ['smtp://a:secret-word%E0@mail.example.ua', {}, 'SMTP_URL'],
    ['smtp://mail.example.ua?secure=false', {}, 'SMTP_URL'],
    ['smtps://mail.example.ua?tls=none', {}, 'SMTP_URL'],
    ['smtp://mail.example.ua', { MAIL_FROM: '' }, 'MAIL_FROM'],
    ['smtp://mail.example.ua', { MAIL_FROM: 'Звіт' }, 'MAIL_FROM'],
    ['smtp://mail.example.ua', { MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM'],
    ['smtp://mail.example.ua', { MAIL_FROM: 'X\r\nBcc: y <a@b.example>' }, 'MAIL_FROM'],
    ['smtp://mail.example.ua', { PUBLIC_URL: '' }, 'PUBLIC_URL'],
  ])('TLK-40 SMTP_URL %s with %o is refused, naming %s and never the password', (url, changes, name) => {
    const read = () => readConfig({ ...rest, SMTP_URL: url, ...changes });
    expect(read).toThrow(AppError);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code: 'config.invalid', parameters: { name } });
      expect(JSON.stringify((error as AppError).parameters)).not.toContain('secret-word');
    }
  });
});
