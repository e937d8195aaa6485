/** Translations of one local address, and of a pool of local sources: lines 12900-13735. Only gateways of type NAT have them. */
import { action, actionTable, address, listOf, required, struct, text } from '../../define.ts';
import { page2017 } from '../shared.ts';
import { missingCodes, ofGateway, task, taskResult } from './parts.ts';

const changes = ['direct-connect-gateway'] as const;
const description = text();

/** One address, "a-b", or a block (13475). */
const pool = text({ format: 'address-or-range' });

const localIP = { originalIP: required(address({ line: 12922 })), translationIP: required(address({ line: 12923 })) } as const;

export const localRules = actionTable({
  'vpc2017:CreateLocalIPTranslationNatRule': action({
    kind: 'create',
    line: 12900,
    params: { ...ofGateway, localIPTranslation: required(listOf(struct({ ...localIP, description }), { line: 12921 })) },
    results: taskResult,
    errors: [
      ...missingCodes,
      'InvalidOriginalIP.NotInVpcCidr',
      'InvalidOriginalIP.Duplicate',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
      'LocalIPTranslationLimitExceeded',
    ],
    changes,
    async: task,
  }),
  'vpc2017:DescribeLocalIPTranslationNatRule': action({
    kind: 'list',
    line: 13119,
    params: { ...ofGateway, originalIP: address({ line: 13138 }), translationIP: address({ line: 13139 }), description, ...page2017 },
    results: { data: listOf(struct({ originalIP: address(), translationIP: address(), description: text() })) },
    errors: [...missingCodes, 'InvalidLocalIPTranslation.NotFound'],
  }),
  // This table and the one of the pools leave the task out; the samples answer it (13113, 13664).
  'vpc2017:ModifyLocalIPTranslationNatRule': action({
    kind: 'update',
    line: 13045,
    params: {
      ...ofGateway,
      oldOriginalIP: required(address({ line: 13064 })),
      oldTranslationIP: required(address({ line: 13065 })),
      originalIP: address({ line: 13066 }),
      translationIP: address({ line: 13067 }),
      description,
    },
    results: taskResult,
    errors: [
      ...missingCodes,
      'InvalidLocalIPTranslation.NotFound',
      'InvalidOriginalIP.NotInVpcCidr',
      'InvalidOriginalIP.Duplicate',
      'InvalidTranslationIP.InVpcCidr',
      'InvalidTranslationIP.Duplicate',
    ],
    changes,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteLocalIPTranslationNatRule': action({
    kind: 'delete',
    line: 12975,
    params: { ...ofGateway, localIPTranslation: required(listOf(struct(localIP), { line: 12994 })) },
    results: taskResult,
    errors: [...missingCodes, 'InvalidLocalIPTranslation.NotFound'],
    changes,
    async: task,
    danger: 'interrupts',
  }),

  'vpc2017:CreateLocalSourceIPPortTranslationNatRule': action({
    kind: 'create',
    line: 13465,
    params: {
      ...ofGateway,
      localSourceIPPortTranslation: required(listOf(struct({ translationIPPool: required(pool), description }), { line: 13485 })),
    },
    results: taskResult,
    errors: [
      ...missingCodes,
      // Its name says the reverse of the rule: the pool must lie outside the VPC (13475, 13505).
      'InvalidTranslationIPPool.NotInVpcCidr',
      'InvalidTranslationIP.Duplicate',
      'LocalSourceIPPortTranslationLimitExceeded',
    ],
    changes,
    async: task,
  }),
  'vpc2017:DescribeLocalSourceIPPortTranslationNatRule': action({
    kind: 'list',
    line: 13670,
    params: { ...ofGateway, description, ...page2017 },
    results: { data: listOf(struct({ translationIPPool: text(), description: text() })) },
    errors: [...missingCodes, 'InvalidTranslationIPPool.NotFound'],
  }),
  'vpc2017:ModifyLocalSourceIPPortTranslationNatRule': action({
    kind: 'update',
    line: 13602,
    params: {
      ...ofGateway,
      oldTranslationIPPool: required(text({ format: 'address-or-range', refusedAs: 'InvalidTranslationIPPool.NotFound', line: 13621 })),
      translationIPPool: pool,
      description,
    },
    results: taskResult,
    errors: [...missingCodes, 'InvalidTranslationIPPool.NotFound', 'InvalidTranslationIPPool.InVpcCidr', 'InvalidTranslationIP.Duplicate'],
    changes,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteLocalSourceIPPortTranslationNatRule': action({
    kind: 'delete',
    line: 13535,
    params: {
      ...ofGateway,
      localSourceIPPortTranslation: required(listOf(struct({ translationIPPool: required(pool) }), { line: 13554 })),
    },
    results: taskResult,
    errors: [...missingCodes, 'InvalidTranslationIPPool.NotFound'],
    changes,
    async: task,
    danger: 'interrupts',
  }),
});
