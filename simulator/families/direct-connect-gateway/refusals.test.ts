/** Every documented refusal of the direct-connect gateway actions, and the ACLs of translations, through the wire. */
import { describe, expect, it } from 'vitest';
import type { ActionName } from '../../../catalogue/index.ts';
import { itRefuses, itRefusesByFault, type OwnParams, ofElsewhere, type RefusalCase } from '../../testing/refusals.ts';
import { acl, GatewayStage, type KindName, kindNames, kinds, old, sourceAcl } from './fixture.ts';

type Params = Record<string, unknown>;

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

const where = (more: Params = {}) => ({ ...stage.where, ...more });
const action = (name: string) => `vpc2017:${name}` as ActionName;

/** What each action that names a gateway asks for. */
const inGateway = Object.assign(
  {
    'vpc2017:ModifyDirectConnectGateway': () => where({ directConnectGatewayName: 'x' }),
    'vpc2017:DeleteDirectConnectGateway': where,
    'vpc2017:DescribeDirectConnectGateway': where,
  },
  ...kindNames.map((kind): OwnParams => {
    const { first, list } = kinds[kind];
    return {
      [action(`Create${kind}NatRule`)]: () => where({ [list]: [first] }),
      [action(`Describe${kind}NatRule`)]: where,
      [action(`Modify${kind}NatRule`)]: () => where(old(first)),
      [action(`Delete${kind}NatRule`)]: () => where({ [list]: [first] }),
    };
  }),
  ...aclKinds.map((kind): OwnParams => {
    const { first } = kinds[kind];
    return {
      [action(`Create${kind}AclRule`)]: () => where({ ...first, aclRules: [withAcl[kind]()] }),
      [action(`Describe${kind}AclRule`)]: () => where(first),
      [action(`Modify${kind}AclRule`)]: () => where({ ...first, aclRules: [withAcl[kind]({ aclRuleId: 25 })] }),
      [action(`Delete${kind}AclRule`)]: () => where({ ...first, aclRules: [25] }),
    };
  }),
) as OwnParams;

const create = 'vpc2017:CreateDirectConnectGateway';
const rename = 'vpc2017:ModifyDirectConnectGateway';
const long = { directConnectGatewayName: '专'.repeat(26) };
const spaced = { directConnectGatewayName: 'a b' };
const line = (more: Params = {}) => ({ vpcId: stage.vpc1.id, directConnectGatewayName: 'x', type: 1, ...more });

itRefuses(stage, [
  ...ofElsewhere(stage, inGateway, 'InvalidDirectConnectGateway.NotFound', { directConnectGatewayId: 'dcg-00000000' }),
  [rename, '26 characters of name', 'InvalidDirectConnectGatewayName', () => where(long)],
  [rename, 'a space in the name', 'InvalidDirectConnectGatewayName', () => where(spaced)],
  [create, '26 characters of name', 'InvalidDirectConnectGatewayName', () => line(long)],
  [create, 'a space in the name', 'InvalidDirectConnectGatewayName', () => line(spaced)],
  [create, 'a VPC that is not there', 'InvalidVpc.NotFound', () => line({ vpcId: 'vpc-00000000' })],
  [create, 'a second of its type', 'DirectConnectGatewayLimitExceeded', () => line()],
]);

describe.each(kindNames)('%s', (kind) => {
  const { first, second, list, quota: type } = kinds[kind];
  const [making, changing, removing] = [action(`Create${kind}NatRule`), action(`Modify${kind}NatRule`), action(`Delete${kind}NatRule`)];
  const rule = (values: Params) => () => where({ [list]: [values] });
  const change = (of: Params, values: Params) => () => where({ ...old(of), ...values });
  const made = async () => expect(await createWord(kind, first)).toBe('');
  const both = async () => expect(await createWord(kind, first, second)).toBe('');
  const pool = 'translationIPPool' in first;
  const ofDestinations = kind === 'LocalDestinationIPPortTranslation';
  const inside = pool ? { translationIPPool: '9.255.255.1-10.0.0.9' } : { translationIP: '10.0.200.1' };
  const misplaced = pool ? 'InvalidTranslationIPPool' : 'InvalidTranslationIP';
  const fresh = pool ? {} : { originalIP: '10.0.0.77', translationIP: '138.0.0.77' };
  const taken = 'InvalidTranslationIP.Duplicate';
  const unique = ofDestinations ? [] : Object.entries<string>(first);

  itRefuses({ ...stage, unchanged: () => rules(kind) }, [
    [changing, 'what no rule has', missingRule[kind], change(second, { description: 'x' }), made],
    [removing, 'what no rule has', missingRule[kind], rule(second), made],
    ...(pool ? [] : [[action(`Describe${kind}NatRule`), 'what no rule has', missingRule[kind], () => where(second), made] as const]),
    ...unique.flatMap(([field, own]): RefusalCase[] => {
      const code = field.startsWith('original') ? 'InvalidOriginalIP.Duplicate' : taken;
      return [
        [changing, `the ${field} of another rule`, code, change(second, { [field]: own }), both],
        [making, `the ${field} of another rule`, code, rule({ ...fresh, [field]: own }), both],
      ];
    }),
    ...(ofDestinations
      ? ([
          [making, 'a rule that is there', taken, rule(first), both],
          [changing, 'the port of another rule', taken, change(second, { translationPort: '90' }), both],
        ] as const)
      : []),
    [making, 'a translation inside the VPC', `${misplaced}.${pool ? 'NotInVpcCidr' : 'InVpcCidr'}`, rule({ ...second, ...inside }), made],
    [changing, 'a translation inside the VPC', `${misplaced}.InVpcCidr`, change(first, inside), made],
    ...('originalIP' in first && kind !== 'PeerIPTranslation'
      ? ([
          [making, 'an original outside the VPC', 'InvalidOriginalIP.NotInVpcCidr', rule({ ...second, originalIP: '172.16.0.1' }), made],
          [changing, 'an original outside the VPC', 'InvalidOriginalIP.NotInVpcCidr', change(first, { originalIP: '172.16.0.2' }), made],
        ] as const)
      : []),
    [making, 'one more than the quota', `${kind}LimitExceeded`, rule(first), () => quota(type, 0)],
  ]);

  it('may be changed into what it is', async () => {
    await both();
    expect(await modifyWord(kind, second, second)).toBe('');
  });
});

it('PeerIPTranslation takes originals outside the VPC', async () => {
  const { first, second } = kinds.PeerIPTranslation;
  expect(await createWord('PeerIPTranslation', first)).toBe('');
  expect(await createWord('PeerIPTranslation', { ...second, originalIP: '172.16.0.1' })).toBe('');
  expect(await modifyWord('PeerIPTranslation', first, { originalIP: '172.16.0.2' })).toBe('');
});

describe.each(aclKinds)('ACLs of %s', (kind) => {
  const { first, second } = kinds[kind];
  const rule = withAcl[kind];
  const word = (verb: string, aclRules: unknown) => word2017(`${verb}${kind}AclRule`, where({ ...first, aclRules }));
  const acls = async (aclRules?: number[]) =>
    (await call2017(`Describe${kind}AclRule`, where({ ...first, aclRules }))).data as { aclRuleId: number }[];

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

  const code = kind === 'LocalIPTranslation' ? missingRule[kind] : 'InvalidLocalSourceIPPortTranslation.NotFound';
  let aclRuleId: number | undefined;
  /** Both translations, and an ACL of the first. */
  const both = async () => {
    await createWord(kind, first, second);
    await word('Create', [rule()]);
    aclRuleId = (await acls())[0]?.aclRuleId;
  };
  const alone = () => both().then(() => removeWord(kind, second));
  const full = () => createWord(kind, first).then(() => quota('acl-rules-per-translation', 1));
  const locked = async () => {
    await createWord(kind, first);
    await stage.speed('direct-connect-gateway', { reads: 9 });
    await modifyWord(kind, first, second);
  };
  const ofSecond = (aclRules?: unknown[]) => where({ ...second, aclRules });
  const [making, changing, removing] = [action(`Create${kind}AclRule`), action(`Modify${kind}AclRule`), action(`Delete${kind}AclRule`)];
  const two = () => where({ ...first, aclRules: [rule(), rule({ destinationPort: '91' })] });

  itRefuses({ ...stage, unchanged: () => acls() }, [
    [making, 'a translation that is not there', code, () => ofSecond([rule()]), alone],
    [action(`Describe${kind}AclRule`), 'a translation that is not there', code, () => ofSecond(), alone],
    [changing, 'a translation that is not there', code, () => ofSecond([rule({ aclRuleId })]), alone],
    [removing, 'a translation that is not there', code, () => ofSecond([aclRuleId]), alone],
    [removing, 'an ACL of another translation', code, () => ofSecond([aclRuleId]), both],
    [changing, 'an ACL of another translation', code, () => ofSecond([rule({ aclRuleId })]), both],
    [making, 'one more than the quota', 'AclRuleLimitExceeded', two, full],
  ]);
  itRefuses(stage, [[making, 'a translation under way', 'ActionLocked', () => where({ ...first, aclRules: [rule()] }), locked]]);
});

describe('ACLs of different pools', () => {
  const kind = 'LocalSourceIPPortTranslation';
  const { first, second } = kinds[kind];
  const conflict = 'InvalidLocalSourceIPPortTranslationAcl.Conflict';
  const of = (pool: Params, ...aclRules: Params[]) => where({ ...pool, aclRules });
  const word = (verb: string, params: Params) => word2017(`${verb}${kind}AclRule`, params);
  let aclRuleId: number | undefined;
  /** Two ACLs of the first pool that meet, and one of the second that stands apart. */
  const apart = async () => {
    await createWord(kind, first, second);
    expect(await word('Create', of(first, sourceAcl({ sourcePort: '80-90' }), sourceAcl({ sourcePort: '85' })))).toBe('');
    expect(await word('Create', of(second, sourceAcl({ sourcePort: '91' })))).toBe('');
    const { data } = await call2017(`Describe${kind}AclRule`, where(second));
    aclRuleId = (data as { aclRuleId: number }[])[0]?.aclRuleId;
  };
  const any = { sourcePort: '', protocol: 'ALL', sourceCidr: '', destinationCidr: '' };

  itRefuses(stage, [
    [`vpc2017:Create${kind}AclRule`, 'a port in common', conflict, () => of(second, sourceAcl({ sourcePort: '90-99' })), apart],
    [`vpc2017:Create${kind}AclRule`, 'every packet', conflict, () => of(second, sourceAcl(any)), apart],
    [`vpc2017:Modify${kind}AclRule`, 'every port', conflict, () => of(second, sourceAcl({ aclRuleId, sourcePort: '0' })), apart],
  ]);

  it.each([{ protocol: 'udp' }, { sourceCidr: '11.2.0.0/16' }, { sourcePort: '92' }, { destinationCidr: '10.0.64.1' }])(
    'may differ in %o alone',
    async (one) => {
      await apart();
      expect(await word('Create', of(second, sourceAcl(one)))).toBe('');
    },
  );

  it('may be changed to stand apart', async () => {
    await apart();
    expect(await word('Modify', of(second, sourceAcl({ aclRuleId, sourcePort: '92' })))).toBe('');
  });
});

itRefusesByFault(stage, 'direct-connect-gateway', () => stage.where);

/** The same gateways as API 3.0 of today tells them. */
interface TodaysGateway {
  readonly NetworkInstanceId?: string;
  DirectConnectGatewayId: string;
}
const todays = async (params = {}) =>
  (await stage.call3('DescribeDirectConnectGateways', params)).DirectConnectGatewaySet as TodaysGateway[];
const wanted = (more = {}) => ({
  DirectConnectGatewayName: 'plain',
  NetworkType: 'VPC',
  NetworkInstanceId: stage.vpc1.id,
  GatewayType: 'NORMAL',
  ...more,
});

it('are made, told, renamed and deleted', async () => {
  const { DirectConnectGateway } = await stage.call3('CreateDirectConnectGateway', wanted());
  expect(DirectConnectGateway).toMatchObject({ ...wanted(), VpcId: stage.vpc1.id });
  const { DirectConnectGatewayId } = DirectConnectGateway as TodaysGateway;
  expect(await todays({ DirectConnectGatewayIds: [DirectConnectGatewayId] })).toMatchObject([wanted()]);
  expect(await todays({ Filters: [{ Name: 'vpc-id', Values: [stage.vpc1.id] }] })).toHaveLength(2);
  expect(await stage.code3('ModifyDirectConnectGatewayAttribute', { DirectConnectGatewayId, DirectConnectGatewayName: 'renamed' })).toBe(
    '',
  );
  expect(await todays({ DirectConnectGatewayIds: [DirectConnectGatewayId] })).toMatchObject([{ DirectConnectGatewayName: 'renamed' }]);
  expect(await stage.code3('DeleteDirectConnectGateway', { DirectConnectGatewayId })).toBe('');
  expect(await todays()).toHaveLength(1);
});

it('have a number in BGP, a zone and zones kept available; of a CCN, a way to publish routes, which survives a new name', async () => {
  const placed = { GatewayAsn: 65_000, Zone: 'ap-guangzhou-3' };
  const made = await stage.call3('CreateDirectConnectGateway', wanted({ ...placed, HaZoneGroupId: 'hazg-1' }));
  expect(made.DirectConnectGateway).toMatchObject({ ...placed, HaZoneList: [expect.any(String), expect.any(String)] });
  const { DirectConnectGatewayId: inVpc } = made.DirectConnectGateway as TodaysGateway;
  expect(await stage.code3('ModifyDirectConnectGatewayAttribute', { DirectConnectGatewayId: inVpc, ModeType: 'exquisite' })).toBe(
    'UnsupportedOperation',
  );
  const asked = { DirectConnectGatewayName: 'to-idc', NetworkType: 'CCN', ModeType: 'exquisite', GatewayAsn: 45_090 };
  const other = await stage.call3('CreateDirectConnectGateway', asked);
  const { DirectConnectGatewayId } = other.DirectConnectGateway as TodaysGateway;
  const modify = (more: object) => stage.code3('ModifyDirectConnectGatewayAttribute', { DirectConnectGatewayId, ...more });
  expect(await modify({ DirectConnectGatewayName: 'renamed' })).toBe('');
  expect(await modify({ CcnRouteType: 'BGP' })).toBe('');
  const named = { DirectConnectGatewayName: 'renamed', CcnRouteType: 'BGP' };
  expect(await todays({ DirectConnectGatewayIds: [DirectConnectGatewayId] })).toMatchObject([{ ...asked, ...named }]);
});

const lost = { DirectConnectGatewayId: 'dcg-00000000' };
const leaving = async (more = {}) => {
  await stage.speed('direct-connect-gateway', { seconds: 60 });
  const own = { DirectConnectGatewayId: stage.gateway1 };
  await stage.call3('DeleteDirectConnectGateway', own);
  return { ...own, ...more };
};

/** A gateway of the CCN kind, and the CCN that has it. */
async function inCcn() {
  const made = await stage.call3('CreateDirectConnectGateway', { DirectConnectGatewayName: 'to-idc', NetworkType: 'CCN' });
  const { DirectConnectGatewayId } = made.DirectConnectGateway as TodaysGateway;
  const { CcnId } = (await stage.call3('CreateCcn', { CcnName: 'backbone' })).Ccn as { CcnId: string };
  const Instances = [{ InstanceType: 'DIRECTCONNECT', InstanceId: DirectConnectGatewayId, InstanceRegion: 'ap-guangzhou' }];
  await stage.call3('AttachCcnInstances', { CcnId, Instances });
  return { DirectConnectGatewayId };
}

it('one of the CCN kind stands in no VPC, is told its CCN, and is none of the documents', async () => {
  const { DirectConnectGatewayId } = await inCcn();
  const [row] = await todays({ Filters: [{ Name: 'network-type', Values: ['CCN'] }] });
  expect(row).toMatchObject({ DirectConnectGatewayId, VpcId: '', NetworkType: 'CCN', GatewayType: 'NORMAL' });
  expect(row?.NetworkInstanceId).toMatch(/^ccn-/);
  expect(await todays({ Filters: [{ Name: 'ccn-id', Values: [String(row?.NetworkInstanceId)] }] })).toHaveLength(1);
  expect(await stage.code3('ModifyDirectConnectGatewayAttribute', { DirectConnectGatewayId, DirectConnectGatewayName: 'idc' })).toBe('');
  const { totalCount } = await stage.call2017('DescribeDirectConnectGateway', {});
  expect(totalCount).toBe((await todays()).length - 1);
  expect(await stage.word2017('DescribeDirectConnectGateway', { directConnectGatewayId: DirectConnectGatewayId })).toBe(
    'InvalidDirectConnectGateway.NotFound',
  );
});

itRefuses(stage, [
  [
    'vpc:DescribeDirectConnectGateways',
    'one that is not there',
    'InvalidParameterValue',
    { DirectConnectGatewayIds: [lost.DirectConnectGatewayId] },
  ],
  ['vpc:CreateDirectConnectGateway', 'a VPC that is not there', 'ResourceNotFound', () => wanted({ NetworkInstanceId: 'vpc-00000000' })],
  ['vpc:CreateDirectConnectGateway', 'a second one that translates', 'LimitExceeded', () => wanted({ GatewayType: 'NAT' })],
  [
    'vpc:CreateDirectConnectGateway',
    '61 characters of name',
    'InvalidParameterValue.Malformed',
    () => wanted({ DirectConnectGatewayName: 'x'.repeat(61) }),
  ],
  ['vpc:ModifyDirectConnectGatewayAttribute', 'one that is not there', 'ResourceNotFound', { ...lost, DirectConnectGatewayName: 'x' }],
  [
    'vpc:ModifyDirectConnectGatewayAttribute',
    '61 characters of name',
    'InvalidParameterValue.Malformed',
    () => ({ DirectConnectGatewayId: stage.gateway1, DirectConnectGatewayName: 'x'.repeat(61) }),
  ],
  [
    'vpc:ModifyDirectConnectGatewayAttribute',
    'one that is being deleted',
    'UnsupportedOperation',
    () => leaving({ DirectConnectGatewayName: 'x' }),
  ],
  [
    'vpc:CreateDirectConnectGateway',
    'one of the CCN kind that translates',
    'UnsupportedOperation',
    () => wanted({ NetworkType: 'CCN', GatewayType: 'NAT' }),
  ],
  ['vpc:DeleteDirectConnectGateway', 'one that a CCN has', 'ResourceInUse', () => inCcn()],
  ['vpc:DeleteDirectConnectGateway', 'one that is not there', 'ResourceNotFound', lost],
  ['vpc:DeleteDirectConnectGateway', 'one that is being deleted', 'UnsupportedOperation', () => leaving()],
]);
