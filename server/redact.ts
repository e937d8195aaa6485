/** Takes secrets out of text that comes from elsewhere: a cloud may repeat in an error what it was sent. */

const shortest = 6;

/** Replaces every known secret, also in its URL-encoded form. The secrets are asked for each time: accounts can change. */
export function createRedactor(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    let clean = text;
    for (const secret of secrets()) {
      if (secret.length < shortest) continue;
      if (clean.includes(secret)) clean = clean.replaceAll(secret, '[secret]');
      if (!clean.includes('%')) continue;
      const encoded = encodeURIComponent(secret);
      if (clean.includes(encoded)) clean = clean.replaceAll(encoded, '[secret]');
    }
    return clean;
  };
}
