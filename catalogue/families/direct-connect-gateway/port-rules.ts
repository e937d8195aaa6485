/** Translations of local destinations with ports, and of peer addresses: lines 14016-14647. Their answers hold nothing. */
import { action, actionTable, address, choice, listOf, open, required, struct, text } from '../../define.ts';
import { page2017 } from '../shared.ts';
import { missingCodes, ofGateway } from './parts.ts';

const changes = ['direct-connect-gateway'] as const;
const description = text();
const port = text({ format: 'port' });

/** The tables say "protocol" and no more (14040), the samples tcp; only these two have ports. */
const proto = choice(['tcp', 'udp'], { anyCase: true });

/** An empty list in every sample (14083, 14393). */
const nothing = { data: listOf(open()) } as const;

const destination = {
  originalIP: required(address({ line: 14036 })),
  originalPort: required(port),
  translationIP: required(address({ line: 14038 })),
  translationPort: required(port),
  proto: required(proto),
} as const;

const peer = { originalIP: required(address({ line: 14351 })), translationIP: required(address({ line: 14352 })) } as const;

export const portRules = actionTable({
  'vpc2017:CreateLocalDestinationIPPortTranslationNatRule': action({
    kind: 'create',
    line: 14016,
    params: {
      ...ofGateway,
      localDestinationIPPortTranslation: required(listOf(struct({ ...destination, description }), { line: 14035 })),
    },
    results: nothing,
    errors: [
      ...missingCodes,
      'InvalidOriginalIP.NotInVpcCidr',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
      'LocalDestinationIPPortTranslationLimitExceeded',
    ],
    changes,
  }),
  'vpc2017:DescribeLocalDestinationIPPortTranslationNatRule': action({
    kind: 'list',
    line: 14240,
    params: {
      ...ofGateway,
      originalIP: address({ line: 14259 }),
      originalPort: port,
      translationIP: address({ line: 14261 }),
      translationPort: port,
      proto,
      description,
      ...page2017,
    },
    results: {
      data: listOf(
        struct({
          originalIP: address(),
          originalPort: text(),
          translationIP: address(),
          translationPort: text(),
          proto: text(),
          description: text(),
        }),
      ),
    },
    errors: [...missingCodes, 'InvalidLocalDestinationIPPortTranslation.NotFound'],
  }),
  'vpc2017:ModifyLocalDestinationIPPortTranslationNatRule': action.update({
    line: 14165,
    params: {
      ...ofGateway,
      oldOriginalIP: required(address({ line: 14184 })),
      oldOriginalPort: required(port),
      oldTranslationIP: required(address({ line: 14186 })),
      oldTranslationPort: required(port),
      oldProto: required(proto),
      originalIP: address({ line: 14189 }),
      originalPort: port,
      translationIP: address({ line: 14191 }),
      translationPort: port,
      proto,
      description,
    },
    errors: [
      ...missingCodes,
      'InvalidLocalDestinationIPPortTranslation.NotFound',
      'InvalidOriginalIP.NotInVpcCidr',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
    ],
    changes,
    danger: 'interrupts',
  }),
  // The samples of both deletions send a description, which is no parameter of theirs (14149, 14457).
  'vpc2017:DeleteLocalDestinationIPPortTranslationNatRule': action({
    kind: 'delete',
    line: 14092,
    params: { ...ofGateway, localDestinationIPPortTranslation: required(listOf(struct(destination), { line: 14111 })) },
    results: nothing,
    errors: [...missingCodes, 'InvalidLocalDestinationIPPortTranslation.NotFound'],
    changes,
    danger: 'interrupts',
  }),

  'vpc2017:CreatePeerIPTranslationNatRule': action({
    kind: 'create',
    line: 14329,
    params: { ...ofGateway, peerIPTranslation: required(listOf(struct({ ...peer, description }), { line: 14350 })) },
    results: nothing,
    errors: [
      ...missingCodes,
      'InvalidOriginalIP.Duplicate',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
      'PeerIPTranslationLimitExceeded',
    ],
    changes,
  }),
  'vpc2017:DescribePeerIPTranslationNatRule': action({
    kind: 'list',
    line: 14542,
    params: { ...ofGateway, originalIP: address({ line: 14561 }), translationIP: address({ line: 14562 }), description, ...page2017 },
    results: { data: listOf(struct({ originalIP: address(), translationIP: address(), description: text() })) },
    errors: [...missingCodes, 'InvalidPeerIPTranslation.NotFound', 'InvalidOriginalIP.Duplicate'],
  }),
  'vpc2017:ModifyPeerIPTranslationNatRule': action.update({
    line: 14473,
    params: {
      ...ofGateway,
      oldOriginalIP: required(address({ line: 14492 })),
      oldTranslationIP: required(address({ line: 14493 })),
      originalIP: address({ line: 14494 }),
      translationIP: address({ line: 14495 }),
      description,
    },
    errors: [
      ...missingCodes,
      'InvalidPeerIPTranslation.NotFound',
      'InvalidOriginalIP.Duplicate',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
    ],
    changes,
    danger: 'interrupts',
  }),
  'vpc2017:DeletePeerIPTranslationNatRule': action({
    kind: 'delete',
    line: 14406,
    params: { ...ofGateway, peerIPTranslation: required(listOf(struct(peer), { line: 14423 })) },
    results: nothing,
    errors: [...missingCodes, 'InvalidPeerIPTranslation.NotFound'],
    changes,
    danger: 'interrupts',
  }),
});
