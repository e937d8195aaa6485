/** The INI form of the SDKs' credentials file: `[profile]`, then `name = value`. What is not understood is told with its line. */

interface Profile {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
  /** Settings that stand in it twice. */
  readonly twice: readonly string[];
  /** What its lines have that is not understood: "line 3". */
  readonly unclear: readonly string[];
}

interface Draft extends Profile {
  readonly values: Map<string, string>;
  readonly twice: string[];
  readonly unclear: string[];
}

/** Profiles in the order of the file; lines before the first heading are a profile without a name. */
export function parseIni(text: string): Profile[] {
  const profiles: Draft[] = [];
  const open = (name: string): Draft => {
    const profile: Draft = { name, values: new Map(), twice: [], unclear: [] };
    profiles.push(profile);
    return profile;
  };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const head = /^\[\s*([^[\]]+?)\s*\]\s*(?:[#;].*)?$/.exec(line);
    if (head) {
      open(head[1] ?? '');
      continue;
    }
    const profile = profiles.at(-1) ?? open('');
    const pair = /^([^=:\s]+)\s*[=:]\s*(.*)$/.exec(line);
    if (!pair || line.startsWith('[')) {
      profile.unclear.push(`line ${index + 1}`);
      continue;
    }
    const name = (pair[1] ?? '').toLowerCase();
    if (profile.values.has(name)) profile.twice.push(name);
    profile.values.set(name, pair[2] ?? '');
  }
  return profiles;
}
