import { useMemo } from 'react';
import { cidrOrNull } from '../../../catalogue/address.ts';
import { freeBlocks } from '../../../network/addresses/cidr.ts';
import { claimedBlocks, claimsOn } from '../../../network/routes/claims.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { Advice } from '../../kit/advice.tsx';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { ClaimsUnread, claimKinds, useClaimWords } from '../../network-model/claim-words.tsx';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';

/** How many free /16 blocks of each private range are proposed. */
const proposals = [
  ['10.0.0.0/8', 3],
  ['172.16.0.0/12', 1],
  ['192.168.0.0/16', 1],
] as const;

/** Blocks of the usual size that nobody has: no VPC of any region and account, no remote end of a tunnel, no route. */
export const freeRanges = (used: readonly string[]): string[] => proposals.flatMap(([range, limit]) => freeBlocks(range, used, 16, limit));

function RangeControl({ ids, value, onChange, onBlur }: ControlProps) {
  const block = String(value ?? '');
  return (
    <div className="flex flex-col gap-1.5">
      <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onBlur} placeholder="10.0.0.0/16" />
      <Advice>
        <RangeAdvice block={block} onChoose={onChange} />
      </Advice>
    </div>
  );
}

/** Ranges that nobody has, and who has the entered one. */
function RangeAdvice({ block, onChoose }: { readonly block: string; readonly onChoose: (block: string) => void }) {
  const t = useT();
  const network = useNetwork(claimKinds);
  const { model, complete } = network;
  const free = useMemo(
    () => (complete ? freeRanges(claimedBlocks(model).flatMap(({ cidr }) => (cidrOrNull(cidr) ? [cidr] : []))) : []),
    [model, complete],
  );
  return (
    <>
      {free.length > 0 && <Suggestions label={t('vpc.suggest')} values={free} chosen={block} onChoose={onChoose} />}
      <ClaimsUnread network={network} />
      <OverlapNotice network={network} block={block} />
    </>
  );
}

/** A warning, no refusal: some networks are meant to be islands. */
function OverlapNotice({ network, block }: { readonly network: Network; readonly block: string }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useClaimWords(network);
  const { model } = network;
  const wanted = block.trim();
  const others = useMemo(() => (cidrOrNull(wanted) ? claimsOn(model, wanted) : []), [model, wanted]);
  if (others.length === 0) return null;
  return (
    <Notice live meaning="warning" title={t('vpc.overlapsTitle')}>
      {t('vpc.overlapsOne', { names: formats.list(others.slice(0, 5).map(nameOf)) })}
    </Notice>
  );
}

export const CreateVpc = () => <CreateForm family="vpc" components={{ CidrBlock: RangeControl }} />;
