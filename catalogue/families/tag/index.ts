/** Tags on resources of every family: the tag service of today, which names a resource in six parts. */
import { action, actionTable, family, listOf, required, struct, text } from '../../define.ts';

const ResourceList = required(listOf(text(), { max: 10 }));
const FailedResources = listOf(struct({ Resource: text(), Code: text(), Message: text() }));
/** The families whose rows carry tags. */
const changes = [
  'eip',
  'eni',
  'flow-log',
  'nat-gateway',
  'network-acl',
  'parameter-template',
  'peering',
  'route-table',
  'security-group',
  'subnet',
  'vpc',
  'vpn-connection',
  'vpn-gateway',
] as const;
const errors = ['InvalidParameterValue.ResourceDescriptionError'] as const;

export const actions = actionTable({
  'tag:TagResources': action({
    kind: 'do',
    source: 'today',
    params: {
      ResourceList,
      Tags: required(
        listOf(struct({ TagKey: required(text({ max: 127 })), TagValue: required(text({ max: 255, orEmpty: true })) }), { max: 10 }),
      ),
    },
    results: { FailedResources },
    errors: [...errors, 'InvalidParameterValue.TagKeyDuplicate'],
    changes,
  }),
  'tag:UnTagResources': action({
    kind: 'do',
    source: 'today',
    params: { ResourceList, TagKeys: required(listOf(text(), { max: 10 })) },
    results: { FailedResources },
    errors,
    changes,
  }),
});

export const data = family(actions, {
  family: 'tag',
  segment: 'tags',
  idPrefixes: [],
  id: 'TagKey',
  errors: {
    correct: {
      'InvalidParameterValue.ResourceDescriptionError': ['ResourceList'],
      'InvalidParameterValue.TagKeyDuplicate': ['Tags'],
      'InvalidParameterValue.TagDuplicateKey': ['Tags'],
    },
  },
  operations: { add: ['tag:TagResources'], remove: ['tag:UnTagResources'] },
});
