/** Every documented refusal of the direct-connect gateway actions, and the ACLs of translations, through the wire. */
import { describe, expect, it } from 'vitest';
import { faultsOf, orderFault } from '../../testing/recorder.ts';
import { acl, GatewayStage, type KindName, kindNames, kinds, old, sourceAcl } from './fixture.ts';

const stage = new GatewayStage();
stage.recorder.provesRefusalsOf('direct-connect-gateway');
const { call2017, word2017, createWord, modifyWord, removeWord, rules, quota } = stage;

/** ACLs of the two kinds that have them: of which translation, and a rule that can be. */
const withAcl = { LocalIPTranslation: acl, LocalSourceIPPortTranslation: sourceAcl } as const;
const aclKinds = Object.keys(withAcl) as (keyof typeof withAcl)[];

/** What a kind's own actions say of a rule that is not there. */
const missingRule: Readonly<Record<KindName, string>> = {
  LocalIPTranslation: 'InvalidLocalIPTranslation.NotFound',
  LocalSourceIPPortTranslation: 'InvalidTranslationIPPool.NotFound',
  LocalDestinationIPPortTranslation: 'InvalidLocalDestinationIPPortTranslation.NotFound',
  PeerIPTranslation: 'InvalidPeerIPTranslation.NotFound',
};

/** Every action that names a gateway, with what else it asks for. */
function inGateway(): [action: string, params: Record<string, unknown>][] {
  const nat = kindNames.flatMap((kind): [string, Record<string, unknown>][] => {
    const { first, list } = kinds[kind];
    return [
      [`Create${kind}NatRule`, { [list]: [first] }],
      [`Describe${kind}NatRule`, {}],
      [`Modify${kind}NatRule`, old(first)],
      [`Delete${kind}NatRule`, { [list]: [first] }],
    ];
  });
  const acls = aclKinds.flatMap((kind): [string, Record<string, unknown>][] => {
    const of = kinds[kind].first;
    return [
      [`Create${kind}AclRule`, { ...of, aclRules: [withAcl[kind]()] }],
      [`Describe${kind}AclRule`, of],
      [`Modify${kind}AclRule`, { ...of, aclRules: [withAcl[kind]({ aclRuleId: 25 })] }],
      [`Delete${kind}AclRule`, { ...of, aclRules: [25] }],
    ];
  });
  const gateways: [string, Record<string, unknown>][] = [
    ['ModifyDirectConnectGateway', { directConnectGatewayName: 'x' }],
    ['DeleteDirectConnectGateway', {}],
    ['DescribeDirectConnectGateway', {}],
  ];
  return [...gateways, ...nat, ...acls];
}

it.each(inGateway())('%s knows neither a strange VPC nor a strange gateway', async (action, params) => {
  const other = await stage.vpc('10.1.0.0/16');
  expect(await word2017(action, { ...stage.where, ...params, vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
  const missing = { ...stage.where, ...params, directConnectGatewayId: 'dcg-00000000' };
  expect(await word2017(action, missing)).toBe('InvalidDirectConnectGateway.NotFound');
  expect(await word2017(action, { ...stage.where, ...params, vpcId: other.id })).toBe('InvalidDirectConnectGateway.NotFound');
});

it('gateways have names of 1 to 25 letters, digits and underlines, and VPCs that are there', async () => {
  for (const directConnectGatewayName of ['专'.repeat(26), 'a b']) {
    const named = { ...stage.where, directConnectGatewayName };
    expect(await word2017('ModifyDirectConnectGateway', named)).toBe('InvalidDirectConnectGatewayName');
    expect(await word2017('CreateDirectConnectGateway', { vpcId: stage.vpc1.id, directConnectGatewayName })).toBe(
      'InvalidDirectConnectGatewayName',
    );
  }
  const create = (more: object) => word2017('CreateDirectConnectGateway', { directConnectGatewayName: 'x', type: 1, ...more });
  expect(await create({ vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
  expect(await create({ vpcId: stage.vpc1.id })).toBe('DirectConnectGatewayLimitExceeded');
});

describe.each(kindNames)('%s', (kind) => {
  const { first, second, quota: type } = kinds[kind];

  it('is not found by what no rule has', async () => {
    await createWord(kind, first);
    expect(await modifyWord(kind, second, { description: 'x' })).toBe(missingRule[kind]);
    expect(await removeWord(kind, second)).toBe(missingRule[kind]);
    if (kind === 'LocalSourceIPPortTranslation') return;
    expect(await word2017(`Describe${kind}NatRule`, { ...stage.where, ...second })).toBe(missingRule[kind]);
    expect(await rules(kind, first)).toHaveLength(1);
  });

  it('repeats nothing that is unique', async () => {
    await createWord(kind, first, second);
    const twice = kind === 'LocalDestinationIPPortTranslation' ? ['InvalidTranslationIP.Duplicate'] : [];
    for (const field of kind === 'LocalDestinationIPPortTranslation' ? [] : Object.keys(first)) {
      const code = field.startsWith('original') ? 'InvalidOriginalIP.Duplicate' : 'InvalidTranslationIP.Duplicate';
      const own = (first as Record<string, string>)[field];
      expect(await modifyWord(kind, second, { [field]: own })).toBe(code);
      const fresh = 'originalIP' in first ? { originalIP: '10.0.0.77', translationIP: '138.0.0.77' } : {};
      expect(await createWord(kind, { ...fresh, [field]: own })).toBe(code);
    }
    if (twice.length > 0) {
      expect([await createWord(kind, first)]).toEqual(twice);
      expect([await modifyWord(kind, second, { translationPort: '90' })]).toEqual(twice);
    }
    expect(await modifyWord(kind, second, second)).toBe('');
  });

  it('lies on its side of the VPC', async () => {
    await createWord(kind, first);
    const pool = 'translationIPPool' in first;
    const inside = pool ? { translationIPPool: '9.255.255.1-10.0.0.9' } : { translationIP: '10.0.200.1' };
    expect(await createWord(kind, { ...second, ...inside })).toBe(
      pool ? 'InvalidTranslationIPPool.NotInVpcCidr' : 'InvalidTranslationIP.InVpcCidr',
    );
    expect(await modifyWord(kind, first, inside)).toBe(pool ? 'InvalidTranslationIPPool.InVpcCidr' : 'InvalidTranslationIP.InVpcCidr');
    if (pool) return;
    const expected = kind === 'PeerIPTranslation' ? '' : 'InvalidOriginalIP.NotInVpcCidr';
    expect(await createWord(kind, { ...second, originalIP: '172.16.0.1' })).toBe(expected);
    expect(await modifyWord(kind, first, { originalIP: '172.16.0.2' })).toBe(expected);
  });

  it('has a quota', async () => {
    await stage.quota(type, 0);
    expect(await createWord(kind, first)).toBe(`${kind}LimitExceeded`);
  });
});

describe.each(aclKinds)('ACLs of %s', (kind) => {
  const { first, second } = kinds[kind];
  const rule = withAcl[kind];
  const word = (verb: string, aclRules?: unknown, of: object = first) =>
    word2017(`${verb}${kind}AclRule`, { ...stage.where, ...of, ...(aclRules === undefined ? {} : { aclRules }) });
  const acls = async (aclRules?: number[]) =>
    (await call2017(`Describe${kind}AclRule`, { ...stage.where, ...first, ...(aclRules ? { aclRules } : {}) })).data as {
      aclRuleId: number;
    }[];

  it('are added, listed, changed and deleted', async () => {
    await createWord(kind, first);
    expect(await word('Create', [rule(), rule({ protocol: 'ALL', sourcePort: '0-0', destinationCidr: '' })])).toBe('');
    const [one, two] = await acls();
    expect(one).toEqual({ ...rule({ protocol: 'TCP' }), aclRuleId: expect.any(Number) });
    expect(two).toEqual({ ...rule({ protocol: 'ALL', sourcePort: '0-0', destinationCidr: '' }), aclRuleId: expect.any(Number) });
    const id = one?.aclRuleId ?? 0;
    expect(await word('Modify', [rule({ aclRuleId: id, protocol: 'udp', destinationPort: '80-90' })])).toBe('');
    expect(await acls([id])).toEqual([{ ...rule({ protocol: 'UDP', destinationPort: '80-90' }), aclRuleId: id }]);
    expect(await word('Delete', [id])).toBe('');
    expect(await acls()).toEqual([two]);
    expect(await removeWord(kind, first)).toBe('');
    expect(await stage.count('direct-connect-acl-rule')).toBe(0);
  });

  it('are of a translation that is there, and of no other', async () => {
    const code = kind === 'LocalIPTranslation' ? missingRule[kind] : 'InvalidLocalSourceIPPortTranslation.NotFound';
    await createWord(kind, first, second);
    await word('Create', [rule()]);
    const [{ aclRuleId } = { aclRuleId: 0 }] = await acls();
    await removeWord(kind, second);
    expect(await word('Create', [rule()], second)).toBe(code);
    expect(await word('Describe', undefined, second)).toBe(code);
    expect(await word('Modify', [rule({ aclRuleId })], second)).toBe(code);
    expect(await word('Delete', [aclRuleId], second)).toBe(code);
    await createWord(kind, second);
    expect(await word('Delete', [aclRuleId], second)).toBe(code);
    expect(await word('Modify', [rule({ aclRuleId })], second)).toBe(code);
    expect(await acls()).toHaveLength(1);
  });

  it('have a quota, and wait for a task with their translation', async () => {
    await createWord(kind, first);
    await quota('acl-rules-per-translation', 1);
    expect(await word('Create', [rule(), rule({ destinationPort: '91' })])).toBe('AclRuleLimitExceeded');
    expect(await acls()).toEqual([]);
    await stage.speed('direct-connect-gateway', { reads: 9 });
    await modifyWord(kind, first, second);
    expect(await word('Create', [rule()])).toBe('ActionLocked');
  });
});

it('ACLs of different pools have no packet in common; those of one pool may', async () => {
  const kind = 'LocalSourceIPPortTranslation';
  const { first, second } = kinds[kind];
  await createWord(kind, first, second);
  const word = (verb: string, of: object, ...aclRules: unknown[]) => word2017(`${verb}${kind}AclRule`, { ...stage.where, ...of, aclRules });
  const conflict = 'InvalidLocalSourceIPPortTranslationAcl.Conflict';
  expect(await word('Create', first, sourceAcl({ sourcePort: '80-90' }), sourceAcl({ sourcePort: '85' }))).toBe('');
  expect(await word('Create', second, sourceAcl({ sourcePort: '90-99' }))).toBe(conflict);
  expect(await word('Create', second, sourceAcl({ sourcePort: '', protocol: 'ALL', sourceCidr: '', destinationCidr: '' }))).toBe(conflict);
  const apart = [{ protocol: 'udp' }, { sourceCidr: '11.2.0.0/16' }, { sourcePort: '91' }, { destinationCidr: '10.0.64.1' }];
  for (const one of apart) expect(await word('Create', second, sourceAcl(one))).toBe('');
  const { data } = await call2017(`Describe${kind}AclRule`, { ...stage.where, ...second });
  const aclRuleId = (data as { aclRuleId: number }[])[2]?.aclRuleId;
  expect(await word('Modify', second, sourceAcl({ aclRuleId, sourcePort: '0' }))).toBe(conflict);
  expect(await word('Modify', second, sourceAcl({ aclRuleId, sourcePort: '92' }))).toBe('');
});

it.each(faultsOf('direct-connect-gateway'))('%s is provoked by a fault', async (pair) => {
  const { action, code } = await orderFault(stage.me, pair);
  expect(await word2017(action, stage.where)).toBe(code);
});
