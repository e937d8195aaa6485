import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'database instance',
  many: 'database instances',
  what: 'A cloud database (MySQL). The documents that this console follows describe two of its actions.',
  actions: {
    'cdb:OpenWanService': {
      title: 'Open public access',
      what: 'Gives the instance an address on the internet. It must be initialised first.',
    },
    'cdb2017:OpenCdbHour': {
      title: 'Bring back isolated instances',
      what: 'Resumes pay-as-you-go instances that were isolated for arrears. The balance must suffice.',
    },
  },
  fields: {
    InstanceId: { label: 'Database instance', help: 'An id such as cdb-c1nl9rpv.' },
    AsyncRequestId: { label: 'Task' },
    CdbInstanceIds: { label: 'Database instances', help: 'Ids such as cdb-c1nl9rpv, one a line.' },
    CdbInstanceId: { label: 'Database instance' },
    InstanceRole: { label: 'Role' },
    OldStatus: { label: 'State before' },
  },
  values: {
    InstanceRole: { master: 'Primary or disaster recovery', ro: 'Read-only' },
    OldStatus: { '1': 'Running', '5': 'Isolated' },
  },
} as const satisfies FamilyText;
