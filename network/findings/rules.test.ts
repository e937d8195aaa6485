import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import type { Policy } from '../rules/policies.ts';
import { allow, changeNetwork, foundIn, kindsFound, sound } from '../testing/sound-network.ts';

const inside = { cidr: '10.0.0.0/8' };
/** Rules of the group of the database, which nobody outside reaches. */
const data = (...ingress: readonly Policy[]): NetworkModel => changeNetwork(sound, { securityGroups: [{ id: 'sg-a-data', ingress }] });
const mysql = allow('TCP', '3306', inside);
const drop = (rule: Policy): Policy => ({ ...rule, action: 'DROP' });
const described = (description: string): NetworkModel => data({ ...mysql, description });

describe('rules of groups, and the same network without the fault', () => {
  it.each<readonly [string, NetworkModel, NetworkModel]>([
    ['rule-never-decides', data(allow('TCP', '3000-4000', inside), mysql), data(mysql, allow('TCP', '3000-3305', inside))],
    ['rule-never-decides', data(drop(allow('TCP', '3000-4000', inside)), mysql), data(mysql, drop(allow('TCP', '3000-4000', inside)))],
    [
      'rule-changes-nothing',
      data(mysql, allow('TCP', '3306-3307', inside)),
      data(mysql, allow('TCP', '3307', inside), drop(allow('ALL', 'ALL'))),
    ],
    [
      'rules-undo-one-another',
      data(allow('TCP', '3306', inside), drop(allow('TCP', '3306', { cidr: '10.0.3.0/24' }))),
      data(drop(allow('TCP', '3306', { cidr: '10.0.3.0/24' })), mysql),
    ],
    [
      'rules-undo-one-another',
      data(mysql, drop(allow('TCP', '3306-3307', { cidr: '10.0.3.0/24' }))),
      data(mysql, drop(allow('TCP', 'ALL', inside))),
    ],
    ['rule-unresolved', data(allow('TCP', '3306', { addressTemplate: 'ipm-gone' })), data(mysql)],
    [
      'rule-unresolved',
      data(allow('TCP', '3306', { securityGroup: 'sg-gone' })),
      data(allow('TCP', '3306', { securityGroup: 'sg-a-web' })),
    ],
    ['rule-no-description', data({ ...mysql, description: undefined }), data(mysql)],
    ['rule-outlived', described('temporary, for the move'), described('for the template of the team')],
    ['rule-outlived', described('migration until 2026-11-27'), described('temporary, until 2026-11-28')],
    ['rule-outlived', described('迁移,有效期至 2025年3月'), described('迁移')],
    [
      'rule-single-public-source',
      data({ ...allow('TCP', '3306', { cidr: '113.5.6.7' }), description: undefined }),
      data(allow('TCP', '3306', { cidr: '113.5.6.7' })),
    ],
  ])('%s', (kind, has, twin) => {
    expect(kindsFound(has)).toContain(kind);
    expect(kindsFound(twin)).not.toContain(kind);
  });

  it('a rule that never decides is graver where its action is lost', () => {
    const of = (model: NetworkModel) => foundIn(model).find(({ kind }) => kind === 'rule-never-decides')?.severity;
    expect(of(data(allow('TCP', '3000-4000', inside), mysql))).toBe('low');
    expect(of(data(drop(allow('TCP', '3000-4000', inside)), mysql))).toBe('medium');
  });

  it('two rules of one meaning are one finding with both places', () => {
    const [one, ...others] = foundIn(data(allow('TCP', '3000-4000', inside), mysql, mysql)).filter(
      ({ kind }) => kind === 'rule-never-decides',
    );
    expect(others).toEqual([]);
    expect(one?.evidence.flatMap((part) => (part.type === 'rule' ? [part.index] : []))).toEqual([1, 0, 2, 0]);
  });

  it('templates that were not read are a doubt, and no finding', () => {
    const model = {
      ...data(allow('TCP', '3306', { addressTemplate: 'ipm-1' })),
      gaps: [{ kind: 'addressTemplates' as const, because: 'refused' }],
    };
    expect(kindsFound(model)).not.toContain('rule-unresolved');
  });
});
