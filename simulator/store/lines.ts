/** Lines that tell whether they are whole: a number, a checksum of the number and the text, the text. */
import { crc32 } from 'node:zlib';

export interface Line {
  readonly number: number;
  readonly text: string;
}

const checksum = (number: number, text: string): string => crc32(`${number} ${text}`).toString(16).padStart(8, '0');

export const sealLine = (number: number, text: string): string => `${number} ${checksum(number, text)} ${text}`;

const pattern = /^(\d{1,15}) ([0-9a-f]{8}) /;

/** The line, or undefined when it is not what was written. */
export function unsealLine(line: string): Line | undefined {
  const parts = pattern.exec(line);
  if (!parts) return undefined;
  const number = Number(parts[1]);
  const text = line.slice(parts[0].length);
  return parts[2] === checksum(number, text) ? { number, text } : undefined;
}

export function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
