import { expect, it } from 'vitest';
import { fill } from '../../../catalogue/text/message.ts';
import { kindsOfFindings } from '../../../network/findings/all-kinds.ts';
import { allow, changeNetwork, foundIn, sound } from '../../../network/testing/sound-network.ts';
import en from './en.json' with { type: 'json' };
import { filterIn, fits } from './url.ts';
import { groupOf } from './words.ts';
import zh from './zh.json' with { type: 'json' };

const kindsIn = (texts: object, part: string): string[] =>
  Object.keys(texts)
    .flatMap((key) => (key.startsWith(`${part}.`) ? [key.slice(part.length + 1)] : []))
    .sort();

it.each(['kind', 'name', 'why', 'fix'])('every kind of finding has its words: %s', (part) => {
  const ids = kindsOfFindings.map(({ id }) => id).sort();
  expect(kindsIn(en, part)).toEqual(ids);
  expect(kindsIn(zh, part)).toEqual(ids);
});

const model = changeNetwork(sound, {
  securityGroups: [{ id: 'sg-a-web', ingress: [allow('TCP', '22,443')] }],
  eips: [{ id: 'eip-x', address: '43.9.9.9', boundTo: null }],
});

it('sentences are about the finding', () => {
  const said = foundIn(model).map(({ kind, parameters }) => fill(en[`kind.${kind}` as keyof typeof en], parameters, 'en').join(''));
  expect(said).toEqual(['The internet reaches administration ports: 22', 'The elastic IP 43.9.9.9 is bound to nothing']);
});

it('a query that names no such severity filters nothing, and one that does leaves the rest out', () => {
  const of = (query: string) =>
    foundIn(model)
      .filter((one) => fits(filterIn(new URLSearchParams(query)), one, groupOf))
      .map(({ kind }) => kind);
  expect(of('severity=terrible')).toHaveLength(2);
  expect(of('severity=critical')).toEqual(['internet-reaches-admin-port']);
  expect(of('group=gateways')).toEqual(['eip-unbound']);
  expect(of('vpc=vpc-a')).toEqual(['internet-reaches-admin-port']);
  expect(of('in=ap-shanghai')).toEqual([]);
});
