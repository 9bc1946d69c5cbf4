import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const prefix = 'v1.';
const ivLength = 12;
const tagLength = 16;

/** What must be read again, and so cannot be kept as a hash, is kept encrypted: AES-256-GCM. */
export type SecretBox = {
  /** `context` says what it belongs to; in another one it does not open. */
  seal(text: string, context: string): string;
  /** Null when it was sealed by another key or for another context, or has been changed. */
  tryOpen(sealed: string, context: string): string | null;
  /** Another key of 32 bytes, the same for one purpose for ever; it says nothing about this one. */
  deriveKey(purpose: string): Uint8Array;
};

/** Whether a stored text was sealed by this or an earlier key. */
export function isSealed(text: string): boolean {
  return text.startsWith(prefix);
}

/** `key`: 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    seal(text, context) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64url');
    },

    tryOpen(sealed, context) {
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      if (!isSealed(sealed) || bytes.length < ivLength + tagLength) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      const opened = decipher.update(bytes.subarray(ivLength + tagLength));
      try {
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch {
        // The tag does not fit: Node says so by a bare Error.
        return null;
      }
    },

    deriveKey: (purpose) => new Uint8Array(hkdfSync('sha256', key, '', purpose, 32)),
  };
}
