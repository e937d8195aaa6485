/** The action that answers with keys of a role: the simulated cloud's alone, for pages and the explorer have none that does. */
import { action, integer, required, struct, text } from '../../catalogue/define.ts';

export const assumeRoleName = 'sts:AssumeRole';

export const assumeRoleAction = action({
  kind: 'update',
  source: 'today',
  params: {
    RoleArn: required(text()),
    RoleSessionName: required(text({ max: 128 })),
    DurationSeconds: integer({ min: 0, default: 7200, measure: 'seconds' }),
    ExternalId: text(),
  },
  results: {
    Credentials: struct({ Token: text(), TmpSecretId: text(), TmpSecretKey: text() }),
    ExpiredTime: integer(),
    Expiration: text(),
  },
  errors: [],
  changes: [],
});
