/** Roles of the simulated cloud: STS gives out keys for them, so that a client's way to a role can be tried end to end. */
import type { AnyHandler } from '../call.ts';
import { CloudError } from '../errors.ts';
import { keyPair, trueRandomness } from '../world/ids.ts';
import { temporaryKeyTable } from './table.ts';

const longest = 43_200;

/** "qcs::cam::uin/100010000001:roleName/weft", or by number behind "role/". */
const arnOf = /^qcs::cam::uin\/(\d+):role(?:Name)?\/([\w.@-]+)$/;

/** Every role of the own account is there and trusts it, whatever its name; roles of other accounts trust nobody. */
export const assumeRole: AnyHandler = ({ RoleArn, RoleSessionName, DurationSeconds }, call) => {
  const [, uin, role = ''] = arnOf.exec(String(RoleArn)) ?? [];
  if (uin === undefined) throw new CloudError('InvalidParameter.ParamError', `"${String(RoleArn)}" is no ARN of a role.`);
  if (uin !== call.account.uin) throw new CloudError('UnauthorizedOperation', `The role ${role} of ${uin} does not trust this account.`);
  const seconds = Number(DurationSeconds ?? 7200);
  if (seconds > longest) throw new CloudError('InvalidParameter.OverTimeError', `Keys last ${longest} seconds at most.`);
  const [keys, { secretKey: token }] = [keyPair(trueRandomness), keyPair(trueRandomness)];
  const endsAt = call.now + seconds * 1000;
  call.world.shared(temporaryKeyTable).put({ ...keys, token, uin, role, session: String(RoleSessionName), endsAt });
  return {
    Credentials: { Token: token, TmpSecretId: keys.secretId, TmpSecretKey: keys.secretKey },
    ExpiredTime: Math.floor(endsAt / 1000),
    Expiration: `${new Date(endsAt).toISOString().slice(0, 19)}Z`,
  };
};
