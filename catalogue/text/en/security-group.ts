import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'security group',
  many: 'security groups',
  what: 'A stateful firewall around instances and interfaces: rules from top to bottom, the first that matches decides, no match is dropped.',
  actions: {
    'vpc:CreateSecurityGroup': {
      title: 'Create security group',
      what: 'A new group has no rules and lets nothing through, in either direction.',
    },
    'vpc:DescribeSecurityGroups': { title: 'List security groups' },
    'vpc:ModifySecurityGroupAttribute': { title: 'Edit security group', what: 'Changes the name and the description.' },
    'vpc:DeleteSecurityGroup': {
      title: 'Delete security group',
      what: 'Not while a rule of another group refers to it; never the default group.',
    },
    'vpc:DescribeSecurityGroupPolicies': { title: 'Show rules', what: 'The rules with their version; send the version with every change.' },
    'vpc:DescribeSecurityGroupAssociationStatistics': {
      title: 'Count uses',
      what: 'How many instances, databases, interfaces, groups and load balancers use each group.',
    },
    'vpc:CreateSecurityGroupPolicies': {
      title: 'Add rules',
      what: 'Adds rules of one direction. Given an index, they stand there and the others move down.',
    },
    'vpc:ReplaceSecurityGroupPolicy': { title: 'Replace rule', what: 'Replaces the one rule at the given index of one direction.' },
    'vpc:DeleteSecurityGroupPolicies': {
      title: 'Delete rules',
      what: 'By index or by the rules themselves, of one direction. Without a version, whatever stands at the index now is deleted.',
    },
    'vpc:ModifySecurityGroupPolicies': {
      title: 'Reset rules',
      what: 'Deletes every rule of both directions, then writes the given ones. Version 0 leaves the group empty.',
    },
  },
  fields: {
    SecurityGroupId: { label: 'Security group ID' },
    SecurityGroupName: { label: 'Name' },
    SecurityGroupDesc: { label: 'Description' },
    SecurityGroupSet: { label: 'Security groups' },
    SecurityGroup: { label: 'Security group' },
    GroupName: { label: 'Name', help: 'Up to 60 characters.' },
    GroupDescription: { label: 'Description', help: 'Up to 100 characters.' },
    IsDefault: { label: 'Default group' },
    SecurityGroupPolicySet: { label: 'Rules' },
    Version: { label: 'Version', help: 'The version the rules had when they were read. The change is refused if they have changed since.' },
    PolicyIndex: { label: 'Index', help: 'Counted from 0. Every change moves the indices behind it.' },
    Port: { label: 'Port', help: 'With TCP or UDP: a port, a range such as 8000-8010, or all.' },
    CidrBlock: {
      label: 'Address or block',
      help: '0.0.0.0/0 is everybody. Instead of it, a security group or an address template can be named.',
    },
    Ipv6CidrBlock: { label: 'IPv6 address or block', help: '::/0 is everybody with IPv6, and nobody else. Instead of an IPv4 address.' },
    ServiceTemplate: { label: 'Service template', help: 'Instead of protocol and port.' },
    AddressTemplate: { label: 'Address template', help: 'Instead of an address.' },
    ServiceId: { label: 'Service template' },
    ServiceGroupId: { label: 'Service template group' },
    'vpc:CreateSecurityGroupPolicies.SecurityGroupPolicySet.Egress.SecurityGroupId': {
      label: 'Security group',
      help: 'The private addresses of the instances in that group, now and later.',
    },
    'vpc:CreateSecurityGroupPolicies.SecurityGroupPolicySet.Ingress.SecurityGroupId': {
      label: 'Security group',
      help: 'The private addresses of the instances in that group, now and later.',
    },
    AddressId: { label: 'Address template' },
    AddressGroupId: { label: 'Address template group' },
    PolicyDescription: { label: 'Description' },
    SecurityGroupAssociationStatisticsSet: { label: 'Uses' },
    CVM: { label: 'Instances' },
    CDB: { label: 'Databases' },
    ENI: { label: 'Network interfaces' },
    SG: { label: 'Security groups' },
    CLB: { label: 'Load balancers' },
  },
  values: {
    Action: { ACCEPT: 'Allow', DROP: 'Drop' },
    Protocol: { TCP: 'TCP', UDP: 'UDP', ICMP: 'ICMP', ICMPv6: 'ICMPv6', GRE: 'GRE', ALL: 'All' },
  },
} as const satisfies FamilyText;
