/** The four kinds of translations, as data: what identifies one, where its addresses lie, what may not repeat, and the codes. */
import type { QuotaType } from '../../accounts/quota.ts';
import type { NatField, NatKindName } from './table.ts';

/** A field's addresses must lie inside the VPC, or must not touch it. */
interface PlacementRule {
  readonly field: NatField;
  readonly side: 'inside' | 'outside';
  readonly code: string;
  /** Where a change is refused in another word than a creation. */
  readonly codeOfChange?: string;
}

/** No two rules of the kind in one gateway may agree in all of these fields. */
interface UniqueConstraint {
  readonly fields: readonly NatField[];
  readonly code: string;
}

export interface NatKind<F extends NatField = NatField> {
  readonly name: NatKindName;
  /** What it consists of, in the order of the answers. All of them together name one rule. */
  readonly fields: readonly F[];
  readonly placed: readonly PlacementRule[];
  readonly unique: readonly UniqueConstraint[];
  readonly notFound: string;
  readonly quota: QuotaType;
  readonly overQuota: string;
  /** True where changes are tasks; the answers of the others hold nothing (14083, 14393). */
  readonly takesTime: boolean;
}

const originalInside: PlacementRule = { field: 'originalIP', side: 'inside', code: 'InvalidOriginalIP.NotInVpcCidr' };
const translatedOutside: PlacementRule = { field: 'translationIP', side: 'outside', code: 'InvalidTranslationIP.InVpcCidr' };

/** Each address once before and once after translation (12912, 14341). */
const oneToOne: readonly UniqueConstraint[] = [
  { fields: ['originalIP'], code: 'InvalidOriginalIP.Duplicate' },
  { fields: ['translationIP'], code: 'InvalidTranslationIP.Duplicate' },
];

/** 12910-12912. */
export const localIP: NatKind<'originalIP' | 'translationIP'> = {
  name: 'local-ip',
  fields: ['originalIP', 'translationIP'],
  placed: [originalInside, translatedOutside],
  unique: oneToOne,
  notFound: 'InvalidLocalIPTranslation.NotFound',
  quota: 'local-ips-per-direct-connect-gateway',
  overQuota: 'LocalIPTranslationLimitExceeded',
  takesTime: true,
};

/** 13475-13476. In a creation the code says the reverse of the rule (13505), in a change it does not (13641). */
export const localSource: NatKind<'translationIPPool'> = {
  name: 'local-source',
  fields: ['translationIPPool'],
  placed: [
    {
      field: 'translationIPPool',
      side: 'outside',
      code: 'InvalidTranslationIPPool.NotInVpcCidr',
      codeOfChange: 'InvalidTranslationIPPool.InVpcCidr',
    },
  ],
  unique: [{ fields: ['translationIPPool'], code: 'InvalidTranslationIP.Duplicate' }],
  notFound: 'InvalidTranslationIPPool.NotFound',
  quota: 'local-sources-per-direct-connect-gateway',
  overQuota: 'LocalSourceIPPortTranslationLimitExceeded',
  takesTime: true,
};

/** 14026, 14058-14061. One translated address serves several ports, so only the port of a protocol is unique. */
export const localDestination: NatKind<'originalIP' | 'originalPort' | 'translationIP' | 'translationPort' | 'proto'> = {
  name: 'local-destination',
  fields: ['originalIP', 'originalPort', 'translationIP', 'translationPort', 'proto'],
  placed: [originalInside, translatedOutside],
  unique: [{ fields: ['translationIP', 'translationPort', 'proto'], code: 'InvalidTranslationIP.Duplicate' }],
  notFound: 'InvalidLocalDestinationIPPortTranslation.NotFound',
  quota: 'local-destinations-per-direct-connect-gateway',
  overQuota: 'LocalDestinationIPPortTranslationLimitExceeded',
  takesTime: false,
};

/** 14339-14341. */
export const peerIP: NatKind<'originalIP' | 'translationIP'> = {
  name: 'peer-ip',
  fields: ['originalIP', 'translationIP'],
  placed: [translatedOutside],
  unique: oneToOne,
  notFound: 'InvalidPeerIPTranslation.NotFound',
  quota: 'peer-ips-per-direct-connect-gateway',
  overQuota: 'PeerIPTranslationLimitExceeded',
  takesTime: false,
};
