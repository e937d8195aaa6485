/**
 * Seals what must be kept and not be read: keys of accounts that were added here, tokens of sessions. AES-256-GCM, a fresh nonce
 * each time; what it belongs to (the row's id) is bound in, so that no sealed text can be moved to another row.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ConfigError } from '../config-error.ts';
import { readOwnFile, replaceOwnFile } from '../folder.ts';

/** Why a sealed text cannot be opened, in words that hold nothing of it. */
export class SealBroken extends Error {}

export interface Sealer {
  readonly seal: (text: string, of: string) => string;
  /** Throws `SealBroken`. */
  readonly open: (sealed: string, of: string) => string;
}

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** "v1.<which key>.<nonce, cipher text and tag>". */
export function createSealer(key: Buffer): Sealer {
  const name = createHash('sha256').update('name of the key').update(key).digest('hex').slice(0, 8);
  return {
    seal: (text, of) => {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(of));
      const bytes = Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
      return `v1.${name}.${bytes.toString('base64url')}`;
    },
    open: (sealed, of) => {
      const [version, sealedBy, text = ''] = sealed.split('.');
      if (version !== 'v1') throw new SealBroken('It was sealed by another version of Weft.');
      if (sealedBy !== name) throw new SealBroken('It was sealed with another key: give the WEFT_KEY, or the key file, of that time.');
      const bytes = Buffer.from(text, 'base64url');
      try {
        // Bits that decoding drops may not differ either.
        if (bytes.toString('base64url') !== text) throw new Error('spelled otherwise');
        const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(of)).setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]).toString('utf8');
      } catch {
        throw new SealBroken('What is kept is not what was written: it has been changed or damaged.');
      }
    },
  };
}

const keyFile = 'weft.key';

/** 32 bytes as 64 hexadecimal digits, or as base64. Throws `ConfigError`, which holds nothing of the key. */
export function readKey(text: string | undefined): Buffer | null {
  const given = text?.trim() ?? '';
  if (given === '') return null;
  const bytes = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : Buffer.from(given, 'base64');
  const isKey = bytes.length === 32 && /^[\w+/=-]+$/.test(given) && new Set(bytes).size > 8;
  if (!isKey) throw new ConfigError('WEFT_KEY is no key: 32 random bytes as hexadecimal digits or base64. Example: openssl rand -hex 32');
  return bytes;
}

/** The key that is given, else that of the data folder, made once; where nothing is kept, one for this process. Throws `ConfigError`. */
export function sealingKey(given: Buffer | null, data: string | null): Buffer {
  if (given !== null) return given;
  if (data === null) return randomBytes(32);
  const file = join(data, keyFile);
  const kept = readOwnFile(file);
  if (kept !== null) {
    const key = Buffer.from(kept.trim(), 'hex');
    if (key.length === 32) return key;
    throw new ConfigError(`${file} is damaged. Put back a copy of it; what is sealed with it is lost without.`);
  }
  const key = randomBytes(32);
  replaceOwnFile(file, `${key.toString('hex')}\n`);
  return key;
}
