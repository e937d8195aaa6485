/** What a NAT gateway translates, which only accounts of today have: how its two lists are read, and what its rules are called. */
import type { DnatRule, SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { memberList } from '../../lib/members.ts';

export const publishedList = memberList('nat-gateway', 'dnat');
export const sourceList = memberList('nat-gateway', 'snat', { id: 'NatGatewaySnatId' });

export const publishedOf = (id: string) => ({ NatGatewayIds: [id] });
export const sourcesOf = (NatGatewayId: string) => ({ NatGatewayId });

type Port = Pick<DnatRule, 'IpProtocol' | 'PublicIpAddress' | 'PublicPort'>;

/** What tells a published port from all others of the gateway. */
export const portName = ({ IpProtocol, PublicIpAddress, PublicPort }: Port): string => `${IpProtocol} ${PublicIpAddress}:${PublicPort}`;

/** The rule as calls name it: what the list tells of where it belongs is not asked back. */
export const asSent = ({ IpProtocol, PublicIpAddress, PublicPort, PrivateIpAddress, PrivatePort, Description }: DnatRule) => ({
  IpProtocol,
  PublicIpAddress,
  PublicPort,
  PrivateIpAddress,
  PrivatePort,
  Description: Description ?? '',
});

export const sourceName = ({ ResourceId, PrivateIpAddress }: Pick<SnatRule, 'ResourceId' | 'PrivateIpAddress'>): string =>
  `${ResourceId} ${PrivateIpAddress}`;
