import { expect, test } from 'vitest';
import { describeUserAgent } from '#client/profile/describeUserAgent.ts';

test('names the browser and the system a person knows', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
  const known = [
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`,
      'Edge, Windows',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome, Linux'],
    [`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome, Android'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox, Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18.0 Safari/605', 'Safari, macOS'],
  ] as const;
  for (const [userAgent, text] of known) expect(describeUserAgent(userAgent)).toBe(text);
});

test('shows the beginning of what it does not know, and nothing for nothing', () => {
  expect(describeUserAgent('curl/8.5.0')).toBe('curl/8.5.0');
  expect(describeUserAgent('x'.repeat(500))).toHaveLength(60);
  expect(describeUserAgent('')).toBe('');
});
