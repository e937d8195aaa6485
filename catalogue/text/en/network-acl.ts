import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'network ACL',
  many: 'network ACLs',
  what: 'Stateless rules at the border of subnets: the first rule that matches decides, and answers need rules of their own.',
  actions: {
    'vpc2017:CreateNetworkAcl': { title: 'Create network ACL' },
    'vpc2017:DescribeNetworkAcl': { title: 'List network ACLs' },
    'vpc2017:DescribeAcl': { title: 'List network ACLs (older)', what: 'The older form of the list.' },
    'vpc2017:ModifyNetworkAcl': { title: 'Rename network ACL' },
    'vpc2017:DeleteNetworkAcl': { title: 'Delete network ACL', what: 'Only an ACL that is bound to no subnet can be deleted.' },
    'vpc2017:ModifyNetworkAclEntry': {
      title: 'Replace rules',
      what: 'Replaces every rule of one direction with the given ones, in their order.',
    },
    'vpc2017:CreateSubnetAclRule': { title: 'Bind to subnets', what: 'The rules hold for the subnets at once.' },
    'vpc2017:DeteleSubnetAclRule': { title: 'Unbind from subnets', what: 'The subnets are without an ACL at once.' },
  },
  fields: {
    NetworkAclId: { label: 'Network ACL ID' },
    NetworkAclName: { label: 'Name', help: 'Up to 60 characters.' },
    NetworkAclEntrySet: { label: 'Rules', help: 'Tried from top to bottom.' },
    Desc: { label: 'Description' },
    IpProtocol: { label: 'Protocol' },
    CidrIp: { label: 'Address or block', help: 'The other end: where inbound packets come from, where outbound packets go to.' },
    PortRange: { label: 'Port', help: 'A port, a range such as 90-100, or ALL.' },
    RuleDirection: { label: 'Direction' },
    AclSet: { label: 'Network ACLs' },
    Acl: { label: 'Rules' },
    'vpc2017:DescribeAcl.offset': { label: 'Page' },
  },
  values: {
    OrderField: { createTime: 'Created', networkAclName: 'Name' },
    Action: { '0': 'Deny', '1': 'Allow' },
    RuleDirection: { '0': 'Outbound', '1': 'Inbound' },
    IpProtocol: { all: 'All', tcp: 'TCP', udp: 'UDP', icmp: 'ICMP' },
  },
} as const satisfies FamilyText;
