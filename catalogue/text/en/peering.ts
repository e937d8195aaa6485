import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'peering',
  many: 'peerings',
  what: 'Joins two VPCs as if they were one network. Nothing passes through to a third one, and both sides need routes.',
  actions: {
    'vpc2017:DescribeVpcPeeringConnections': { title: 'List peerings' },
    'vpc2017:CreateVpcPeeringConnection': {
      title: 'Create peering',
      what: 'Joins two VPCs of the same region whose ranges do not overlap. With another account it waits for acceptance, seven days at most.',
    },
    'vpc2017:CreateVpcPeeringConnectionEx': {
      title: 'Create peering between regions',
      what: 'Joins two VPCs of different regions, with a bandwidth that is charged.',
    },
    'vpc2017:ModifyVpcPeeringConnection': { title: 'Rename peering' },
    'vpc2017:ModifyVpcPeeringConnectionEx': { title: 'Edit peering between regions', what: 'Changes the name and the bandwidth.' },
    'vpc2017:DeleteVpcPeeringConnection': {
      title: 'Delete peering',
      what: 'Either side may do this at any time. The routes through the peering go with it.',
    },
    'vpc2017:DeleteVpcPeeringConnectionEx': {
      title: 'Delete peering between regions',
      done: 'Deleted {what}',
      what: 'Either side may do this at any time. The routes through the peering go with it.',
    },
    'vpc2017:AcceptVpcPeeringConnection': {
      title: 'Accept peering',
      done: 'Accepted {what}',
      what: 'Only the receiving account can accept. The peering works at once, where both sides have routes.',
    },
    'vpc2017:AcceptVpcPeeringConnectionEx': {
      title: 'Accept peering between regions',
      done: 'Accepted {what}',
      what: 'Only the receiving account can accept. The peering works at once, where both sides have routes.',
    },
    'vpc2017:RejectVpcPeeringConnection': {
      title: 'Reject peering',
      done: 'Rejected {what}',
      what: 'Only the receiving account can reject.',
    },
    'vpc2017:RejectVpcPeeringConnectionEx': {
      title: 'Reject peering between regions',
      done: 'Rejected {what}',
      what: 'Only the receiving account can reject.',
    },
    'vpc2017:EnableVpcPeeringConnection': {
      title: 'Renew request',
      done: 'Asked the peer again for {what}',
      what: 'The initiator revives a request that has expired after seven days.',
    },
    'vpc2017:EnableVpcPeeringConnectionEx': {
      title: 'Renew request between regions',
      done: 'Asked the peer again for {what}',
      what: 'The initiator revives a request that has expired after seven days.',
    },
  },
  fields: {
    PeeringConnectionId: { label: 'Peering ID' },
    PeeringConnectionName: { label: 'Name', help: 'Up to 60 characters.' },
    VpcId: { label: 'Initiating VPC' },
    UnVpcId: { label: 'Initiating VPC' },
    PeerVpcId: { label: 'Peer VPC' },
    UnPeerVpcId: { label: 'Peer VPC' },
    PeerUin: { label: 'Peer account', help: 'The UIN of the account that owns the other VPC.' },
    Uin: { label: 'Initiating account' },
    AppId: { label: 'App ID' },
    PeerRegion: { label: 'Peer region' },
    Bandwidth: { label: 'Bandwidth (Mbps)' },
    Type: { label: 'Joins' },
  },
  values: {
    OrderField: { peeringConnectionname: 'Name', createTime: 'Created' },
    State: { '0': 'Waiting for acceptance', '1': 'Connected', '2': 'Expired', '3': 'Rejected', '4': 'Deleted by the peer' },
    Type: { '1': 'VPC and VPC', '2': 'VPC and bare metal' },
  },
} as const satisfies FamilyText;
