import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { regionName, regionOf } from '../../../catalogue/regions.ts';
import { overlaps } from '../../../network/addresses/cidr.ts';
import { peeringClaims } from '../../../network/routes/claims.ts';
import { type ListState, listOptions, useList } from '../../api/query.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { PickOne } from '../../kit/form/pick-one.tsx';
import { useSpokenName } from '../../kit/form/spoken-name.ts';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { regionsOf, type Scope, useConsole, useScope } from '../../lib/scope.ts';
import { ClaimsUnread, claimKinds, useClaimWords } from '../../network-model/claim-words.tsx';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/status.tsx';
import { states } from './expiry.ts';
import { accountKey, ownAccount, type Peering, useSides } from './sides.ts';

/** The region of the other VPC, which decides between the two actions and therefore is no field of the form. */
const PeerRegion = createContext<string | null>(null);

/** The VPCs of the account and region that the form names; none where this console cannot look. */
function usePeerVpcs(uin: unknown): { readonly list: ListState<Vpc>; readonly known: boolean; readonly scope: Scope } {
  const here = useScope();
  const info = useConsole();
  const region = use(PeerRegion) ?? here.region;
  const account = info?.accounts.find((one) => one.uin === String(uin ?? ''));
  const scope: Scope = { account: info && account ? accountKey(info, account) : here.account, region };
  const list = useList(scope, 'vpc', { enabled: account !== undefined });
  return { list, known: account !== undefined, scope };
}

/** The account that owns the other VPC: one of this console's, or any by its number. */
function AccountControl({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const info = useConsole();
  const own = ownAccount(info, useScope());
  const options = (info?.accounts ?? []).flatMap(({ uin, name, vendor }) =>
    uin && vendor === 'tencent' ? [{ value: uin, label: uin === own?.uin ? t('peering.myAccount', { name }) : name, detail: uin }] : [],
  );
  return <Combobox {...ids} allowFree options={options} value={String(value ?? '')} onChange={onChange} onBlur={onBlur} />;
}

/** The other VPC: picked where this console can look, else typed. Those that cannot be joined say so. */
function PeerVpcControl(control: FieldControlProps<'vpcId' | 'peerUin'>) {
  const { values } = control;
  const t = useT();
  const near = useList(useScope(), 'vpc').rows.find(({ VpcId }) => VpcId === values.vpcId);
  const { list, known } = usePeerVpcs(values.peerUin);
  const options = known
    ? list.rows
        .filter(({ VpcId }) => VpcId !== values.vpcId)
        .map(({ VpcId, VpcName, CidrBlock }) => ({
          value: VpcId,
          label: VpcName || VpcId,
          detail: near && overlaps(near.CidrBlock, CidrBlock) ? `${CidrBlock} · ${t('peering.overlapsShort')}` : `${CidrBlock} ${VpcId}`,
        }))
    : [];
  return <PickOne {...control} allowFree options={options} loading={known && list.loading} hint={!known && t('peering.typeVpc')} />;
}

/** Peerings are made within a region by one action and between regions by another: one form, which picks the right one. */
export function CreatePeering() {
  const t = useT();
  const language = useLanguage();
  const here = useScope();
  const info = useConsole();
  const [search] = useSearchParams();
  const [region, setRegion] = useState<string>(() => regionOf(search.get('peerRegion') ?? '') ?? (search.get('peerRegion') || here.region));
  const own = ownAccount(info, here)?.uin ?? '';
  const spokenName = useSpokenName('peering', 'vpc2017:CreateVpcPeeringConnectionEx');
  // The accounts are told by the server: without them the own one cannot be put in.
  if (!info) return null;
  const between = region !== here.region;
  const name = (one: string): string => regionName(one, language);
  return (
    <PeerRegion value={region}>
      <PeeringForm
        between={between}
        region={region}
        own={own}
        lead={
          <Field label={t('peering.peerRegion')} name={spokenName('peerRegion')} required>
            {(ids) => (
              <Select
                {...ids}
                value={region}
                onChange={setRegion}
                options={regionsOf(info, region).map((one) => ({
                  value: one,
                  label: one === here.region ? t('peering.thisRegion', { name: name(one) }) : name(one),
                  detail: one,
                }))}
              />
            )}
          </Field>
        }
      />
    </PeerRegion>
  );
}

interface PeeringFormProps {
  readonly between: boolean;
  readonly region: string;
  readonly own: string;
  readonly lead: ReactNode;
}

const shared = ['vpcId', 'peerUin', 'peerVpcId', 'peeringConnectionName'] as const;
/** Only accounts of today pay in several ways: the documents' action has no such names, and forms of its accounts leave them out. */
const paid = ['chargeType', 'qosLevel'] as const;
const components = { peerUin: AccountControl, peerVpcId: PeerVpcControl };

function PeeringForm({ between, region, own, lead }: PeeringFormProps) {
  const t = useT();
  const network = useNetwork(claimKinds);
  const check = useCheck(region, network);
  return (
    <CreateForm
      family="peering"
      operation={between ? 'createBetweenRegions' : 'create'}
      fields={between ? [...shared, 'bandwidth', ...paid, 'type'] : shared}
      derived={() => paramValues(between ? { peerRegion: region } : {})}
      initial={{ peerUin: own }}
      components={components}
      check={check}
      lead={lead}
      note={({ values }) => {
        const foreign = values.peerUin !== '' && values.peerUin !== own;
        return (
          <>
            <Elsewhere network={network} a={String(values.vpcId ?? '')} b={String(values.peerVpcId ?? '')} />
            {foreign && <Notice meaning="neutral" title={t('peering.mustAccept')} />}
            {between && <Notice meaning="neutral" title={t('peering.costs')} />}
            <p className="text-muted">{t('peering.routesToo')}</p>
          </>
        );
      }}
    />
  );
}

/** A warning, no refusal: what one of the two reaches elsewhere by addresses of the other; and what was not read. */
function Elsewhere({ network, a, b }: { readonly network: Network; readonly a: string; readonly b: string }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useClaimWords(network);
  const { model } = network;
  const found = useMemo(() => (a === '' || b === '' ? [] : peeringClaims(model, a, b).elsewhere), [model, a, b]);
  if (a === '' || b === '') return null;
  const known = (id: string): boolean => model.vpcs.some((vpc) => vpc.id === id);
  return (
    <>
      {found.length > 0 && (
        <Notice live meaning="warning" title={t('peering.elsewhereTitle')}>
          {t('peering.elsewhere', { names: formats.list(found.slice(0, 5).map(({ claim }) => nameOf(claim))) })}
        </Notice>
      )}
      {network.complete && !(known(a) && known(b)) && <p className="text-muted text-xs">{t('peering.rangesNotRead')}</p>}
      <ClaimsUnread network={network} />
    </>
  );
}

/** What can be told before the call: the same VPC twice, ranges that overlap, a pair that is joined or asked for already. */
function useCheck(region: string, { model }: Network): (values: ValuesOf<'vpcId' | 'peerUin' | 'peerVpcId'>) => FieldError<'peerVpcId'>[] {
  const t = useT();
  const client = useQueryClient();
  const here = useScope();
  const info = useConsole();
  const module = use(loadFamily('vpc'));
  const near = useList(here, 'vpc').rows;
  const peerings = useList(here, 'peering').rows;
  return (values) => {
    const object = (message: string): FieldError<'peerVpcId'>[] => [{ path: 'peerVpcId', message }];
    const { vpcId, peerVpcId, peerUin } = values;
    if (!vpcId || !peerVpcId) return [];
    if (vpcId === peerVpcId) return object(t('peering.sameVpc'));
    const account = info?.accounts.find(({ uin }) => uin === peerUin);
    const scope = { account: info && account ? accountKey(info, account) : undefined, region };
    const list = account ? client.getQueryData(listOptions(scope, module).queryKey) : undefined;
    const peer = list?.rows.find(({ VpcId }) => VpcId === peerVpcId);
    if (list?.complete && list.consistent && list.unreadable.length === 0 && !peer) return object(t('peering.notThere'));
    const mine = near.find(({ VpcId }) => VpcId === vpcId);
    if (mine && peer && overlaps(mine.CidrBlock, peer.CidrBlock)) {
      return object(t('peering.overlaps', { mine: mine.CidrBlock, peer: peer.CidrBlock }));
    }
    // Further ranges are told by the lists of the whole network.
    const [met] = peeringClaims(model, String(vpcId), String(peerVpcId)).overlaps;
    if (met) return object(t('peering.overlaps', { mine: met.a, peer: met.b }));
    const joined = peerings.find(
      ({ state, unVpcId, unPeerVpcId }) =>
        (state === states.asked || state === states.active) &&
        [unVpcId, unPeerVpcId].includes(String(vpcId)) &&
        [unVpcId, unPeerVpcId].includes(String(peerVpcId)),
    );
    return joined ? object(t('peering.joinedAlready', { name: joined.peeringConnectionName || joined.peeringConnectionId })) : [];
  };
}

/** A name within a region; between regions a bandwidth too. Where the list does not tell the present one, empty leaves it. */
export function EditPeering({ id }: { readonly id: string }) {
  return (
    <OnePanel family="peering" id={id}>
      {(row) => <Editing id={id} row={row} />}
    </OnePanel>
  );
}

function Editing({ id, row }: { readonly id: string; readonly row: Peering }) {
  const t = useT();
  const rows = useMemo(() => [row], [row]);
  const reach = useSides(rows).reach(row);
  if (reach === 'asking') return null;
  const between = reach === 'between';
  return (
    <EditForm
      family="peering"
      id={id}
      operation={between ? 'updateBetweenRegions' : 'update'}
      note={() => between && row.bandwidth === undefined && <p className="text-muted">{t('peering.bandwidthNotTold')}</p>}
    />
  );
}
