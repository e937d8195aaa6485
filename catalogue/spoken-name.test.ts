import { describe, expect, it } from 'vitest';
import { speechOf } from './dialects.ts';
import { familyModules, findAction } from './index.ts';
import { spokenName } from './spoken-name.ts';

describe('names of parameters as the account’s API has them', () => {
  it.each([
    ['vpc2017:CreateNatGateway', 'natName', 'NatGatewayName'],
    ['vpc2017:CreateVpcPeeringConnectionEx', 'peerUin', 'DestinationUin'],
    ['vpc2017:CreateVpcPeeringConnectionEx', 'peerRegion', 'DestinationRegion'],
    ['vpc2017:CreateNetworkAcl', 'vpcId', 'VpcId'],
  ])('%s: %s is %s', (action, own, theirs) => {
    const module = familyModules.find(({ actions }) => Object.hasOwn(actions, action));
    if (!module) throw new Error(`no family has ${action}`);
    expect(spokenName(speechOf(module, 'today', action), own)).toBe(theirs);
    expect(spokenName(speechOf(module, 'documents', action), own)).toBe(own);
  });

  it('of every bound operation the name beside a field is one that the action takes, or none', () => {
    const strange = familyModules.flatMap((module) =>
      Object.keys(module.today ?? {}).flatMap((name) => {
        const speech = speechOf(module, 'today', name);
        if (speech.kind !== 'bound') return [];
        const taken = findAction(speech.binding.action)?.params ?? {};
        return Object.keys(speech.own.params).filter((param) =>
          (spokenName(speech, param)?.split(' / ') ?? []).some((one) => !Object.hasOwn(taken, one.split('.')[0] ?? '')),
        );
      }),
    );
    expect(strange).toEqual([]);
  });
});
