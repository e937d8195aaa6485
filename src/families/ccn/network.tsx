/** An attached network, wherever it stands. */
import type { CcnAttachment } from '../../../catalogue/families/ccn/parts.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { ScopeContext, useConsole, useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { type Meaning, Status } from '../../ui/status.tsx';

type NetworkRef = Pick<CcnAttachment, 'InstanceId' | 'InstanceName' | 'InstanceRegion'> & { readonly InstanceUin?: string | null };

/** Whether a uin is the account's of this page; an account that told none is taken for the only one. */
export function useIsOwn(): (uin: string | null | undefined) => boolean {
  const info = useConsole();
  const { account = info?.defaultAccount } = useScope();
  const own = info?.accounts.find(({ id }) => id === account)?.uin;
  return (uin) => !uin || !own || uin === own;
}

/** By name, with a link into its own region; one of another account by its id alone. */
export function NetworkLink({ of }: { readonly of: NetworkRef }) {
  const scope = useScope();
  const isOwn = useIsOwn()(of.InstanceUin);
  const family = familyOfId(of.InstanceId);
  const name = of.InstanceName ?? '';
  if (!isOwn || !family) {
    return (
      <span>
        {name !== '' && <bdi className="me-2">{name}</bdi>}
        <Code>{of.InstanceId}</Code>
      </span>
    );
  }
  return (
    <ScopeContext value={{ ...scope, region: of.InstanceRegion }}>
      <RefLink family={family} id={of.InstanceId} name={name} />
    </ScopeContext>
  );
}

/** A VPC of this account on its own map, with the CCN chosen there. */
export function NetworkOnMap({ of, ccn }: { readonly of: NetworkRef; readonly ccn: string }) {
  const scope = useScope();
  const isOwn = useIsOwn()(of.InstanceUin);
  if (!isOwn || familyOfId(of.InstanceId) !== 'vpc') return null;
  return (
    <ScopeContext value={{ ...scope, region: of.InstanceRegion }}>
      <MapLink vpc={of.InstanceId} at={`hop:CCN:${ccn}`} />
    </ScopeContext>
  );
}

export function CcnRegionName({ region }: { readonly region: string }) {
  const language = useLanguage();
  return <span title={region}>{regionName(region, language)}</span>;
}

/** This account by a word, another by its number. */
export function Owner({ uin }: { readonly uin: string | null | undefined }) {
  const t = useT();
  return useIsOwn()(uin) ? <span className="text-muted">{t('ccn.thisAccount')}</span> : <Code>{uin ?? ''}</Code>;
}

const meanings: Readonly<Record<string, Meaning>> = {
  ACTIVE: 'good',
  PENDING: 'pending',
  ATTACHING: 'pending',
  DETACHING: 'pending',
  EXPIRED: 'warning',
  REJECTED: 'danger',
  DELETED: 'danger',
  FAILED: 'danger',
  DETACHFAILED: 'danger',
};

/** A state that nobody here knows stands as it came. */
export function AttachmentState({ state }: { readonly state: string }) {
  const { text } = useFamily('ccn');
  return (
    <Status meaning={meanings[state] ?? 'neutral'}>
      {valueText(text, 'vpc:DescribeCcnAttachedInstances', 'InstanceSet.State', state)}
    </Status>
  );
}
