import { useMemo } from 'react';
import { cidrOrNull } from '../../../catalogue/address.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { type Claim, claimedBlocks, claimsNotRead, claimsOn, freeBlocks } from '../../../network/index.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { useListWords } from '../../network-model/list-words.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { calledIn } from '../../network-model/thing.tsx';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';

/** How many free /16 blocks of each private range are proposed. */
const proposals = [
  ['10.0.0.0/8', 3],
  ['172.16.0.0/12', 1],
  ['192.168.0.0/16', 1],
] as const;

/** Blocks of the usual size that nobody has: no VPC of any region and account, no far end of a tunnel, no route. */
export const freeRanges = (used: readonly string[]): string[] => proposals.flatMap(([range, limit]) => freeBlocks(range, used, 16, limit));

/** Who may have addresses already, in every region and account. */
const kinds: readonly SourceKind[] = ['routeTables', 'vpnGateways', 'vpnConnections', 'peerings'];

function RangeControl({ ids, value, onChange, onLeave }: ControlProps) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const network = useNetwork(kinds);
  const { model, complete } = network;
  const block = String(value ?? '');
  const free = useMemo(() => (complete ? freeRanges(claimedBlocks(model).map(({ cidr }) => cidr)) : []), [model, complete]);
  const unread = complete ? claimsNotRead(model) : [];
  return (
    <div className="flex flex-col gap-1.5">
      <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onLeave} placeholder={free[0] ?? '10.0.0.0/16'} />
      {free.length > 0 && <Suggestions label={t('vpc.suggest')} values={free} chosen={block} onChoose={onChange} />}
      {!complete && <p className="text-muted text-xs">{t('vpc.looking')}</p>}
      {unread.length > 0 && <p className="text-muted text-xs">{t('vpc.notRead', { lists: formats.list(unread.map(listWords)) })}</p>}
      <OverlapNotice network={network} block={block} />
    </div>
  );
}

/** A warning, no refusal: some networks are meant to be islands. */
function OverlapNotice({ network, block }: { readonly network: Network; readonly block: string }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const { model, known } = network;
  const wanted = block.trim();
  const others = useMemo(() => (cidrOrNull(wanted) ? claimsOn(model, wanted) : []), [model, wanted]);
  if (others.length === 0) return null;
  const nameOf = ({ kind, id, vpc, cidr }: Claim): string => {
    const region = known.get(id)?.site.region ?? known.get(vpc ?? '')?.site.region;
    const name = t(`vpc.claim.${kind}`, { name: calledIn(network, id), cidr });
    return region === undefined ? name : t('vpc.claimIn', { name, region: regionName(region, language) });
  };
  return (
    <Notice live meaning="warning" title={t('vpc.overlapsTitle')}>
      {t('vpc.overlapsOne', { names: formats.list(others.slice(0, 5).map(nameOf)) })}
    </Notice>
  );
}

export const CreateVpc = () => <CreateForm family="vpc" components={{ CidrBlock: RangeControl }} />;

export const EditVpc = ({ id }: { readonly id: string }) => (
  <EditForm<Vpc> family="vpc" id={id} from={(row) => ({ DnsServers: row.DnsServerSet ?? [] })} />
);
