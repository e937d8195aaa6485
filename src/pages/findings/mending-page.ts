/** The page or form at which a finding ends, with everything filled in that it tells. */
import type { Family } from '../../../catalogue/define.ts';
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { familyOfSource } from '../../network-model/sources.ts';
import { paths, type UrlScope } from '../../paths.ts';

type ScopeOf = (id: string) => UrlScope;

function rulesPage({ fix: { thing, part = '' } }: NetworkFinding, at: ScopeOf): string {
  const way = part.startsWith('egress') ? 'egress' : undefined;
  return thing.of === 'networkAcls'
    ? paths.detail('network-acl', thing.id, at(thing.id), 'rules')
    : paths.detail('security-group', thing.id, at(thing.id), 'rules', { way });
}

/** Null: there is no such page, for the thing is not known. */
export function mendingPage(finding: NetworkFinding, model: NetworkModel, at: ScopeOf): string | null {
  const { code, thing, part } = finding.fix;
  switch (code) {
    case 'edit-rules':
      return rulesPage(finding, at);
    case 'edit-routes': {
      const row = model.routeTables.find(({ id }) => id === thing.id)?.routes.find(({ destination }) => destination === part);
      return row?.id === undefined
        ? paths.detail('route-table', thing.id, at(thing.id))
        : paths.verb('route-table', thing.id, 'deleteRoutes', at(thing.id), { RouteId: row.id });
    }
    case 'create-peering': {
      const peer = model.vpcs.find(({ id }) => id === part);
      return paths.create('peering', at(thing.id), { vpcId: thing.id, peerVpcId: part, peerUin: peer?.account, peerRegion: peer?.region });
    }
    case 'read-again':
      return null;
    default: {
      const family: Family = familyOfSource(thing.of);
      return thing.id === '' ? null : paths.detail(family, thing.id, at(thing.id));
    }
  }
}
