/** Kinds that look at each network ACL by itself. */
import { allOf, type ModelIndex, memoize, notRead, subnetsOf } from '../model/look-up.ts';
import type { ModelNetworkAcl, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { aboutRow, symptomOf } from './drafts.ts';
import type { Doubt, FindingDraft } from './finding.ts';
import { type FindingKind, plainly } from './kind.ts';

interface AclInUse {
  readonly acl: ModelNetworkAcl;
  readonly subnets: readonly ModelSubnet[];
  /** Why it may be bound to others. */
  readonly more: Reason | null;
}

const aclsInUse = (index: ModelIndex): readonly AclInUse[] =>
  memoize(index, 'acls in use', () => {
    return allOf(index, 'networkAcls').rows.map((acl): AclInUse => {
      const near = subnetsOf(index, acl.vpc).rows.map(({ of }) => of);
      const untold = near.find(({ networkAcl }) => networkAcl === undefined);
      return {
        acl,
        subnets: near.filter(({ networkAcl }) => networkAcl === acl.id),
        more: notRead(index, 'subnets', acl.vpc) ?? (untold ? { code: 'network-acl-not-known', subnet: untold.id } : null),
      };
    });
  });

type AclRest = NonNullable<Parameters<typeof aboutRow>[2]>;

/** `judge` tells what is wrong with an ACL, null, or why that is not known. */
export const eachAcl = (
  kind: Omit<FindingKind, 'judge' | 'group' | 'needs'>,
  judge: (acl: AclInUse) => AclRest | Reason | null,
): FindingKind => ({
  ...kind,
  group: 'acls',
  needs: ['networkAcls', 'subnets'],
  judge: plainly(({ index }) => {
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    const acls = aclsInUse(index);
    for (const one of acls) {
      const thing = { of: 'networkAcls', id: one.acl.id } as const;
      const told =
        one.acl.fiveParts === 'not-read'
          ? ({ code: 'not-known', kind: 'networkAcls', because: one.acl.because ?? one.acl.id } as const)
          : judge(one);
      if (told && 'code' in told) doubts.push({ thing, reason: told });
      else if (told)
        findings.push(aboutRow(thing, kind.severity, { symptoms: one.subnets.map(({ id }) => symptomOf('subnets', id)), ...told }));
    }
    return { findings, doubts, looked: acls.length };
  }),
});
