/** Answers of single calls with everything wrong with them that their shapes allow. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Family } from '../../catalogue/define.ts';
import { type ActionName, actions, familyOf, plainActions } from '../../catalogue/index.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { oddAnswers } from '../kit/odd-rows.ts';
import { ApiError } from './api-error.ts';
import { decodedAction, decodedParts, rulesAnswer, unreadableAnswer, wholeAnswer } from './decoded.ts';

/** The single calls of the console, as they stand in its files: each action with the family that it is said to be of. */
const singles = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .flatMap((file) => [
      ...readFileSync(join('src', file), 'utf8').matchAll(/(?:call|parts)Options\([\w()]+,\s*'([\w-]+)',\s*'(\w+:\w+)'/g),
    ])
    .map(([, family, name]) => [name as ActionName, family as Family]),
);
const names = [...singles.keys()];

const codeOf = (read: () => unknown): string | null => {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof ApiError ? error.code : String(error);
  }
};

describe('an answer of a single call', () => {
  it.each(names)('is found under its family: %s', async (name) => {
    const family = singles.get(name) as Family;
    expect(familyOf(name)).toBe(family);
    const { actions: documented } = await loadFamily(family);
    const isDocumented = Object.hasOwn(documented, name);
    expect(await decodedAction(family, name, isDocumented ? 'documents' : 'today')).toEqual(plainActions[name]);
  });

  it.each(names)('that is not as documented is an error and nothing else: %s', (name) => {
    for (const { what, answer, good } of oddAnswers(actions[name]))
      expect(
        codeOf(() => wholeAnswer(actions[name], answer, 'r')),
        what,
      ).toBe(good ? null : unreadableAnswer);
  });

  it.each(names)('keeps the items of its lists that can be read, and tells of the others: %s', (name) => {
    for (const { what, answer, good, place } of oddAnswers(actions[name])) {
      if (good) continue;
      const read = (): unknown => decodedParts(actions[name], answer, 'r');
      if (place === null) {
        expect(codeOf(read), what).toBe(unreadableAnswer);
        continue;
      }
      const { data, unreadable } = decodedParts(actions[name], answer, 'r');
      const before = (answer as Record<string, unknown[]>)[place] ?? [];
      expect(data[place], what).toEqual(before.slice(0, -1));
      expect(unreadable.length, what).toBeGreaterThan(0);
    }
  });

  it('says the request and the fields, and no value', () => {
    const read = (): unknown =>
      wholeAnswer(actions['vpc:DescribeAddressQuota'], { QuotaSet: [{ QuotaId: 'x', QuotaCurrent: null }] }, 'r-1');
    expect(read).toThrow('QuotaSet.0.QuotaCurrent: null, QuotaSet.0.QuotaLimit: missing');
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ requestId: 'r-1', retryable: false });
    }
  });
});

describe('the rules of a group', () => {
  const set = { Version: '1', Ingress: [{ odd: 1 }, null], Egress: [] };
  it('come as they were listed, odd ones too', () => {
    const whole = { SecurityGroupPolicySet: { ...set, Extra: 1 } };
    expect(rulesAnswer(whole, null)).toEqual(whole);
    expect(rulesAnswer({ SecurityGroupPolicySet: { ...set, Ingress: [], Version: 7 } }, null)).toMatchObject({
      SecurityGroupPolicySet: { Version: '7' },
    });
  });

  it.each([
    {},
    { SecurityGroupPolicySet: null },
    { SecurityGroupPolicySet: { ...set, Ingress: null } },
    { SecurityGroupPolicySet: { Version: '1', Ingress: [] } },
    { SecurityGroupPolicySet: { Ingress: [], Egress: [] } },
    null,
    'text',
  ])('are not none where a list is missing: %j', (answer) => {
    expect(codeOf(() => rulesAnswer(answer, null))).toBe(unreadableAnswer);
  });
});

/** They decode with the family's data at hand, or are told why not. */
const decodedElsewhere: Partial<Record<ActionName, string>> = {
  'vpc:DownloadCustomerGatewayConfiguration': 'src/families/vpn-connection/configuration.tsx',
};

it('no page reads an answer that was not decoded', () => {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
  const bare = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\bcall\(\s*\w+,\s*'([\w:]+)'/g)].flatMap(([, name = '']) =>
      Object.hasOwn(decodedElsewhere, name) && /wholeAnswer/.test(text) ? [] : [`${file}: ${name}`],
    );
  });
  expect(bare).toEqual([]);
});
