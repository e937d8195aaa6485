/** The ACLs of two kinds of translations: lines 13190-13464 and 13740-14015. */
import { action, actionTable, address, choice, cidr, integer, listOf, required, struct, text } from '../../define.ts';
import { missingCodes, ofGateway } from './parts.ts';

const changes = ['direct-connect-gateway'] as const;

const protocol = required(choice(['TCP', 'UDP', 'ALL'], { anyCase: true, line: 13210 }));

/** Required, and "any, if left empty, 0 or 0-0" (13211). The samples' blocks have host bits set (13246). */
const ports = required(text({ format: 'port', orEmpty: true, line: 13211 }));
const block = required(cidr({ orAddress: true, hostBits: true, orEmpty: true, line: 13212 }));

const rule = { protocol, sourcePort: ports, destinationCidr: block, destinationPort: ports } as const;
const sourceRule = { protocol, sourceCidr: block, sourcePort: ports, destinationCidr: block, destinationPort: ports } as const;

const aclRuleId = required(integer({ line: 13338 }));
const ids = listOf(integer({ wire: 'String' }), { line: 13278 });

const listed = {
  aclRuleId: integer(),
  protocol: text(),
  sourcePort: text(),
  destinationCidr: cidr({ hostBits: true }),
  destinationPort: text(),
} as const;

const localIP = 'InvalidLocalIPTranslation.NotFound';
const ofLocalIP = {
  ...ofGateway,
  originalIP: required(address({ refusedAs: localIP, line: 13207 })),
  translationIP: required(address({ refusedAs: localIP, line: 13208 })),
} as const;

const localSource = 'InvalidLocalSourceIPPortTranslation.NotFound';
const ofLocalSource = {
  ...ofGateway,
  translationIPPool: required(text({ format: 'address-or-range', refusedAs: localSource, line: 13757 })),
} as const;

export const aclRules = actionTable({
  'vpc2017:CreateLocalIPTranslationAclRule': action({
    kind: 'create',
    line: 13190,
    params: { ...ofLocalIP, aclRules: required(listOf(struct(rule), { line: 13209 })) },
    results: {},
    errors: [...missingCodes, localIP],
    changes,
    alsoSpelled: ['CreateLocalIPTranslationACLRule'],
  }),
  'vpc2017:DescribeLocalIPTranslationAclRule': action({
    kind: 'list',
    line: 13390,
    params: { ...ofLocalIP, aclRules: ids },
    results: { data: listOf(struct(listed)) },
    errors: [...missingCodes, localIP],
    alsoSpelled: ['DescribeLocalIPTranslationACLRule'],
  }),
  'vpc2017:ModifyLocalIPTranslationAclRule': action.update({
    line: 13318,
    params: { ...ofLocalIP, aclRules: required(listOf(struct({ aclRuleId, ...rule }), { line: 13337 })) },
    errors: [...missingCodes, localIP],
    changes,
    danger: 'interrupts',
    alsoSpelled: ['ModifyLocalIPTranslationACLRule'],
  }),
  'vpc2017:DeleteLocalIPTranslationAclRule': action.delete({
    line: 13259,
    params: { ...ofLocalIP, aclRules: required(ids) },
    errors: [...missingCodes, localIP],
    changes,
    danger: 'interrupts',
    alsoSpelled: ['DeleteLocalIPTranslationACLRule'],
  }),

  'vpc2017:CreateLocalSourceIPPortTranslationAclRule': action({
    kind: 'create',
    line: 13740,
    params: { ...ofLocalSource, aclRules: required(listOf(struct(sourceRule), { line: 13758 })) },
    results: {},
    errors: [...missingCodes, localSource, 'InvalidLocalSourceIPPortTranslationAcl.Conflict', 'AclRuleLimitExceeded'],
    changes,
  }),
  'vpc2017:DescribeLocalSourceIPPortTranslationAclRule': action({
    kind: 'list',
    line: 13940,
    params: { ...ofLocalSource, aclRules: ids },
    results: { data: listOf(struct({ ...listed, sourceCidr: cidr({ hostBits: true }) })) },
    errors: [...missingCodes, localSource],
  }),
  'vpc2017:ModifyLocalSourceIPPortTranslationAclRule': action.update({
    line: 13868,
    params: { ...ofLocalSource, aclRules: required(listOf(struct({ aclRuleId, ...sourceRule }), { line: 13886 })) },
    errors: [...missingCodes, localSource, 'InvalidLocalSourceIPPortTranslationAcl.Conflict'],
    changes,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteLocalSourceIPPortTranslationAclRule': action.delete({
    line: 13811,
    params: { ...ofLocalSource, aclRules: required(ids) },
    errors: [...missingCodes, localSource],
    changes,
    danger: 'interrupts',
    alsoSpelled: ['DeleteLocalSourceIPPortTranslationACLRule'],
  }),
});
