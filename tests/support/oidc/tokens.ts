import { type KeyObject, sign } from 'node:crypto';

/** A signed token, open. */
export type TokenParts = {
  header: Record<string, unknown>;
  claims: Record<string, unknown> & { iat: number };
};

export function decodeToken(token: string): TokenParts {
  const [header = '', claims = ''] = token.split('.');
  const open = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return { header: open(header), claims: open(claims) };
}

/** RS256. */
export function signToken({ header, claims }: TokenParts, key: KeyObject): string {
  const close = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${close(header)}.${close(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
